// The composer. The page works without this; with it, words are looked at and kept while they are typed.
(function () {
  const form = document.getElementById("composer");
  if (!form) return;
  const post = form.dataset.post;
  const editing = form.dataset.editing === "yes";
  const merging = form.dataset.merging === "yes";
  const store = "clarion-post-" + post;
  const version = form.elements.namedItem("version");

  // Tabs: links become tabs that arrow keys move between.
  const list = form.querySelector("[data-tabs]");
  const tabs = [...list.querySelectorAll("a")];
  const panes = tabs.map((tab) => document.getElementById(tab.hash.slice(1)));
  list.setAttribute("role", "tablist");
  form.classList.add("tabbed");
  form.querySelectorAll(".follows").forEach((fold) => { fold.open = true; });
  tabs.forEach((tab, i) => {
    tab.parentElement.setAttribute("role", "presentation");
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panes[i].id);
    panes[i].setAttribute("role", "tabpanel");
    tab.addEventListener("click", (event) => { event.preventDefault(); choose(i); });
    tab.addEventListener("keydown", (event) => {
      const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      choose((to + tabs.length) % tabs.length);
      tabs[(to + tabs.length) % tabs.length].focus();
    });
  });
  function choose(chosen) {
    tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
      panes[i].hidden = i !== chosen;
    });
    sessionStorage.setItem(store + "-tab", tabs[chosen].hash);
  }
  // What a link leads to may be folded away.
  function unfold(target) {
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }
  // A link to words on another tab opens that tab first.
  function show(hash) {
    if (!hash || hash.length < 2) return false;
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    unfold(target);
    const at = panes.findIndex((pane) => pane === target || pane.contains(target));
    if (at >= 0) choose(at);
    return at >= 0;
  }
  if (!show(location.hash) && !show(sessionStorage.getItem(store + "-tab"))) choose(0);
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || tabs.includes(link)) return;
    if (show(link.hash)) {
      const words = document.querySelector(link.hash + " textarea, textarea" + link.hash);
      if (words) { event.preventDefault(); words.focus(); }
    }
  });
  if (!editing) return;

  // Words for every network flow into the tabs that have none of their own.
  const own = new Set(panes.filter((pane) => pane.dataset.own === "yes").map((pane) => pane.dataset.pane));
  function flow(field) {
    const pane = field.dataset.words;
    if (!pane) return;
    if (pane !== "all") {
      if (!own.has(pane)) {
        own.add(pane);
        const hint = document.querySelector("#v-" + pane + " [data-follows]");
        if (hint) hint.textContent = form.dataset.own;
      }
      return;
    }
    const place = field.id.replace("w-all-", "");
    panes.forEach((other) => {
      if (own.has(other.dataset.pane)) return;
      const same = document.getElementById("w-" + other.dataset.pane + "-" + place);
      if (same) same.value = field.value;
    });
  }

  // Looking: what the server finds comes back as pieces of the page.
  let looking, lookSoon, lastSaid = "";
  async function look() {
    looking?.abort();
    looking = new AbortController();
    document.querySelectorAll(".margin").forEach((margin) => margin.setAttribute("aria-busy", "true"));
    try {
      const answer = await send("/check", looking.signal);
      if (answer.ok) replace(await answer.text());
    } catch (gone) { if (gone.name !== "AbortError") offline(); }
    document.querySelectorAll(".margin").forEach((margin) => margin.removeAttribute("aria-busy"));
  }
  function replace(html) {
    const open = new Map([...document.querySelectorAll("details[data-key]")].map((card) => [card.dataset.key, card.open]));
    const fresh = new DOMParser().parseFromString(html, "text/html");
    fresh.querySelectorAll("[data-piece]").forEach((piece) => {
      const old = document.getElementById(piece.id);
      if (!old || old.contains(document.activeElement) && document.activeElement.matches("input, textarea")) return;
      const focused = old.contains(document.activeElement) ? document.activeElement : null;
      piece.querySelectorAll("details[data-key]").forEach((card) => {
        if (open.has(card.dataset.key)) card.open = open.get(card.dataset.key);
      });
      if (old.isEqualNode(piece)) return;
      old.replaceWith(document.adoptNode(piece));
      if (focused) again(focused)?.focus();
    });
    announce();
  }
  // Where the focus was: the same control of the same finding, or the finding when that control is gone.
  function again(focused) {
    if (focused.id) return document.getElementById(focused.id);
    const key = focused.closest("[data-key]")?.dataset.key ?? "";
    const card = document.querySelector("[data-key='" + CSS.escape(key) + "']");
    const same = [...card?.querySelectorAll(focused.localName) ?? []].find((one) => one.textContent === focused.textContent);
    return same ?? card?.querySelector("summary");
  }
  function announce() {
    const shown = panes.find((pane) => !pane.hidden);
    const said = shown?.querySelector("[data-said]")?.textContent ?? "";
    if (said !== lastSaid && status) { status.dataset.found = said; spoken.textContent = said; }
    lastSaid = said;
  }
  const spoken = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  form.append(spoken);

  // Keeping: on this device at once, on the server soon after.
  const status = document.getElementById("saved");
  const words = status.querySelector("[data-words]");
  let dirty = merging, saving = false, saveSoon, firstUnsaved = 0, stopped = merging;
  function send(where, signal) {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
    return fetch("/posts/" + post + where, { method: "POST", body: data, signal, headers: { "X-Requested-With": "composer" } });
  }
  function snapshot() {
    return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "_csrf" && !name.startsWith("was"));
  }
  function keepHere() {
    try { localStorage.setItem(store, JSON.stringify({ at: Date.now(), version: version.value, fields: snapshot() })); } catch (full) { /* the server's copy has to do */ }
  }
  function say(text) { words.textContent = text; }
  async function save() {
    clearTimeout(saveSoon);
    if (saving || stopped || !dirty) return;
    saving = true;
    dirty = false;
    firstUnsaved = 0;
    let again = false;
    say(form.dataset.saving);
    try {
      const answer = await send("/autosave", AbortSignal.timeout(15000));
      const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
      if (answer.ok && told) {
        version.value = told.version;
        if (!dirty) localStorage.removeItem(store);
        say(told.words);
        status.classList.remove("c-stop");
      } else if (told?.outcome) {
        dirty = true;
        stopped = told.outcome !== "too-long";
        status.classList.add("c-stop");
        say(told.words + " ");
        if (stopped) both();
      } else {
        dirty = true;
        status.classList.add("c-stop");
        say(form.dataset.failed);
        again = true;
      }
    } catch (gone) { dirty = true; again = true; offline(); }
    saving = false;
    if (again) inAWhile();
    else if (dirty && !stopped) later();
  }
  // The form itself, sent the plain way, shows both people's words.
  function both() {
    const button = document.createElement("button");
    button.className = "btn";
    button.type = "submit";
    button.setAttribute("form", "composer");
    button.textContent = form.dataset.see;
    words.append(button);
  }
  function offline() {
    status.classList.add("c-stop");
    say(form.dataset.offline);
    inAWhile();
  }
  function inAWhile() {
    clearTimeout(saveSoon);
    saveSoon = setTimeout(save, 10000);
  }
  addEventListener("online", save);
  function later() {
    clearTimeout(saveSoon);
    firstUnsaved ||= Date.now();
    saveSoon = setTimeout(save, Date.now() - firstUnsaved > 8000 ? 0 : 1500);
  }
  function changed() {
    dirty = true;
    keepHere();
    if (!stopped) { say(form.dataset.unsaved); later(); }
  }
  form.addEventListener("input", (event) => {
    const field = event.target;
    if (field.type === "file" || field.name?.startsWith("focal-")) return;
    flow(field);
    changed();
    if (field.matches("[data-words], [data-check]")) {
      clearTimeout(lookSoon);
      lookSoon = setTimeout(look, 300);
    }
  });
  form.addEventListener("change", (event) => {
    if (event.target.name === "network") { dirty = false; form.requestSubmit(document.getElementById("show-networks")); }
    if (event.target.id === "file" && event.target.files.length) form.requestSubmit(document.getElementById("upload"));
  });
  let leaving = false;
  form.addEventListener("submit", () => { keepHere(); leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("beforeunload", (event) => { if (dirty && !leaving && !merging) event.preventDefault(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });

  // Words that stayed on this device: the connection broke, or the browser was closed.
  const local = document.getElementById("local");
  const left = JSON.parse(localStorage.getItem(store) || "null");
  // What bringing it back would change here: fields a person types into or ticks, and not what the server added since.
  function differing(fields) {
    const byName = Map.groupBy(fields, ([name]) => name);
    return [...byName].flatMap(([name, values]) => [...form.elements]
      .filter((field) => field.name === name && !["hidden", "submit", "file"].includes(field.type))
      .map((field, i) => ({ field, value: values[i]?.[1], ticked: values.some(([, value]) => value === field.value) }))
      .filter(({ field, value, ticked }) => field.type === "checkbox" ? field.checked !== ticked : value !== undefined && field.value !== value));
  }
  if (left && !merging) {
    if (!differing(left.fields).length) localStorage.removeItem(store);
    else local.hidden = false;
  }
  local.addEventListener("click", (event) => {
    const what = event.target.dataset.local;
    if (!what) return;
    if (what === "back") {
      differing(left.fields).forEach(({ field, value, ticked }) => {
        if (field.type === "checkbox") field.checked = ticked;
        else field.value = value;
      });
      panes.forEach((pane) => {
        const mine = document.getElementById("w-" + pane.dataset.pane + "-0");
        if (pane.dataset.pane !== "all" && mine.value !== document.getElementById("w-all-0").value) own.add(pane.dataset.pane);
      });
      changed();
      look();
    }
    localStorage.removeItem(store);
    local.hidden = true;
    document.getElementById("w-all-0").focus();
  });

  // "Use these words": only where the old words still stand.
  const unit = (text, codePoints) => [...text].slice(0, codePoints).join("").length;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use]");
    if (button) {
      const field = document.getElementById(button.dataset.use);
      const start = unit(field.value, Number(button.dataset.start));
      const end = unit(field.value, Number(button.dataset.end));
      event.preventDefault();
      if (field.value.slice(start, end) !== button.dataset.old) { look(); return; }
      field.focus();
      field.setRangeText(button.dataset.new, start, end, "select");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const claim = event.target.closest("[data-claim]");
    if (claim) {
      const rows = [...form.querySelectorAll("[name=claim]")];
      const row = rows.find((field) => field.value === claim.dataset.claim) ?? rows.find((field) => !field.value) ?? rows.at(-1);
      if (!row.value) { row.value = claim.dataset.claim; row.dispatchEvent(new Event("input", { bubbles: true })); }
      event.preventDefault();
      unfold(row);
      row.closest("fieldset").querySelector("[name=source-title]").focus();
    }
  });

  // Who else is here.
  async function here() {
    if (document.hidden) return;
    try {
      const answer = await send("/presence", AbortSignal.timeout(10000));
      if (answer.ok) replace(await answer.text());
    } catch (gone) { /* the next one will tell */ }
  }
  setInterval(here, 20000);
  addEventListener("pagehide", () => {
    const data = new URLSearchParams({ leaving: "true", _csrf: form.elements.namedItem("_csrf")?.value ?? "" });
    navigator.sendBeacon("/posts/" + post + "/presence", data);
  });
})();

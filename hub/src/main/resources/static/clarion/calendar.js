// The calendar's grid: drag a post to another time, or open it and move it. The table that the server wrote says the
// same and stays when this can't run.
const box = document.querySelector("[data-calendar]");
const said = document.querySelector("[data-said]");
const dialog = document.querySelector("#move");
// The words are British: so are the dates.
const locale = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const token = document.querySelector("meta[name=csrf]")?.content;

if (box && window.FullCalendar && matchMedia("(min-width: 901px)").matches) start();

async function start() {
  const { first, after } = box.dataset;
  let calendar;
  try {
    const answer = await fetch(`/api/v1/calendar?from=${first}&to=${after}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    calendar = grid((await answer.json()).days);
  } catch {
    return; // the table stays
  }
  const place = box.querySelector("[data-grid]");
  place.hidden = false;
  calendar.render();
  box.querySelector("[data-table]").hidden = true;
  // Drawn while it was too narrow to be seen, it has no widths.
  matchMedia("(min-width: 901px)").addEventListener("change", () => calendar.updateSize());
}

function grid(days) {
  const { view, first, at, now, moves } = box.dataset;
  return new FullCalendar.Calendar(box.querySelector("[data-grid]"), {
    initialView: { weeks: "weeks", month: "dayGridMonth", week: "timeGridWeek" }[view],
    views: { weeks: { type: "dayGrid", duration: { weeks: 3 } } },
    initialDate: view === "month" ? at : first,
    now, timeZone: "UTC", // times are on the reader's clock already
    locale,
    firstDay: 1, headerToolbar: false, height: "auto",
    dayHeaderFormat: view === "week" ? { weekday: "long", day: "numeric" } : { weekday: "long" },
    slotMinTime: "06:00:00", scrollTime: "08:00:00", slotDuration: "01:00:00", snapDuration: "00:15:00",
    slotLabelFormat: { hour: "2-digit", minute: "2-digit", hour12: false },
    allDayText: box.dataset.allDay, nowIndicator: true,
    defaultTimedEventDuration: "01:00", eventDurationEditable: false, eventOrder: "order,start",
    editable: moves === "yes", dayMaxEvents: false,
    events: days.flatMap(events),
    eventContent: ({ event }) => ({ domNodes: [drawn(event)] }),
    eventAllow: (drop, event) => drop.allDay === event.allDay,
    eventDrop: ({ event, oldEvent, revert }) => move(event, oldEvent, revert),
    eventClick: ({ event, jsEvent }) => {
      if (!event.extendedProps.post) return;
      jsEvent.preventDefault();
      open(event);
    },
  });
}

function events(day) {
  return [
    ...day.flags.map((name) => ({ title: name, start: day.date, allDay: true, order: 0, editable: false, extendedProps: { flag: true } })),
    ...day.posts.map((post) => ({
      title: post.title, start: post.at, url: `/posts/${post.post}`, order: 1,
      startEditable: post.movable.length > 0, extendedProps: { post },
    })),
    ...day.free.map((free) => ({
      title: box.dataset.free.replace("{0}", free.name), start: free.at, order: 2, editable: false,
      url: `/posts/new?network=${free.network}&at=${free.at}`, extendedProps: { free: true },
    })),
  ];
}

function drawn(event) {
  const { post, flag, free } = event.extendedProps;
  const slot = document.createElement("span");
  slot.className = flag ? "dayflag" : free ? "open-slot" : "slot";
  if (flag) slot.append(sign("flag"), " ");
  if (!post) {
    slot.append(event.title);
    return slot;
  }
  const words = document.createElement("span");
  const time = document.createElement("b");
  time.className = "num";
  time.textContent = event.startStr.slice(11, 16);
  const hidden = document.createElement("span");
  hidden.className = "visually-hidden";
  hidden.textContent = `, ${post.said}`;
  words.append(time, ` ${event.title}`, hidden);
  const drawnSign = sign(post.unsure ? "unsure" : String(post.rings));
  if (post.attention) drawnSign.classList.add("warn");
  slot.append(drawnSign, words);
  return slot;
}

function sign(name) {
  return document.querySelector(`template[data-sign="${name}"]`).content.firstElementChild.cloneNode(true);
}

function open(event) {
  const { post } = event.extendedProps;
  dialog.querySelector("[data-title]").textContent = event.title;
  dialog.querySelector("[data-words]").textContent = post.said;
  dialog.querySelector("[data-open]").href = `/posts/${post.post}`;
  const form = dialog.querySelector("[data-form]");
  if (form) {
    form.hidden = post.movable.length === 0;
    form.querySelector("[data-ids]").replaceChildren(...post.movable.map((id) => {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "delivery", value: id });
      return field;
    }));
    form.querySelector("[name=time]").value = event.startStr.slice(0, 16);
  }
  dialog.showModal();
}

async function move(event, before, revert) {
  const time = event.startStr.slice(0, 16);
  try {
    const moved = await send(event.extendedProps.post.movable, time);
    const [day, hour] = time.split("T");
    const when = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00Z`));
    say([box.dataset.moved.replace("{0}", when).replace("{1}", hour), ...moved.cautions].join(" "), false, async () => {
      await send(event.extendedProps.post.movable, before.startStr.slice(0, 16));
      event.setStart(before.start);
      say(box.dataset.back, false);
    });
  } catch (problem) {
    revert();
    say(problem.message || box.dataset.failed, true);
  }
}

async function send(deliveries, time) {
  const answer = await fetch("/api/v1/calendar/move", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-TOKEN": token },
    body: JSON.stringify({ deliveries, time }),
  }).catch(() => { throw new Error(box.dataset.failed); });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.detail || box.dataset.failed);
  return told;
}

function say(words, wrong, undo) {
  said.classList.toggle("is-stop", wrong);
  const sentence = document.createElement("span");
  sentence.textContent = words;
  said.replaceChildren(sentence);
  if (!undo) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = said.dataset.undo;
  button.addEventListener("click", () => undo().catch((problem) => say(problem.message || box.dataset.failed, true)));
  said.append(button);
}

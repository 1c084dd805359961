// What every page shares. Pages work without it.

// Leaving quickly: Escape pressed three times. The button works without this.
let presses = [];
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  presses = [...presses.filter((at) => Date.now() - at < 1500), Date.now()];
  const leave = document.querySelector("[data-leave]");
  if (presses.length === 3 && leave) location.replace(leave.href);
});

// A form that must not be sent twice says so while it is being sent.
addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  setTimeout(() => { delete form.dataset.sent; }, 8000);
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

// Fields that send their form when changed (language, theme, filters); the button beside them works without this.
addEventListener("change", (event) => {
  if (event.target.matches("[data-send-on-change]")) event.target.form.requestSubmit();
});

// Copy to the clipboard: <button data-copy="#id">.
addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const from = document.querySelector(button.dataset.copy);
  await navigator.clipboard.writeText(from.value ?? from.textContent);
  const said = button.querySelector("[data-copied]") ?? button;
  if (button.dataset.done) said.textContent = button.dataset.done;
});

// A year has four digits: with a bound that says so, whoever types a day is taken on to the time; without one the year waits for six.
document.querySelectorAll("input[type=date], input[type=datetime-local]").forEach((field) => {
  field.max ||= field.type === "date" ? "9999-12-31" : "9999-12-31T23:59";
});

// Adding pictures and choosing a focal point. Forms work without it.

// Files that are dropped, checked before they are sent, and followed on their way.
const dropOf = (event) => event.target.closest?.("[data-drop]");
const say = (drop, words) => { drop.querySelector("[data-said]").textContent = words; };
const bar = (drop, percent) => {
  const progress = drop.querySelector("[data-bar]");
  progress.hidden = percent === null;
  progress.value = percent ?? 0;
};
const ready = (drop) => {
  const input = drop.querySelector("input[type=file]");
  const large = [...input.files].find((file) => file.size > Number(drop.dataset.most));
  if (large) {
    say(drop, `${large.name}: ${drop.dataset.tooLarge}`);
    input.value = "";
    return false;
  }
  say(drop, "");
  return input.files.length > 0;
};

addEventListener("dragover", (event) => {
  const drop = dropOf(event);
  if (!drop || !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  drop.classList.add("over");
});
addEventListener("dragleave", (event) => {
  const drop = dropOf(event);
  if (drop && !drop.contains(event.relatedTarget)) drop.classList.remove("over");
});
addEventListener("drop", (event) => {
  const drop = dropOf(event);
  if (!drop || !event.dataTransfer.files.length) return;
  event.preventDefault();
  drop.classList.remove("over");
  drop.querySelector("input[type=file]").files = event.dataTransfer.files;
  if (ready(drop)) drop.querySelector("button[type=submit]").click();
});
addEventListener("change", (event) => {
  const drop = dropOf(event);
  if (drop && event.target.type === "file") ready(drop);
});
addEventListener("htmx:beforeRequest", (event) => {
  const drop = dropOf(event);
  if (!drop || !drop.querySelector("input[type=file]").files.length) return;
  say(drop, drop.dataset.progress);
  bar(drop, 0);
});
addEventListener("htmx:xhr:progress", (event) => {
  const drop = dropOf(event);
  if (drop && event.detail.lengthComputable) bar(drop, (100 * event.detail.loaded) / event.detail.total);
});
addEventListener("htmx:afterRequest", (event) => {
  const drop = dropOf(event);
  if (!drop) return;
  bar(drop, null);
  const tooLarge = event.detail.xhr?.status === 413;
  say(drop, event.detail.successful ? "" : tooLarge ? drop.dataset.tooLarge : drop.dataset.failed);
  if (event.detail.successful) drop.querySelector("input[type=file]").value = "";
});

// The focal point: nine places by radio buttons, or exactly, by pressing on the picture or in percent.
const map = document.querySelector("[data-focal-map]");
if (map) {
  const form = document.querySelector("form:has(input[name=place])");
  const mark = map.querySelector("[data-focal-mark]");
  const show = (x, y) => mark.setAttribute(
    "transform", `translate(${(x / 100) * map.dataset.width} ${(y / 100) * map.dataset.height})`);
  const exact = () => {
    form.querySelector("input[name=place][value=exact]").checked = true;
    show(form.elements.x.value, form.elements.y.value);
  };
  form?.addEventListener("input", (event) => {
    if (event.target.name === "place" && event.target.dataset.x) {
      form.elements.x.value = event.target.dataset.x;
      form.elements.y.value = event.target.dataset.y;
      show(event.target.dataset.x, event.target.dataset.y);
    } else if (event.target.name === "x" || event.target.name === "y") {
      exact();
    }
  });
  if (form) map.addEventListener("click", (event) => {
    const box = map.getBoundingClientRect();
    form.elements.x.value = Math.round((100 * (event.clientX - box.left)) / box.width);
    form.elements.y.value = Math.round((100 * (event.clientY - box.top)) / box.height);
    exact();
  });
}

// Picking a phrase with the mouse, finger or keyboard selection fills the form beside it. Typing it works too.
const phrase = document.querySelector("#phrase");
if (phrase) {
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const words = selection.toString().trim();
    const spoken = selection.anchorNode?.parentElement?.closest(".spoken");
    if (!words || !spoken || !spoken.contains(selection.focusNode)) return;
    const before = spoken.textContent.indexOf(words);
    phrase.value = words.slice(0, 2000);
    document.querySelector("#picked-network").value = spoken.dataset.network;
    document.querySelector("#picked-start").value = before < 0 ? 0 : [...spoken.textContent.slice(0, before)].length;
  });
}

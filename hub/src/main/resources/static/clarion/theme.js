// Runs before the first paint: Tabler needs a theme by name, so "auto" becomes what the device asks for.
(function () {
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => { if (root.dataset.theme === "auto") root.dataset.bsTheme = device.matches ? "dark" : "light"; };
  apply();
  device.addEventListener("change", apply);
})();

// Light, dark, or what the reader's device says; the choice stays on the device.
(() => {
  const names = { system: "Colores del equipo", light: "Colores claros", dark: "Colores oscuros" };
  const media = { system: "(prefers-color-scheme: dark)", light: "not all", dark: "all" };
  const order = Object.keys(names);
  let chosen = "system";
  try {
    chosen = localStorage.getItem("bitacora.colours") || chosen;
  } catch {
    // A browser that keeps nothing still shows the site.
  }

  const show = () => {
    for (const sheet of document.querySelectorAll("[data-scheme=dark]")) {
      sheet.media = media[chosen] || media.system;
    }
  };
  show();

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("colours");
    const tell = () => (button.textContent = names[chosen] || names.system);
    button.addEventListener("click", () => {
      chosen = order[(order.indexOf(chosen) + 1) % order.length];
      try {
        localStorage.setItem("bitacora.colours", chosen);
      } catch {
        // The choice then lasts for this page only.
      }
      show();
      tell();
    });
    tell();
    button.hidden = false;
  });
})();

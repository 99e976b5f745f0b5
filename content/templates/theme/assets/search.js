// The search boxes of a page: nothing is fetched until a reader touches one.
const here = document.currentScript.src;
const boxes = [...document.querySelectorAll("form[role=search] input[name=q]")];
const onDisk = location.protocol === "file:";

// A browser opens no program and no data from a disk: it is said before anybody types in vain.
function sayWhyNot(box) {
  if (box.form.querySelector(".finder__note")) return;
  const note = document.createElement("p");
  note.className = "finder__note";
  note.setAttribute("role", "status");
  note.textContent = "Este sitio se abrió desde un disco, y ahí el buscador no funciona. Use el menú o el mapa del sitio.";
  box.form.append(note);
}

async function start(box) {
  if (box.dataset.ready) return;
  box.dataset.ready = "yes";
  const { attach } = await import(new URL("search-box.js", here));
  attach(box);
}

for (const box of boxes) {
  box.setAttribute("aria-keyshortcuts", "/");
  box.addEventListener("focus", () => (onDisk ? sayWhyNot(box) : start(box)));
  if (onDisk) box.form.addEventListener("submit", (event) => { event.preventDefault(); sayWhyNot(box); });
  else if (document.activeElement === box) start(box);
}

// The box inside the page, where there is one, is nearer than that of the header.
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  const shown = boxes.filter((box) => box.getClientRects().length);
  const box = shown.find((one) => one.closest("main")) || shown[0];
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

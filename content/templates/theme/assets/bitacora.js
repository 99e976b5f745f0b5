// The keyboard reaches the frame of a table that is wider than the screen.
const frames = new Map();
let heading = "";
for (const found of document.querySelectorAll(".md-typeset :is(h1, h2, h3, summary, .scroll)")) {
  if (found.className === "scroll") frames.set(found, `Tabla: ${heading}`);
  else heading = found.firstChild.textContent.trim() || heading;
}

const reach = () => {
  for (const [frame, name] of frames) {
    const wide = frame.scrollWidth > frame.clientWidth;
    const attributes = { tabindex: "0", role: "group", "aria-label": name };
    for (const [attribute, value] of Object.entries(attributes)) {
      if (wide) frame.setAttribute(attribute, value);
      else frame.removeAttribute(attribute);
    }
  }
};
reach();
addEventListener("resize", reach);
// What was folded had no width until it was opened.
addEventListener("toggle", reach, true);

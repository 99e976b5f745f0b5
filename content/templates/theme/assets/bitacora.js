// A table wider than the screen scrolls inside a frame that the keyboard can reach.
const frames = [];
let heading = "";
for (const found of document.querySelectorAll(".md-typeset :is(h1, h2, h3, table)")) {
  if (found.tagName !== "TABLE") {
    heading = found.firstChild.textContent;
    continue;
  }
  const frame = document.createElement("div");
  frame.className = "scroll";
  frame.dataset.name = `Tabla: ${heading}`;
  found.before(frame);
  frame.append(found);
  frames.push(frame);
}

const reach = () => {
  for (const frame of frames) {
    const wide = frame.scrollWidth > frame.clientWidth;
    const attributes = { tabindex: "0", role: "group", "aria-label": frame.dataset.name };
    for (const [name, value] of Object.entries(attributes)) {
      if (wide) frame.setAttribute(name, value);
      else frame.removeAttribute(name);
    }
  }
};
reach();
addEventListener("resize", reach);
// What was folded had no width until it was opened.
addEventListener("toggle", reach, true);

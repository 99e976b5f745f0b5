// What is drawn of each page found.
import { ROOT } from "./search-names.js";

const NEAREST = 3, OF_A_KIND = 4;

export function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

export const addressOf = (page) => new URL(page.address, ROOT).href;
// Under the name of a kind it is not said again.
export const factsOf = (page, under) => [under ? "" : page.kind, page.state, page.axisName].filter(Boolean).join(" · ");

// The nearest first, whatever their kind; then some of each kind, in the order they came.
export function groupsOf(hits, near = NEAREST, ofAKind = OF_A_KIND) {
  const kinds = new Map();
  for (const hit of hits.slice(near)) {
    if (!kinds.has(hit.page.kind)) kinds.set(hit.page.kind, []);
    kinds.get(hit.page.kind).push(hit);
  }
  const others = [...kinds].map(([kind, all]) => ({ kind, all, shown: all.slice(0, ofAKind) }));
  return [{ kind: "", all: hits, shown: hits.slice(0, near) }, ...others];
}

// Takes only text and marks from an excerpt, whatever else it may hold.
function* plainExcerpt(html) {
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    yield node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent;
  }
}

export function rowOf({ page, excerpt }, under) {
  const title = element("h3", {}, element("a", { href: addressOf(page) }, page.title));
  const row = element("li", { class: "found__row" }, title);
  const facts = factsOf(page, under);
  if (facts) row.append(element("p", { class: "found__facts" }, facts));
  if (excerpt) {
    const shown = element("p", { class: "found__excerpt" });
    row.append(shown);
    excerpt().then((html) => shown.append(...plainExcerpt(html)), () => shown.remove());
  }
  return row;
}

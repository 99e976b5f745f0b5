// Search over the index of the site: the address holds the question, nothing leaves the site.
import * as pagefind from "../pagefind/pagefind.js";

const BATCH = 15;
const place = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search);
const words = (asked.get("q") || "").trim();
const chosen = asked.get("tipo");

function element(name, content, attributes = {}) {
  const made = document.createElement(name);
  made.append(content);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// Takes only text and marks from the excerpt, whatever else it may hold.
function excerpt(html) {
  const shown = element("p", "");
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    shown.append(node.nodeName === "MARK" ? element("mark", node.textContent) : node.textContent);
  }
  return shown;
}

function hit({ url, meta, excerpt: html }) {
  const row = element("li", element("h2", element("a", meta.title, { href: url })));
  const facts = [meta.tipo, meta.estado].filter(Boolean).join(" · ");
  row.append(element("p", facts, { class: "card__meta" }), excerpt(html));
  return row;
}

function kindLink(name, count, value) {
  const query = new URLSearchParams(value ? { q: words, tipo: value } : { q: words });
  const link = element("a", `${name} (${count})`, { href: `?${query}` });
  if (value === chosen) link.setAttribute("aria-current", "true");
  return element("li", link);
}

async function kindsById() {
  const answer = await fetch(new URL("../pagefind/kinds.json", import.meta.url));
  const kinds = Object.entries(await answer.json());
  return new Map(kinds.flatMap(([kind, ids]) => ids.map((id) => [id, kind])));
}

function showKinds(results, kinds) {
  const counts = new Map();
  for (const { id } of results) counts.set(kinds.get(id), (counts.get(kinds.get(id)) || 0) + 1);
  const named = [...counts].sort(([a], [b]) => a.localeCompare(b, "es"));
  place("kinds").append(kindLink("Todo", results.length, null));
  for (const [name, count] of named) place("kinds").append(kindLink(name, count, name));
}

async function showHits(results) {
  const list = place("hits");
  const next = results.slice(list.children.length, list.children.length + BATCH);
  list.append(...(await Promise.all(next.map((result) => result.data()))).map(hit));
  place("more").hidden = list.children.length >= results.length;
}

function tell(count) {
  const found = count === 1 ? "Hay 1 resultado" : `Hay ${count} resultados`;
  const none = "No hay resultados. Pruebe con menos palabras o con otra parecida";
  place("told").textContent = count ? `${found} para «${words}».` : `${none}: buscó «${words}».`;
}

async function answer() {
  place("words").value = words;
  const [{ results }, kinds] = await Promise.all([pagefind.search(words), kindsById()]);
  const wanted = results.filter(({ id }) => !chosen || kinds.get(id) === chosen);
  if (results.length) showKinds(results, kinds);
  place("more").addEventListener("click", () => showHits(wanted));
  await showHits(wanted);
  tell(wanted.length);
}

if (words) await answer();
else place("words").focus();

// The page of answers: names first, then words inside the pages; the address says what is asked.
import { loadNames } from "./search-names.js";
import { match, nearest, unknown } from "./search-match.js";
import { inside } from "./search-inside.js";
import { FACETS, address, asked, counted, fits, nameOf } from "./search-facets.js";
import { element, groupsOf, rowOf } from "./search-rows.js";

const BATCH = 10, VALUES = 6;
const place = (id) => document.getElementById(id);
const state = { names: null, words: "", chosen: {}, found: [], shown: BATCH };

const pagesCount = (count) => (count === 1 ? "1 página" : `${count} páginas`);

function sentence(fitting) {
  const { found, chosen, words, names } = state;
  if (!found.length) return `Ninguna página dice «${words}».`;
  const narrowed = FACETS.filter(({ code }) => chosen[code]);
  const by = narrowed.map((facet) => `${facet.title.toLowerCase()} «${nameOf(facet, chosen[facet.code], names)}»`).join(", ");
  // Pages that only say it inside may say just something like it.
  const alike = found[0].excerpt ? "que dicen por dentro algo como" : "para";
  const all = `${pagesCount(found.length)} ${alike} «${words}»`;
  const count = by ? `${fitting.length} de ${all}: ${by}.` : `Hay ${all}.`;
  if (found[0].excerpt) return `Ninguna página se llama así. ${count}`;
  const missing = unknown(names, words).map((word) => `«${word}»`);
  return missing.length ? `${count} Ninguna tiene en su nombre ${missing.join(" ni ")}.` : count;
}

function facetLink(facet, { value, count, name }) {
  const on = state.chosen[facet.code] === value;
  const next = { ...state.chosen, [facet.code]: on ? undefined : value };
  const link = element("a", { href: address(state.words, next), "data-facet": facet.code, "data-value": value }, `${name} `,
    element("span", { class: "found__count" }, `(${count})`));
  if (on) link.setAttribute("aria-current", "true");
  return element("li", {}, link);
}

function facetBox(facet) {
  const values = counted(state.found.map(({ page }) => page), facet, state.chosen, state.names);
  const chosen = state.chosen[facet.code];
  const title = chosen ? `${facet.title}: ${nameOf(facet, chosen, state.names)}` : facet.title;
  const [first, others] = values.length > VALUES + 1 ? [values.slice(0, VALUES), values.slice(VALUES)] : [values, []];
  const listed = (some) => element("ul", { class: "found__values" }, ...some.map((value) => facetLink(facet, value)));
  const box = element("details", { class: "found__facet", "data-code": facet.code }, element("summary", {}, title), listed(first));
  if (others.length) box.append(element("details", {}, element("summary", {}, `Otros ${others.length}`), listed(others)));
  const before = place("facets").querySelector(`[data-code=${facet.code}]`);
  box.open = before ? before.open : matchMedia("(min-width: 60em)").matches;
  return box;
}

function showFacets() {
  const boxes = FACETS.map(facetBox);
  const clear = element("a", { href: address(state.words, {}), class: "found__clear" }, "Quitar los filtros");
  place("facets").replaceChildren(...boxes, ...(Object.keys(state.chosen).length ? [clear] : []));
}

function section(title, hits, under, ...more) {
  const rows = element("ol", { class: "found__rows" }, ...hits.map((hit) => rowOf(hit, under)));
  return element("section", {}, element("h2", {}, title), rows, ...more);
}

function kindSection({ kind, all, shown }) {
  if (all.length === shown.length) return section(kind, shown, kind);
  const target = address(state.words, { ...state.chosen, tipo: kind });
  const link = element("a", { href: target, "data-facet": "tipo", "data-value": kind }, `Ver más de tipo «${kind}»`);
  return section(kind, shown, kind, element("p", {}, link));
}

// Narrowed to a kind, one list; else the nearest, some of each kind, what only says it inside.
function showHits(fitting) {
  const { tipo } = state.chosen;
  const long = tipo ? fitting : fitting.filter(({ excerpt }) => excerpt);
  const some = long.slice(0, state.shown);
  const sections = tipo ? [section(tipo, some, tipo)] : [];
  if (!tipo) {
    const [nearest, ...kinds] = groupsOf(fitting.filter(({ excerpt }) => !excerpt));
    if (nearest.shown.length) sections.push(section("Lo más cercano", nearest.shown));
    sections.push(...kinds.map(kindSection));
    if (some.length) sections.push(section("También lo dicen por dentro", some));
  }
  place("hits").replaceChildren(...sections);
  place("more").hidden = long.length <= state.shown;
}

function showNothing() {
  const close = state.found.some(({ excerpt }) => !excerpt) ? [] : nearest(state.names, state.words);
  const links = close.map((word) => element("li", {}, element("a", { href: address(word, {}) }, word)));
  place("near").hidden = !links.length;
  place("near-words").replaceChildren(...links);
  place("ways").hidden = state.found.length > 0;
}

function show(done) {
  const fitting = state.found.filter(({ page }) => fits(page, state.chosen));
  place("found").hidden = !state.found.length;
  if (state.found.length) showFacets();
  showHits(fitting);
  // Until the insides of the pages are searched too, nothing is said to be all there is.
  if (!done) return;
  showNothing();
  place("told").textContent = sentence(fitting);
  place("told").dataset.done = "yes";
}

async function search() {
  const { names, words } = state;
  state.found = match(names, words).map((hit) => ({ page: names.pages[hit.place], place: hit.place }));
  if (state.found.length) show(false);
  let failed = false;
  const others = await inside(words).catch(() => { failed = true; return []; });
  const named = new Set(state.found.map((hit) => hit.place));
  const more = others.filter((hit) => !named.has(hit.place)).map((hit) => ({ ...hit, page: names.pages[hit.place] }));
  state.found = [...state.found, ...more];
  show(true);
  if (failed) place("told").textContent += " No se pudo buscar dentro de las páginas: solo se miraron sus nombres.";
}

function follow(event) {
  const link = event.target.closest("a[data-facet], a.found__clear");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href"));
  narrow();
  // The same link, drawn anew, keeps the place of whoever goes by keyboard.
  const { facet, value } = link.dataset;
  const again = [...place("facets").querySelectorAll("a")].find((it) => it.dataset.facet === facet && it.dataset.value === value);
  (again?.getClientRects().length ? again : place("told")).focus();
}

function narrow() {
  state.chosen = asked().chosen;
  state.shown = BATCH;
  show(true);
}

async function start() {
  const { words, chosen } = asked();
  place("words").value = words;
  if (!words) {
    place("told").textContent = "Escriba lo que busca con sus palabras. No importan las tildes, los plurales ni las mayúsculas.";
    return place("words").focus();
  }
  document.title = `${words} – ${document.title}`;
  place("told").textContent = `Buscando «${words}»…`;
  try {
    Object.assign(state, { names: await loadNames(), words, chosen });
  } catch {
    place("told").textContent = "No se pudo traer la lista de páginas. Vuelva a cargar esta página o use los enlaces de abajo.";
    return undefined;
  }
  place("found").addEventListener("click", follow);
  place("more").addEventListener("click", () => { state.shown += BATCH; show(true); });
  addEventListener("popstate", () => (asked().words === words ? narrow() : location.reload()));
  return search();
}

await start();

// What the answers may be narrowed by; the address says what was chosen.
import { NO_DATA } from "./search-names.js";

export const FACETS = [
  { code: "tipo", title: "Tipo", of: (page) => page.kind, named: (value) => value },
  { code: "estado", title: "Estado", of: (page) => page.state || NO_DATA, named: (value) => value },
  { code: "eje", title: "Eje", of: (page) => page.axis, named: (value, names) => names.axes.get(value) || value },
];

export const nameOf = (facet, value, names) => (value === NO_DATA ? "Sin dato" : facet.named(value, names));

export function asked() {
  const query = new URLSearchParams(location.search);
  const chosen = FACETS.map(({ code }) => [code, query.get(code)]).filter(([, value]) => value);
  return { words: (query.get("q") || "").trim(), chosen: Object.fromEntries(chosen) };
}

export function address(words, chosen) {
  const query = new URLSearchParams({ q: words });
  for (const { code } of FACETS) if (chosen[code]) query.set(code, chosen[code]);
  return `?${query}`;
}

export const fits = (page, chosen, but) =>
  FACETS.every(({ code, of }) => code === but || !chosen[code] || of(page) === chosen[code]);

// How many pages there would be for each value, with what is chosen in the other facets: the chosen
// one first, then the fullest.
export function counted(pages, facet, chosen, names) {
  const counts = new Map();
  for (const page of pages) {
    if (!fits(page, chosen, facet.code)) continue;
    counts.set(facet.of(page), (counts.get(facet.of(page)) || 0) + 1);
  }
  if (chosen[facet.code] && !counts.has(chosen[facet.code])) counts.set(chosen[facet.code], 0);
  const rank = (value) => (value === NO_DATA ? 2 : value === chosen[facet.code] ? 0 : 1);
  return [...counts]
    .map(([value, count]) => ({ value, count, name: nameOf(facet, value, names) }))
    .sort((a, b) => rank(a.value) - rank(b.value) || b.count - a.count || a.name.localeCompare(b.name, "es"));
}

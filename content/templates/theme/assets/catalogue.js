// A list by its facets. What is chosen stands in the address: ?eje=ciudad-que-coopera&ods=11&ods=13
const form = document.querySelector("form.catalogue");
const inside = (css) => form.querySelector(css);
const every = (css, within = form) => [...within.querySelectorAll(css)];
const boxes = every("input");
const facets = every(".catalogue__facet");
const order = inside("select");
const download = inside("a[download]");
const file = new URL(download.href);
const data = new URL(form.dataset.facets, location.href);
const site = new URL("../../", data);
let seen = location.search;

// What stands between the form and the end of the list.
const list = [];
for (let next = form.nextElementSibling; next && !next.matches(".catalogue-end"); ) {
  list.push(next);
  next = next.nextElementSibling;
}

const number = (count) => count.toLocaleString("es-CO");
const address = (url) => url.pathname.replace(/index\.html$/, "");

// Each card of the facets with its row in the list.
function withRows(cards) {
  const places = new Map(cards.map((card) => [address(new URL(card.pagina, site)), card]));
  return list.flatMap((part) => every("tbody tr", part)).flatMap((row, place) => {
    const link = every("a", row).find((found) => places.has(address(found)));
    return link ? [{ row, place, ...places.get(address(link)) }] : [];
  });
}

let asked;
// Asked for once, when somebody is about to filter; asked for again if it did not come.
function loaded() {
  asked ??= fetch(data)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(({ fichas }) => withRows(fichas));
  asked.catch(() => (asked = undefined));
  return asked;
}

// The values chosen in each facet that has any.
function choice() {
  const chosen = {};
  for (const { name, value, checked } of boxes) if (checked) (chosen[name] ??= []).push(value);
  return chosen;
}

// Any of the values of a facet, all of the facets; ``but`` is a facet that does not count.
const fits = (card, chosen, but) =>
  Object.entries(chosen).every(
    ([facet, values]) => facet === but || values.some((it) => card.facetas[facet].includes(it)),
  );

const byTitle = (a, b) => a.titulo.localeCompare(b.titulo, "es", { numeric: true });
// What has no date goes last in both orders.
const byDate = (way) => (a, b) =>
  !a.fecha - !b.fecha || way * (a.fecha ?? "").localeCompare(b.fecha ?? "") || a.place - b.place;
const orders = {
  "": (a, b) => a.place - b.place,
  titulo: byTitle,
  reciente: byDate(-1),
  antiguo: byDate(1),
};

function showRows(cards, shown) {
  for (const card of cards) card.row.hidden = !shown.has(card);
  // Rows stay in their table: each group has columns of its own.
  for (const { row } of [...cards].sort(orders[order.value])) row.parentNode.append(row);
}

// A group whose rows are all hidden goes with its heading, its words and its place in the index.
function showGroups(filtered) {
  const level = (part) => (/^H\d$/.test(part.tagName) ? Number(part.tagName[1]) : 0);
  const full = (part) => every("tbody tr", part).some((row) => !row.hidden);
  let alone = false;
  list.forEach((part, place) => {
    if (level(part)) {
      const end = list.findIndex((it, at) => at > place && level(it) && level(it) <= level(part));
      alone = filtered && !list.slice(place, end < 0 ? undefined : end).some(full);
      const entry = document.querySelector(`.md-nav a[href="#${CSS.escape(part.id)}"]`);
      if (entry) entry.closest("li").hidden = alone;
    }
    const empty = filtered && part.querySelector("tbody tr") && !full(part);
    part.hidden = alone || Boolean(empty) || (filtered && part.matches(".whole"));
  });
}

function showCounts(cards, chosen) {
  for (const facet of facets) {
    const [{ name }] = every("input", facet);
    const open = cards.filter((card) => fits(card, chosen, name));
    for (const box of every("input", facet)) {
      const count = open.filter((card) => card.facetas[name].includes(box.value)).length;
      const label = box.closest("label");
      label.querySelector(".catalogue__count").textContent = `(${number(count)})`;
      label.classList.toggle("catalogue__none", !count && !box.checked);
    }
  }
}

function showChosen(chosen) {
  for (const facet of facets) {
    const count = chosen[every("input", facet)[0].name]?.length;
    facet.querySelector(".catalogue__chosen").textContent = count ? ` (${count})` : "";
  }
}

// «12 de 51 buenas prácticas: etapa Piloto o Consolidada; ODS 11».
function told(cards, shown, chosen) {
  const parts = every("fieldset").flatMap((field) => {
    const names = every("input:checked", field).map((box) => box.dataset.said);
    return names.length ? [`${field.dataset.said} ${names.join(" o ")}`] : [];
  });
  const whole = `${number(cards.length)} ${form.dataset.noun}`;
  return parts.length ? `${number(shown.size)} de ${whole}: ${parts.join("; ")}.` : whole;
}

function showDownload(count, filtered) {
  download.hidden = !count;
  download.textContent = `Descargar ${number(count)} ${count === 1 ? "fila" : "filas"} (CSV)`;
  inside("button").hidden = !filtered;
}

async function show() {
  const chosen = choice();
  const filtered = Object.keys(chosen).length > 0;
  showChosen(chosen);
  form.ariaBusy = "true";
  let cards;
  try {
    cards = await loaded();
  } catch {
    inside(".catalogue__told").textContent =
      "No se pudo filtrar: falló la conexión. La lista está completa; vuelva a intentarlo.";
    return;
  } finally {
    form.ariaBusy = null;
  }
  const shown = new Set(cards.filter((card) => fits(card, chosen)));
  showRows(cards, shown);
  showGroups(filtered);
  showCounts(cards, chosen);
  inside(".catalogue__told").textContent = told(cards, shown, chosen);
  showDownload(shown.size, filtered);
}

function read() {
  const query = new URLSearchParams(location.search);
  for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
  order.value = query.get(order.name) ?? "";
  if (order.selectedIndex < 0) order.value = "";
  return boxes.some((box) => box.checked) || order.value !== "";
}

function write() {
  const query = new URLSearchParams(
    [...boxes.filter((box) => box.checked), order].map(({ name, value }) => [name, value]),
  );
  if (!order.value) query.delete(order.name);
  history.pushState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
  seen = location.search;
  show();
}

// The lines of a CSV as they are written, each with its first cell; a quoted cell may hold breaks.
function* rowsOf(csv) {
  for (const [line] of csv.matchAll(/(?:"[^"]*"|[^"\n])*(?:\n|$)/g)) {
    if (line) yield [line, line.match(/^[^,\n]*/)[0]];
  }
}

async function save(shown) {
  const csv = await (await fetch(file)).text();
  const ids = new Set([...shown].map((card) => card.id));
  const [[head], ...rows] = rowsOf(csv);
  const lines = rows.filter(([, id]) => ids.has(id)).map(([line]) => line);
  const name = [...new URLSearchParams(location.search)].flat().join("-");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([head, ...lines], { type: "text/csv" }));
  const plain = name.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 80);
  link.download = download.download.replace(".csv", `-${plain}.csv`);
  link.click();
  URL.revokeObjectURL(link.href);
}

download.addEventListener("click", async (event) => {
  const chosen = choice();
  if (!Object.keys(chosen).length) return;
  event.preventDefault();
  const cards = await loaded();
  await save(cards.filter((card) => fits(card, chosen)));
});

form.addEventListener("change", write);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const box of boxes) box.checked = false;
  write();
  // The button goes away: the reader stays where the list is told of.
  inside(".catalogue__told").focus();
});
form.addEventListener("focusin", () => loaded().catch(() => {}), { once: true });
addEventListener("popstate", () => {
  // A step to another heading of the page leaves the list as it is.
  if (location.search === seen) return;
  seen = location.search;
  read();
  show();
});

// One facet open at a time; those by the right edge open to the left.
form.addEventListener(
  "toggle",
  ({ target }) => {
    if (!target.open || !facets.includes(target)) return;
    for (const facet of facets) if (facet !== target) facet.open = false;
    const field = target.querySelector("fieldset");
    target.classList.remove("catalogue__facet--end");
    const past = field.getBoundingClientRect().right > document.documentElement.clientWidth;
    target.classList.toggle("catalogue__facet--end", past);
  },
  true,
);
form.addEventListener("keydown", ({ key }) => {
  const open = facets.find((facet) => facet.open);
  if (key !== "Escape" || !open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
document.addEventListener("click", ({ target }) => {
  for (const facet of facets) if (!facet.contains(target)) facet.open = false;
});

// A link that filters opens the list filtered, in sight.
if (read()) {
  await show();
  if (!location.hash && form.getBoundingClientRect().top > innerHeight / 2) form.scrollIntoView();
}
form.classList.add("catalogue--ready");

// A search box with suggestions, as the WAI-ARIA pattern of the combobox with a list.
import { ROOT, loadNames } from "./search-names.js";
import { match } from "./search-match.js";
import { addressOf, element, factsOf, groupsOf } from "./search-rows.js";

const NEAREST = 3, KINDS = 4, OF_A_KIND = 2;
let made = 0;

class Suggestions {
  constructor(box) {
    this.box = box;
    this.id = `finder-${++made}`;
    this.list = element("div", { class: "finder", id: this.id, role: "listbox", "aria-label": "Páginas sugeridas", hidden: "" });
    this.status = element("p", { class: "unseen", role: "status" });
    box.form.append(this.list, this.status);
    // A box of type «search» may not be a combobox.
    box.type = "text";
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.id };
    for (const [key, value] of Object.entries(roles)) box.setAttribute(key, value);
    box.addEventListener("input", () => this.answer());
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("focus", () => this.answer());
    box.addEventListener("blur", () => this.close());
    // A press on a suggestion must not take the focus away before it is a click.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  async answer() {
    const words = this.box.value.trim();
    if (!words) return this.close();
    try {
      const names = await loadNames();
      if (words === this.box.value.trim() && document.activeElement === this.box) this.show(names, words);
    } catch {
      this.status.textContent = "No se pudieron traer las sugerencias. Oprima Entrar para buscar.";
    }
  }

  show(names, words) {
    const pages = match(names, words).map(({ place }) => ({ page: names.pages[place] }));
    const groups = groupsOf(pages, NEAREST, OF_A_KIND).slice(0, KINDS);
    this.list.replaceChildren(...groups.filter(({ shown }) => shown.length).map((group, at) => this.group(group, at)));
    this.list.append(this.whole(words, pages.length));
    this.options.forEach((option, at) => { option.id = `${this.id}-${at}`; });
    this.list.hidden = false;
    this.box.setAttribute("aria-expanded", "true");
    this.choose(null);
    const found = pages.length === 1 ? "1 página parecida" : `${pages.length} páginas parecidas`;
    this.status.textContent = pages.length ? `${found}. Recórralas con las flechas.` : "Ninguna página se llama así.";
  }

  group({ kind, shown }, at) {
    const name = `${this.id}-group-${at}`;
    const title = element("div", { class: "finder__kind", id: name, role: "presentation" }, kind || "Lo más cercano");
    const options = shown.map(({ page }) =>
      element("a", { class: "finder__option", role: "option", tabindex: "-1", "aria-selected": "false", href: addressOf(page) },
        element("span", { class: "finder__title" }, page.title), " ", element("span", { class: "finder__facts" }, factsOf(page, kind))));
    return element("div", { role: "group", "aria-labelledby": name }, title, ...options);
  }

  whole(words, count) {
    const told = count ? `Ver todo lo que hay de «${words}»` : `Buscar «${words}» dentro de las páginas`;
    const target = new URL("buscar/", ROOT);
    target.searchParams.set("q", words);
    return element("a", { class: "finder__option finder__option--all", role: "option", tabindex: "-1", "aria-selected": "false", href: target.href }, told);
  }

  key(event) {
    const { options } = this;
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      return this.close();
    }
    if (event.key === "Enter" && this.chosen) {
      event.preventDefault();
      return this.chosen.click();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return undefined;
    event.preventDefault();
    if (this.list.hidden) return this.answer();
    // Beyond either end the reader is back in the box, with what was typed.
    const stops = [null, ...options];
    const step = event.key === "ArrowDown" ? 1 : stops.length - 1;
    return this.choose(stops[(stops.indexOf(this.chosen) + step) % stops.length]);
  }

  choose(option) {
    this.chosen?.setAttribute("aria-selected", "false");
    this.chosen = option;
    if (!option) return this.box.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    return this.box.setAttribute("aria-activedescendant", option.id);
  }

  close() {
    this.list.hidden = true;
    this.status.textContent = "";
    this.box.setAttribute("aria-expanded", "false");
    this.choose(null);
  }
}

export function attach(box) {
  const suggestions = new Suggestions(box);
  loadNames().catch(() => {});
  if (box.value) suggestions.answer();
}

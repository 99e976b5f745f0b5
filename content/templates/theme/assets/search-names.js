// The names of all pages, fetched once, with every word they can be found by.
import { bare, fold, plainN, saying, stem, wordsOf } from "./search-words.js";

export const ROOT = new URL("../", import.meta.url);
// What a word is worth by where it stands.
const TITLE = 1, NAME = 0.95, OTHER = 0.55, KIND = 0.5, STATE = 0.4;
export const NO_DATA = "sin_dato";
export const LIST = "Listado";

function pageOf([address, title, kind, prominence, state = -1, axis = -1, names = "", others = ""], lists) {
  return {
    address,
    title,
    kind: lists.tipos[kind],
    state: lists.estados[state] || "",
    axis: lists.ejes[axis]?.[0] || NO_DATA,
    axisName: lists.ejes[axis]?.[1] || "",
    prominence,
    names: names ? names.split("|") : [],
    others,
  };
}

class Vocabulary {
  constructor() {
    this.words = new Map();
    this.stems = new Map();
    this.spoken = new Map();
  }

  add(text, place, worth) {
    for (const written of text.match(/\p{L}+|\p{N}+/gu) || []) {
      for (const word of wordsOf(written)) {
        let pages = this.words.get(word);
        if (!pages) {
          this.words.set(word, (pages = new Map()));
          this.file(word);
          this.spoken.set(word, written.toLowerCase());
        }
        if ((pages.get(place) || 0) < worth) pages.set(place, worth);
      }
    }
  }

  file(word) {
    const key = plainN(stem(word));
    if (!this.stems.has(key)) this.stems.set(key, []);
    this.stems.get(key).push(word);
  }
}

// Groups of phrases for the same thing, by the first telling word of each, the longest first.
function phrases(groups) {
  const found = new Map();
  for (const group of groups) {
    const members = group.map((phrase) => saying(wordsOf(phrase)));
    // Who types no ñ may have none.
    const spellings = [...members, ...members.map((words) => words.map(plainN))].map((words) => words.map(stem).join(" "));
    for (const stems of [...new Set(spellings)].map((spelling) => spelling.split(" "))) {
      if (!found.has(stems[0])) found.set(stems[0], []);
      found.get(stems[0]).push({ stems, group: members });
    }
  }
  for (const starts of found.values()) starts.sort((a, b) => b.stems.length - a.stems.length);
  return found;
}

export function indexed(lists) {
  const pages = lists.paginas.map((row) => pageOf(row, lists));
  const vocabulary = new Vocabulary();
  pages.forEach((page, place) => {
    vocabulary.add(page.title, place, TITLE);
    for (const name of page.names) vocabulary.add(name, place, NAME);
    vocabulary.add(page.others, place, OTHER);
    vocabulary.add(page.state, place, STATE);
    if (page.kind !== LIST) vocabulary.add(page.kind, place, KIND);
    page.folded = fold(page.title);
    page.called = new Set([page.title, ...page.names].map(bare));
    page.length = new Set(saying(wordsOf(page.title)).map(stem)).size;
  });
  const axes = new Map(lists.ejes);
  return { pages, axes, phrases: phrases(lists.sinonimos), ...vocabulary };
}

let fetched;

// One request for the whole visit to a page; a failed one may be tried again.
export function loadNames() {
  fetched ||= fetch(new URL("buscar/nombres.json", ROOT)).then(async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status}`);
    return indexed(await answer.json());
  });
  fetched.catch(() => { fetched = undefined; });
  return fetched;
}

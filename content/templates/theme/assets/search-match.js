// Which pages answer some words, the best first.
import { LIST } from "./search-names.js";
import { bare, plainN, saying, slips, slipsAllowed, stem, wordsOf } from "./search-words.js";

// What a match is worth by how close it is to what was typed.
const SAME = 1, NUMBER = 0.97, WITHOUT_TILDE = 0.95;
// The first word of a group is how the thing is called here.
const FIRST_SYNONYM = 0.85, SYNONYM = 0.8;
const SLIP = [0, 0.65, 0.5];
// A word that is whole as it stands seldom begins another, or is a slip of one.
const START_OF_A_KNOWN_WORD = 0.8, SLIP_OF_A_KNOWN_WORD = 0.6;
// Under this part of the best score an answer is noise.
const WORTHWHILE = 0.4;
const FIRST = 3, AHEAD = 20, REPEATED = 0.1;

// For each page its best match, with the words of its title that matched.
class Answers extends Map {
  add(place, worth, titled) {
    const held = this.get(place);
    if (!held) this.set(place, { worth, titled: new Set(titled) });
    else {
      held.worth = Math.max(held.worth, worth);
      for (const word of titled) held.titled.add(word);
    }
  }

  take(names, word, quality) {
    for (const [place, worth] of names.words.get(word)) this.add(place, quality * worth, worth === 1 ? [stem(word)] : []);
  }
}

// The pages with a word, its plural, what it begins, or what was meant by it.
function pagesWith(names, word, whole = false) {
  const found = new Answers();
  const root = stem(word);
  for (const like of names.stems.get(plainN(root)) || []) {
    if (like === word) found.take(names, like, SAME);
    else if (stem(like) === root) found.take(names, like, NUMBER);
    else if (plainN(word) === word) found.take(names, like, WITHOUT_TILDE);
  }
  if (whole || /\p{N}/u.test(word)) return found;
  const known = found.size > 0 || (names.phrases.get(root) || []).some(({ stems }) => stems.length === 1);
  const limit = slipsAllowed(word);
  for (const like of names.words.keys()) {
    if (word.length > 1 && (like.startsWith(word) || plainN(like).startsWith(word))) {
      found.take(names, like, (0.6 + (0.3 * word.length) / like.length) * (known ? START_OF_A_KNOWN_WORD : 1));
    } else if (limit) {
      const far = slips(root, stem(like), limit);
      if (far && far <= limit) found.take(names, like, SLIP[far] * (known ? SLIP_OF_A_KNOWN_WORD : 1));
    }
  }
  return found;
}

// The pages that have all the words of a phrase, each at the worth of its poorest word.
function pagesWithAll(names, words) {
  const [first, ...others] = words.map((word) => pagesWith(names, word, true));
  const found = new Answers();
  for (const [place, match] of first) {
    const all = [match, ...others.map((other) => other.get(place))];
    if (all.every(Boolean)) found.add(place, Math.min(...all.map(({ worth }) => worth)), all.flatMap(({ titled }) => [...titled]));
  }
  return found;
}

// Cuts a question in ideas: first the phrases that have synonyms, the longest before, wherever
// their words stand, then single words.
function ideas(names, words) {
  const left = new Map(words.map((word) => [stem(word), word]));
  const starts = [...left.keys()].flatMap((root) => names.phrases.get(root) || []);
  const cut = [];
  for (const { stems, group } of starts.sort((a, b) => b.stems.length - a.stems.length)) {
    const same = cut.find((idea) => idea.key === stems.join(" "));
    if (same) same.groups.push(group);
    else if (stems.every((root) => left.has(root))) {
      cut.push({ key: stems.join(" "), words: stems.map((root) => left.get(root)), groups: [group] });
      for (const root of stems) left.delete(root);
    }
  }
  return [...cut, ...[...left.values()].map((word) => ({ words: [word], groups: [] }))];
}

function answersTo(names, idea) {
  const found = new Answers();
  const each = idea.words.map((word) => pagesWith(names, word));
  for (const pages of each) {
    for (const [place, { titled }] of pages) {
      const sum = each.reduce((total, other) => total + (other.get(place)?.worth || 0), 0);
      found.add(place, sum / each.length, titled);
    }
  }
  for (const group of idea.groups) {
    group.forEach((words, at) => {
      const quality = at ? SYNONYM : FIRST_SYNONYM;
      for (const [place, { worth, titled }] of pagesWithAll(names, words)) found.add(place, quality * worth, titled);
    });
  }
  return found;
}

// The rarer an idea, the more it says.
const weight = (names, found) => Math.log(1 + names.pages.length / (1 + found.size));

export function match(names, question) {
  const words = wordsOf(question);
  const found = ideas(names, saying(words)).map((idea) => answersTo(names, idea)).filter((pages) => pages.size);
  const total = found.reduce((sum, pages) => sum + weight(names, pages), 0);
  const scores = new Map();
  for (const pages of found) {
    const share = weight(names, pages) / total;
    for (const [place, { worth, titled }] of pages) {
      const score = scores.get(place) || { place, sum: 0, covered: 0, titled: new Set() };
      score.sum += share * worth;
      score.covered += share;
      for (const word of titled) score.titled.add(word);
      scores.set(place, score);
    }
  }
  const asked = { bare: bare(question), start: words.join(" ") };
  const ranked = [...scores.values()].map((score) => ({ place: score.place, score: ranking(names.pages[score.place], score, asked) }));
  ranked.sort((a, b) => b.score - a.score || a.place - b.place);
  const least = (ranked[0]?.score || 0) * WORTHWHILE;
  return varied(names, ranked.filter(({ score }) => score >= least));
}

// Three payments of one loan must not hide the loan: among the first, each next one of a kind waits
// for those of other kinds that are nearly as good.
function varied(names, ranked) {
  const first = [];
  const rest = [...ranked];
  const held = new Map();
  const worth = ({ place, score }) => score - REPEATED * (held.get(names.pages[place].kind) || 0);
  while (rest.length && first.length < FIRST) {
    const best = rest.slice(0, AHEAD).reduce((one, other) => (worth(other) > worth(one) ? other : one));
    rest.splice(rest.indexOf(best), 1);
    first.push(best);
    const { kind } = names.pages[best.place];
    // Lists are as unlike each other as what they list.
    if (kind !== LIST) held.set(kind, (held.get(kind) || 0) + 1);
  }
  return [...first, ...rest];
}

// What answers the whole question comes first, then a title that says little else; what is alive,
// and indexes, before the rest.
function ranking(page, { sum, covered, titled }, asked) {
  const filled = Math.min(1, titled.size / page.length);
  let score = sum * (0.6 + 0.4 * covered) * (0.8 + 0.2 * filled) + 0.04 * page.prominence;
  if (page.called.has(asked.bare)) score += 0.5;
  else if (asked.start.length > 3 && wordsOf(page.title).join(" ").startsWith(asked.start)) score += 0.12;
  return score;
}

// The words of a question that no name has, nor anything like them.
export const unknown = (names, question) => saying(wordsOf(question)).filter((word) => !answersTo(names, ...ideas(names, [word])).size);

// For words that nothing answers: the known words most like each of them.
export function nearest(names, question, most = 6) {
  const close = [];
  for (const word of saying(wordsOf(question))) {
    for (const like of names.words.keys()) {
      if (like.length < 4 || /\p{N}/u.test(like)) continue;
      const limit = Math.floor(Math.max(word.length, like.length) / 2);
      const far = slips(word, like, limit);
      const start = like.slice(0, 3) === word.slice(0, 3) ? 0.15 : 0;
      if (far <= limit) close.push({ like, far: far / Math.max(word.length, like.length) - start });
    }
  }
  close.sort((a, b) => a.far - b.far || a.like.localeCompare(b.like, "es"));
  return [...new Set(close.map(({ like }) => names.spoken.get(like)))].slice(0, most);
}

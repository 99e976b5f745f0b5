// How words are compared: without capitals or accents, in singular, forgiving slips of the fingers.
const OTHERS = { ß: "ss", ø: "o", æ: "ae", œ: "oe", ł: "l", đ: "d" };
const EMPTY = new Set(
  ("a al ante aqui como con cual cuales cuando cuanta cuantas cuanto cuantos de del desde donde e el ella en " +
    "entre era es esa ese eso esta estamos estan estas este esto estos fue fueron ha han hay he hemos la las le " +
    "les lo los mas me mi mis muy nos nuestra nuestras nuestro nuestros o para pero por porque que quien quienes " +
    "se ser si sobre son su sus tenemos tiene tienen todo todos u un una unas uno unos y ya " +
    "an and are at by do for from how in is it of on or our the to we what which who whom with you").split(" "),
);

// The ñ is a letter of its own, and stays.
export function fold(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/n\u0303/g, "ñ").replace(/\p{M}/gu, "");
  return bare.replace(/[ßøæœłđ]/g, (letter) => OTHERS[letter]);
}

// Letters and figures apart, so that «ODS4» is «ods 4»; a mark between them parts words too.
export const wordsOf = (text) => fold(text).match(/\p{L}+|\p{N}+/gu) || [];

// Those that say something; a text of little words keeps them.
export function saying(words) {
  const found = words.filter((word) => !EMPTY.has(word));
  return found.length ? found : words;
}

export const bare = (text) => wordsOf(text).join("");
export const plainN = (word) => word.replaceAll("ñ", "n");

// What singular and plural share, masculine and feminine: «luz» and «luces», «hermanado» and
// «hermanadas».
export function stem(word) {
  if (word.length < 4) return word;
  let root = word.replace(word.length > 4 ? /(?:es|(?<![ius])s)$/ : /(?<![ius])s$/, "");
  if (root.length > 4) root = root.replace(/e$/, "");
  if (root.length > 5) root = root.replace(/[ao]$/, "");
  return root.replace(/c$/, "z");
}

export const slipsAllowed = (word) => (word.length < 5 ? 0 : word.length < 9 ? 1 : 2);

// How many letters were missed, added, changed or swapped; anything over the limit is just «over».
export function slips(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) cost = Math.min(cost, before[column - 2] + 1);
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, above] = [above, line];
  }
  return above[other.length];
}

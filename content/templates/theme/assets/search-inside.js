// Words inside the pages, for what no name says: pagefind, with its numbers turned into our pages.
import { ROOT } from "./search-names.js";
import { saying, wordsOf } from "./search-words.js";

let started;

async function bring() {
  const bundle = new URL("pagefind/", ROOT);
  const [pagefind, answer] = await Promise.all([
    import(new URL("pagefind.js", bundle)),
    fetch(new URL("pages.json", bundle)),
  ]);
  // On its own thread it would be one file more, and one more thing for a policy to allow.
  await pagefind.options({ noWorker: true });
  return { pagefind, ids: await answer.json() };
}

// The places of the pages found, the best first, each with how to bring its excerpt. Little words
// are left out: it wants every word to be in the page.
export async function inside(question) {
  started ||= bring();
  const { pagefind, ids } = await started;
  const places = new Map(ids.map((id, place) => [id, place]).filter(([id]) => id));
  const { results } = await pagefind.search(saying(wordsOf(question)).join(" "));
  return results
    .filter(({ id }) => places.has(id))
    .map((result) => ({ place: places.get(result.id), excerpt: async () => (await result.data()).excerpt }));
}

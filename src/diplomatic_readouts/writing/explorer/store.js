/* Data by the name of their part in: from an element of this page, or from beside it; the index, records, words found. */

const MOST_HELD = 20; // parts of records: those of a page alone all are
const PATIENCE = 50; // milliseconds after which others get their turn
const index = []; // as listed: the latest day first
const byId = new Map();
const stored = { inPart: 1, ordered: [] }; // in the order of the records
const held = new Map();

const isAlone = at("index") !== null; // all data are in this page

async function part(name) {
  const inside = at(name);
  if (inside) return JSON.parse(inside.textContent);
  const answer = await fetch(`${name}.json`);
  if (!answer.ok) throw new Error(`${name}.json: ${answer.status}`);
  return answer.json();
}

async function loadIndex() {
  const given = await part("index");
  stored.inPart = given.in_part;
  stored.ordered = given.readouts;
  given.readouts.forEach((entry, place) => {
    for (const facet of Object.keys(FACETS)) entry[facet] = new Set(entry[facet].map(number => given.values[facet][number]));
    entry.place = place;
    entry.heading = entry.title || "(no title)";
    byId.set(entry.id, entry);
  });
  index.push(...given.readouts);
  index.sort((a, b) => (b.day || "").localeCompare(a.day || "") || (a.id < b.id ? -1 : 1));
}

/** Return a part of the records; the latest few are kept. */
function recordsIn(number) {
  const found = held.get(number) || part(`records-${number}`);
  held.delete(number);
  held.set(number, found);
  found.catch(() => held.delete(number));
  if (held.size > MOST_HELD) held.delete(held.keys().next().value);
  return found;
}

/** Return the record of an entry, and what comparable readouts carry and it does not. */
async function recordOf(entry) {
  const { records, silences } = await recordsIn(Math.floor(entry.place / stored.inPart));
  return { r: records[entry.place % stored.inPart], silences: silences[entry.id] || [] };
}

// -------------------------------------------------------------------------------------------------------------- words

/** The words that are searched for, the entries that have them as far as is known, and of how many it is known. */
const search = { words: "", found: null, searched: 0 };

/** Search all records for the words in the state, part by part; end where others are looked for, else tell each time. */
async function searchWords(tell) {
  const words = state.words.trim().toLowerCase();
  if (words === search.words) return true;
  Object.assign(search, { words, found: words ? new Set() : null, searched: 0 });
  let since = performance.now();
  while (words && search.searched < stored.ordered.length) {
    const { records } = await recordsIn(search.searched / stored.inPart);
    if (search.words !== words) return false;
    records.forEach((r, n) => {
      const entry = stored.ordered[search.searched + n];
      if (`${entry.heading}\n${r.text}`.toLowerCase().includes(words)) search.found.add(entry);
    });
    search.searched += records.length;
    if (performance.now() - since > PATIENCE && search.searched < stored.ordered.length) {
      tell();
      await new Promise(resolve => setTimeout(resolve));
      if (search.words !== words) return false;
      since = performance.now();
    }
  }
  return true;
}

const hasWords = entry => !search.found || search.found.has(entry);

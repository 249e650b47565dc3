"use strict";
/* Records in the page's own element "records" in; a list to choose from and a readout with its evidence marked out.
   Text of a page is only ever set as text. A span's text is left out of the records where it is what its offsets,
   which count code points, cut out of the readout's text: 0 stands for it. */

const records = JSON.parse(document.getElementById("records").textContent);
const FACETS = ["country", "kind", "speaker", "topic", "formula", "year"];
const MOST_CHOICES = 40;
const AT_A_TIME = 100;
const COLOURS = 8;
const at = id => document.getElementById(id);

// ------------------------------------------------------------------------------------------------------- small things

function make(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null && child !== ""));
  return made;
}

/** Return what turns an offset in code points into one of JavaScript's. */
function places(text) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return offset => offset;
  const starts = [];
  let units = 0;
  for (const character of text) {
    starts.push(units);
    units += character.length;
  }
  starts.push(units);
  return offset => starts[offset];
}

/** Return a record with the text of every span in its place. */
function whole(value, text, place) {
  if (Array.isArray(value)) return value.map(each => whole(each, text, place));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) =>
    [key, key === "text" && each === 0 ? text.slice(place(value.start), place(value.end)) : whole(each, text, place)]));
}

const dayOf = r => r.event.start || (r.published && r.published.date) || null;
const titleOf = (r, place) => (r.title ? whole(r.title, r.text, place).text : "(no title)");
const sideOf = s => s.speaker_country || s.speaker_organization || null;
const whoOf = s => s.speaker_name || { joint: "both sides", narrator: "the page" }[s.basis] || sideOf(s) || "nobody";
const plain = label => label.replaceAll("_", " ");

// -------------------------------------------------------------------------------------------------------------- index

const index = records.map(r => {
  const parties = new Set([r.publisher.country, ...r.participants.map(p => p.country)]);
  parties.delete(null);
  const said = r.statements;
  const place = places(r.text);
  return {
    record: r, place, title: titleOf(r, place), day: dayOf(r), lower: null,
    country: parties,
    kind: new Set([r.kind]),
    speaker: new Set(said.map(s => s.speaker_name).filter(Boolean)),
    topic: new Set(said.flatMap(s => s.topics)),
    formula: new Set(said.flatMap(s => s.formulas.map(f => f.id))),
    year: new Set(dayOf(r) ? [dayOf(r).slice(0, 4)] : []),
  };
});
index.sort((a, b) => (b.day || "").localeCompare(a.day || "") || a.record.id.localeCompare(b.record.id));
const byId = new Map(index.map(entry => [entry.record.id, entry]));

// -------------------------------------------------------------------------------------------------------------- state

const state = { words: "", chosen: {}, readout: null, sentence: null, plainly: false, shown: AT_A_TIME };
let current = null; // the entry of the readout that is shown: the chosen one, else the first of the list

function readFragment() {
  const given = new URLSearchParams(location.hash.slice(1));
  state.words = given.get("words") || "";
  for (const facet of FACETS) state.chosen[facet] = new Set(given.getAll(facet));
  state.readout = given.get("readout");
  state.sentence = Number(given.get("sentence")) || null;
  state.plainly = given.has("plainly");
  state.shown = AT_A_TIME;
}

function writeFragment() {
  const told = new URLSearchParams();
  if (state.words) told.set("words", state.words);
  for (const facet of FACETS) for (const value of state.chosen[facet]) told.append(facet, value);
  if (state.readout) told.set("readout", state.readout);
  if (state.sentence) told.set("sentence", state.sentence);
  if (state.plainly) told.set("plainly", "1");
  history.replaceState(null, "", `#${told}`);
}

// ------------------------------------------------------------------------------------------------------------ filters

function hasWords(entry) {
  if (!state.words.trim()) return true;
  entry.lower ??= `${entry.title}\n${entry.record.text}`.toLowerCase();
  return entry.lower.includes(state.words.trim().toLowerCase());
}

const fits = (entry, facet) => !state.chosen[facet].size || [...state.chosen[facet]].some(value => entry[facet].has(value));

function drawFilters(worded) {
  const open = new Set([...document.querySelectorAll("#facets details[open]")].map(each => each.dataset.facet));
  const focused = document.activeElement && document.activeElement.id;
  at("facets").replaceChildren(...FACETS.map(facet => {
    const others = FACETS.filter(other => other !== facet);
    const counts = new Map();
    for (const entry of worded) {
      if (others.every(other => fits(entry, other))) for (const value of entry[facet]) counts.set(value, (counts.get(value) || 0) + 1);
    }
    for (const value of state.chosen[facet]) if (!counts.has(value)) counts.set(value, 0);
    const byCount = facet === "year" ? (a, b) => b[0].localeCompare(a[0]) : (a, b) => b[1] - a[1] || a[0].localeCompare(b[0]);
    const ranked = [...counts].sort((a, b) => state.chosen[facet].has(b[0]) - state.chosen[facet].has(a[0]) || byCount(a, b));
    const choices = ranked.slice(0, MOST_CHOICES).map(([value, count], n) => make("li", {}, make("label", {},
      make("input", { type: "checkbox", name: facet, value, checked: state.chosen[facet].has(value), id: `${facet}-${n}` }),
      facet === "speaker" || facet === "country" ? value : plain(value), make("span", { className: "number" }, String(count)))));
    const rest = ranked.length > MOST_CHOICES ? make("p", { className: "faint" }, `and ${ranked.length - MOST_CHOICES} more: narrow the list down`) : null;
    const details = make("details", { open: open.has(facet) || state.chosen[facet].size > 0 },
      make("summary", {}, `${facet[0].toUpperCase()}${facet.slice(1)} (${ranked.length})`), make("ul", {}, ...choices), rest);
    details.dataset.facet = facet;
    return details;
  }));
  if (focused && at(focused)) at(focused).focus();
}

function drawList(found) {
  at("count").textContent = `${found.length} of ${index.length} readouts`;
  at("list").replaceChildren(...found.slice(0, state.shown).map(entry => {
    const r = entry.record;
    const button = make("button", { type: "button" }, entry.title, make("br"),
      make("small", {}, `${entry.day || "no day"} · ${r.kind} · account by ${r.publisher.country || "unknown"}`));
    button.dataset.readout = r.id;
    if (entry === current) button.setAttribute("aria-current", "true");
    return make("li", {}, button);
  }));
  at("more").hidden = found.length <= state.shown;
}

function draw() {
  const worded = index.filter(hasWords);
  const found = worded.filter(entry => FACETS.every(facet => fits(entry, facet)));
  at("words").value = state.words;
  drawFilters(worded);
  current = byId.get(state.readout) || found[0] || null;
  drawList(found);
  drawReadout(current);
}

// ------------------------------------------------------------------------------------------------------------ reading

/** Return the pieces of text from start to end, cut wherever a mark begins or ends: marks may overlap. */
function pieces(text, place, start, end, marks) {
  const inside = marks.filter(mark => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of inside) for (const cut of [mark.start, mark.end]) if (cut > start && cut < end) cuts.add(cut);
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(1).map((to, n) => {
    const words = text.slice(place(ordered[n]), place(to));
    const over = inside.filter(mark => mark.start <= ordered[n] && mark.end >= to);
    return over.length ? make("span", { className: [...new Set(over.map(mark => mark.sort))].join(" ") }, words) : words;
  });
}

function marksOf(statement, hits) {
  const sorts = [["formula", statement.formulas], ["mention", statement.mentions], ["pledge", statement.pledges],
    ["cue", statement.cue ? [statement.cue] : []], ["hit", hits]];
  return sorts.flatMap(([sort, spans]) => spans.map(span => ({ sort, start: span.start, end: span.end })));
}

/** Return where the words that are searched for stand, in code points. */
function hitsIn(text) {
  const words = state.words.trim().toLowerCase();
  if (!words) return [];
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const units = [];
  for (let found = lower.indexOf(words); found >= 0; found = lower.indexOf(words, found + words.length)) units.push(found);
  const count = offset => [...text.slice(0, offset)].length;
  return units.map(found => ({ start: count(found), end: count(found + words.length) }));
}

function drawReadout(entry) {
  const reading = at("reading");
  at("told").replaceChildren();
  if (!entry) {
    reading.replaceChildren(make("p", {}, "No readout has all of this."));
    return;
  }
  const { record: r, place } = entry;
  const colours = new Map([...new Set(r.statements.map(whoOf))].filter(who => who !== "the page").map((who, n) => [who, n % COLOURS]));
  const link = /^https?:\/\//.test(r.source.url || "") ? make("a", { href: r.source.url, rel: "noopener noreferrer" }, r.source.url) : null;
  const plainly = make("label", { className: "controls" },
    make("input", { type: "checkbox", id: "plainly", checked: state.plainly }), " only what the page attributes in so many words");
  const raw = make("details", { className: "controls" }, make("summary", {}, "The record"), make("pre", { id: "raw" }));
  raw.addEventListener("toggle", () => {
    at("raw").textContent = raw.open ? JSON.stringify(whole(r, r.text, place), null, 1) : "";
  });
  reading.replaceChildren(
    make("h2", {}, entry.title),
    make("p", { className: "faint" }, [entry.day || "no day", r.kind, r.event.country, `account by ${r.publisher.country || r.publisher.name || "an unknown publisher"} (${r.publisher.basis})`, r.id].filter(Boolean).join(" · ")),
    link ? make("p", {}, link) : "",
    people(r), legend(colours), plainly, page(r, place, colours), raw);
  reading.classList.toggle("plainly", state.plainly);
  const chosen = r.statements.find(s => s.index === state.sentence);
  if (chosen) tell(chosen);
}

function people(r) {
  const rows = r.participants.map(p => make("tr", {}, make("td", {}, p.name), make("td", {}, p.country || p.organization || "–"),
    make("td", {}, p.role), make("td", {}, p.offices.join(", "))));
  return rows.length ? make("table", { "aria-label": "Participants" }, make("tbody", {}, ...rows)) : "";
}

function legend(colours) {
  return make("p", { className: "legend" }, ...[...colours].flatMap(([who, n]) => [make("span", { className: `chip who-${n}` }), ` ${who}  `]),
    make("span", { className: "cue" }, "cue"), " ", make("span", { className: "formula" }, "formula"), " ",
    make("span", { className: "mention" }, "mention"), " ", make("span", { className: "pledge" }, "pledge"));
}

function page(r, place, colours) {
  const drawn = make("div", { className: "page" });
  const hits = hitsIn(r.text);
  let next = 0;
  let before = null;
  for (const segment of r.segments) {
    if (segment.kind === "blank") continue;
    if (segment.kind !== "paragraph") {
      const marks = hits.map(hit => ({ sort: "hit", ...hit }));
      drawn.append(make("p", { className: "other", title: plain(segment.kind) }, ...pieces(r.text, place, segment.start, segment.end, marks)));
      continue;
    }
    const paragraph = make("p");
    let reached = segment.start;
    for (; next < r.statements.length && r.statements[next].start < segment.end; next += 1) {
      const s = r.statements[next];
      paragraph.append(r.text.slice(place(reached), place(s.start)));
      const who = whoOf(s);
      if (who !== before) paragraph.append(make("span", { className: "by" }, sideOf(s) && who !== sideOf(s) ? `${who} (${sideOf(s)})` : who));
      before = who;
      const colour = colours.has(who) ? `who-${colours.get(who)}` : "";
      const sentence = make("span", { className: `sentence ${colour} ${s.basis}`, tabIndex: 0 }, ...pieces(r.text, place, s.start, s.end, marksOf(s, hits)));
      sentence.dataset.index = s.index;
      sentence.classList.toggle("chosen", s.index === state.sentence);
      paragraph.append(sentence);
      reached = s.end;
    }
    paragraph.append(r.text.slice(place(reached), place(segment.end)));
    drawn.append(paragraph);
  }
  return drawn;
}

// ------------------------------------------------------------------------------------------------------- one sentence

function citationOf(s) {
  const { record: r, title, day } = current;
  const publisher = r.publisher.name || r.publisher.country || "unknown publisher";
  return `“${title}”, account by ${publisher}, ${day || "no day"}, characters ${s.start}–${s.end} (${s.id}).`;
}

function tell(s) {
  const { record: r, place } = current;
  const words = span => r.text.slice(place(span.start), place(span.end));
  const reported = { true: `the other side’s words, as reported by ${r.publisher.country || r.publisher.name}`, false: "the publisher’s own side", null: "not told" };
  const rows = [
    ["Speaker", [whoOf(s), sideOf(s) && sideOf(s) !== whoOf(s) ? `(${sideOf(s)})` : ""].join(" ").trim()],
    ["Basis", s.basis], ["Whose words", reported[s.as_reported_by_other_side]],
    ["Cue", s.cue ? `${words(s.cue)} (${s.cue.lemma})` : null],
    ["Acts", s.acts.map(plain).join(", ")], ["Topics", s.topics.map(plain).join(", ")],
    ...s.formulas.map(f => ["Formula", `${words(f)}: ${plain(f.id)}, held by ${f.holder || "nobody named"}`]),
    ...s.pledges.map(p => ["Pledge", `${words(p)}: ${p.actor || "–"} to ${p.recipient || "–"}, ${plain(p.instrument)}, ${p.status}${p.amount ? `, ${p.amount} ${p.currency || ""}` : ""}`]),
    ...s.mentions.map(m => [`Mention, ${m.kind}`, m.value && m.value !== words(m) ? `${words(m)} = ${m.value}` : words(m)]),
  ].filter(row => row[1]);
  const citation = make("input", { type: "text", readOnly: true, value: citationOf(s), "aria-label": "Citation" });
  const copy = make("button", { type: "button" }, "Copy citation");
  copy.addEventListener("click", () => {
    citation.select();
    if (navigator.clipboard) navigator.clipboard.writeText(citation.value).catch(() => document.execCommand("copy"));
    else document.execCommand("copy");
    copy.textContent = "Copied";
  });
  at("told").replaceChildren(make("h2", {}, `Sentence ${s.index}`),
    make("dl", {}, ...rows.flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)])), make("p", {}, citation), copy);
}

function sentenceAt(element) {
  const sentence = element.closest && element.closest(".sentence");
  return sentence && { element: sentence, said: current.record.statements[sentence.dataset.index - 1] };
}

// ------------------------------------------------------------------------------------------------------------- events

at("filters").addEventListener("input", event => {
  const { name, value, checked, id } = event.target;
  if (id === "words") state.words = value;
  else state.chosen[name][checked ? "add" : "delete"](value);
  state.shown = AT_A_TIME;
  choose(null);
});
at("filters").addEventListener("submit", event => event.preventDefault());
at("filters").addEventListener("reset", event => {
  event.preventDefault();
  state.words = "";
  for (const facet of FACETS) state.chosen[facet].clear();
  choose(null);
});
at("list").addEventListener("click", event => {
  const button = event.target.closest("button");
  if (button) {
    choose(button.dataset.readout);
    at("reading").focus({ preventScroll: true });
    at("reading").scrollIntoView({ block: "nearest" });
  }
});
at("more").addEventListener("click", () => {
  state.shown += AT_A_TIME;
  draw();
});
at("reading").addEventListener("change", event => {
  if (event.target.id !== "plainly") return;
  state.plainly = event.target.checked;
  at("reading").classList.toggle("plainly", state.plainly);
  writeFragment();
});
for (const name of ["mouseover", "focusin"]) at("reading").addEventListener(name, event => {
  const found = sentenceAt(event.target);
  if (found) tell(found.said);
});
at("reading").addEventListener("mouseleave", () => {
  const said = current && current.record.statements[state.sentence - 1];
  if (said) tell(said);
});
at("reading").addEventListener("click", event => keep(sentenceAt(event.target)));
at("reading").addEventListener("keydown", event => {
  const found = sentenceAt(event.target);
  if (!found) return;
  const all = [...document.querySelectorAll(".sentence")];
  const to = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (to) {
    event.preventDefault();
    all[all.indexOf(found.element) + to]?.focus();
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    keep(found);
  }
});
window.addEventListener("hashchange", () => {
  readFragment();
  draw();
});

/** Keep a sentence as the one that a shared link opens at. */
function keep(found) {
  if (!found) return;
  state.readout = current.record.id;
  state.sentence = found.said.index;
  for (const each of document.querySelectorAll(".sentence.chosen")) each.classList.remove("chosen");
  found.element.classList.add("chosen");
  writeFragment();
  tell(found.said);
}

function choose(readout) {
  state.readout = readout;
  state.sentence = null;
  writeFragment();
  draw();
}

readFragment();
draw();
document.querySelector(".sentence.chosen")?.scrollIntoView({ block: "center" });
performance.mark("ready");

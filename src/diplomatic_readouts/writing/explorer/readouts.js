/* The view of readouts: what is chosen in; the choices with their counts, the list, and a readout with its evidence. */

const MOST_CHOICES = 40;
const COLOURS = 8;
const MOST_HITS = 500; // of the words that are searched for, in a readout
let current = null; // the entry of the readout that is shown: the chosen one, else the first of the list
let shown = null; // what is drawn of it: entry, record and what turns offsets into places

// ------------------------------------------------------------------------------------------------------------- spans

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

const sideOf = s => s.speaker_country || s.speaker_organization || null;
const whoOf = s => s.speaker_name || { joint: "both sides", narrator: "the page" }[s.basis] || sideOf(s) || "nobody";
const describe = entry => `${entry.day || "no day"} · ${entry.kind.values().next().value} · account by ${entry.publisher.values().next().value}`;

// ------------------------------------------------------------------------------------------------------------ filters

const NAMES = ["country", "publisher", "speaker", "counterpart"];
const fits = (entry, facet) => !state.chosen[facet].size || [...state.chosen[facet]].some(value => entry[facet].has(value));

function drawFilters(worded) {
  const open = new Set([...document.querySelectorAll("#facets details[open]")].map(each => each.dataset.facet));
  const { name, value } = document.activeElement; // of a choice: its place may change, and focus goes with it
  const facets = Object.keys(FACETS);
  at("facets").replaceChildren(...facets.filter(facet => !LINKED.includes(facet) || state.chosen[facet].size).map(facet => {
    const others = facets.filter(other => other !== facet);
    const counts = new Map();
    for (const entry of worded) {
      if (others.every(other => fits(entry, other))) for (const value of entry[facet]) counts.set(value, (counts.get(value) || 0) + 1);
    }
    for (const value of state.chosen[facet]) if (!counts.has(value)) counts.set(value, 0);
    const byCount = facet === "year" ? (a, b) => b[0].localeCompare(a[0]) : (a, b) => b[1] - a[1] || a[0].localeCompare(b[0]);
    const ranked = [...counts].sort((a, b) => state.chosen[facet].has(b[0]) - state.chosen[facet].has(a[0]) || byCount(a, b));
    const choices = ranked.slice(0, MOST_CHOICES).map(([value, count]) => make("li", {}, make("label", {},
      make("input", { type: "checkbox", name: facet, value, checked: state.chosen[facet].has(value) }),
      NAMES.includes(facet) ? value : plain(value), make("span", { className: "number" }, String(count)))));
    const rest = ranked.length > MOST_CHOICES ? make("p", { className: "faint" }, `and ${ranked.length - MOST_CHOICES} more: narrow the list down`) : null;
    const details = make("details", { open: open.has(facet) || state.chosen[facet].size > 0 },
      make("summary", {}, `${FACETS[facet]} (${ranked.length})`), make("ul", {}, ...choices), rest);
    details.dataset.facet = facet;
    return details;
  }));
  if (name && value) [...at("facets").querySelectorAll("input")].find(each => each.name === name && each.value === value)?.focus();
}

function drawList(found) {
  const { words, searched } = search;
  const sofar = words && searched < index.length ? `; words looked for in ${searched} so far` : "";
  at("count").textContent = `${found.length} of ${index.length} readouts${sofar}`;
  at("list").replaceChildren(...found.slice(0, state.shown).map(entry => {
    const button = make("button", { type: "button" }, entry.heading, make("br"), make("small", {}, describe(entry)));
    button.dataset.readout = entry.id;
    if (entry === current) button.setAttribute("aria-current", "true");
    return make("li", {}, button);
  }));
  at("more").hidden = found.length <= state.shown;
}

/** Draw choices, list and readout; the latter only if it is another one, unless told. */
async function drawReadouts(anyway = true) {
  const worded = index.filter(hasWords);
  const found = worded.filter(entry => Object.keys(FACETS).every(facet => fits(entry, facet)));
  const before = current;
  if (at("words").value !== state.words) at("words").value = state.words;
  drawFilters(worded);
  current = state.readout ? byId.get(state.readout) || null : found[0] || null;
  drawList(found);
  if (anyway || current !== before) await drawReadout(current);
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
    ["cue", statement.cue ? [statement.cue] : []]];
  return sorts.flatMap(([sort, spans]) => spans.map(span => ({ sort, start: span.start, end: span.end }))).concat(hits);
}

/** Return where the words that are searched for stand, in code points: the first so many places. */
function hitsIn(text) {
  const words = state.words.trim().toLowerCase();
  if (!words) return [];
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const hits = [];
  let unit = 0;
  let point = 0;
  const count = offset => {
    for (; unit < offset; point += 1) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    return point;
  };
  for (let found = lower.indexOf(words); found >= 0 && hits.length < MOST_HITS; found = lower.indexOf(words, found + words.length)) {
    hits.push({ sort: "hit", start: count(found), end: count(found + words.length) });
  }
  return hits;
}

/** Return what gives the marks between two offsets, if it is asked from the front of the text to its end. */
function walk(marks) {
  let first = 0;
  return (start, end) => {
    while (first < marks.length && marks[first].end <= start) first += 1;
    let last = first;
    while (last < marks.length && marks[last].start < end) last += 1;
    return marks.slice(first, last);
  };
}

async function drawReadout(entry) {
  const reading = at("reading");
  at("told").replaceChildren();
  if (!entry) {
    shown = null;
    const missing = `No readout here has the id ${state.readout}. Ids change when a day is read better: look for it in the list.`;
    reading.replaceChildren(make("p", {}, state.readout ? missing : "No readout has all of this."));
    return;
  }
  const { r, silences } = await recordOf(entry);
  if (entry !== current) return; // another one was chosen while this one was loading
  const place = places(r.text);
  shown = { entry, r, place };
  const colours = coloursOf(r.statements);
  const link = /^https?:\/\//.test(r.source.url || "") ? make("a", { href: r.source.url, rel: "noopener noreferrer" }, r.source.url) : null;
  const plainly = make("label", { className: "controls" },
    make("input", { type: "checkbox", id: "plainly", checked: state.plainly }), " only what the page attributes in so many words");
  const raw = make("details", { className: "controls" }, make("summary", {}, "The record"), make("pre", { id: "raw" }));
  raw.addEventListener("toggle", () => {
    at("raw").textContent = raw.open ? JSON.stringify(whole(r, r.text, place), null, 1) : "";
  });
  const account = `account by ${r.publisher.country || r.publisher.name || "an unknown publisher"} (${r.publisher.basis})`;
  reading.replaceChildren(
    make("h2", {}, entry.heading),
    make("p", { className: "faint" }, [entry.day || "no day", r.kind, r.event.country, account, r.id].filter(Boolean).join(" · ")),
    link ? make("p", {}, link) : "",
    people(r), legend(colours), plainly, page(r, place, colours), silence(silences), raw);
  reading.classList.toggle("plainly", state.plainly);
  const chosen = r.statements.find(s => s.index === state.sentence);
  if (chosen) tell(chosen);
}

const coloursOf = said => new Map([...new Set(said.map(whoOf))].filter(who => who !== "the page").map((who, n) => [who, n % COLOURS]));

/** Return what comparable readouts carry and this one does not, where there is any. */
function silence(silences) {
  if (!silences.length) return "";
  const rows = silences.map(([what, label, carried, of]) =>
    make("tr", {}, make("td", {}, plain(label)), make("td", {}, what), make("td", { className: "count" }, `${carried} of ${of}`)));
  const facing = "Of the same publisher’s readouts of this kind with others, at most a year away; what at least half of them carry. "
    + "That it is missing here does not say that it was not spoken of.";
  return make("section", { id: "silence" }, make("h3", {}, "What comparable readouts carry and this one does not"),
    make("p", { className: "faint" }, facing), make("table", {}, make("tbody", {}, ...rows)));
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
  const hitsWithin = walk(hitsIn(r.text));
  let next = 0;
  let before = null;
  for (const segment of r.segments) {
    if (segment.kind === "blank") continue;
    if (segment.kind !== "paragraph") {
      const marks = hitsWithin(segment.start, segment.end);
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
      const sentence = make("span", { className: `sentence ${colour} ${s.basis}`, tabIndex: 0 }, ...pieces(r.text, place, s.start, s.end, marksOf(s, hitsWithin(s.start, s.end))));
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


"use strict";
/* What all views share: making elements, the state that stands in the address, names. Text is only ever set as text. */

const at = id => document.getElementById(id);

function make(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null && child !== ""));
  return made;
}

const plain = label => label.replaceAll("_", " ");
const counted = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

// -------------------------------------------------------------------------------------------------------------- state

const FACETS = {
  country: "Country", publisher: "Account by", kind: "Kind", speaker: "Speaker", topic: "Topic", formula: "Formula",
  year: "Year", counterpart: "Counterpart", held: "Formula held",
};
/** Those that only a link from a chart chooses: they are shown where they are chosen. */
const LINKED = ["counterpart", "held"];
const VIEWS = ["readouts", "charts", "questions"];
const AT_A_TIME = 100;
const state = { view: "readouts", part: null, by: {}, words: "", chosen: {}, readout: null, sentence: null, plainly: false, shown: AT_A_TIME };

function readFragment() {
  const given = new URLSearchParams(location.hash.slice(1));
  state.view = VIEWS.includes(given.get("view")) ? given.get("view") : VIEWS[0];
  state.part = given.get("part");
  state.by = {};
  for (const [key, value] of given) if (key.startsWith("by.")) state.by[key.slice(3)] = value;
  state.words = given.get("words") || "";
  for (const facet of Object.keys(FACETS)) state.chosen[facet] = new Set(given.getAll(facet));
  state.readout = given.get("readout");
  state.sentence = Number(given.get("sentence")) || null;
  state.plainly = given.has("plainly");
  state.shown = AT_A_TIME;
}

/** Return the address of a state: of the present one, with some of it changed. */
function address(changes = {}) {
  const wanted = { ...state, ...changes };
  const told = new URLSearchParams();
  if (wanted.view !== VIEWS[0]) told.set("view", wanted.view);
  if (wanted.part) told.set("part", wanted.part);
  for (const [name, by] of Object.entries(wanted.by)) told.set(`by.${name}`, by);
  if (wanted.words) told.set("words", wanted.words);
  for (const facet of Object.keys(FACETS)) for (const value of wanted.chosen[facet]) told.append(facet, value);
  if (wanted.readout) told.set("readout", wanted.readout);
  if (wanted.sentence) told.set("sentence", wanted.sentence);
  if (wanted.plainly) told.set("plainly", "1");
  return `#${told}`;
}

function writeFragment() {
  history.replaceState(null, "", address());
  linkViews();
}

/** Let the links to views and to their parts keep the rest of the state. */
function linkViews() {
  for (const view of VIEWS) {
    at(`to-${view}`).href = address({ view, part: null });
    if (view === state.view) at(`to-${view}`).setAttribute("aria-current", "page");
    else at(`to-${view}`).removeAttribute("aria-current");
  }
  for (const link of document.querySelectorAll(".contents a")) link.href = address({ part: link.dataset.part });
}

/** Return the address of the readouts that have these values and no other choice. */
const addressOf = (values, readout = "") => `#${new URLSearchParams({ ...values, ...(readout && { readout }) })}`;

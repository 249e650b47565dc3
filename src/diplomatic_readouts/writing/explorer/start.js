/* What is done with keys and pointer in; the state, and what is drawn of it. The page starts here. */

/** Draw the view that the state tells; words are looked for first, as far as it takes. */
async function draw() {
  for (const view of VIEWS) at(`view-${view}`).hidden = view !== state.view;
  linkViews();
  try {
    if (state.view === "charts") await drawCharts();
    else if (state.view === "questions") await drawQuestions();
    else if (await searchWords(() => drawReadouts(false))) await drawReadouts();
    at("fault").hidden = true;
  } catch (error) {
    Object.assign(search, { words: "", found: null });
    tellFault(error);
  }
}

function tellFault(error) {
  const remedy = isAlone ? "Write the page again with “readouts explore”." : "Is “readouts explore --serve” still running?";
  at("fault").hidden = false;
  at("fault").textContent = `The data cannot be loaded (${error.message}). ${remedy}`;
}

function choose(readout) {
  state.readout = readout;
  state.sentence = null;
  writeFragment();
  draw();
}

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
  for (const facet of Object.keys(FACETS)) state.chosen[facet].clear();
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
  drawReadouts(false);
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
  const said = shown && shown.r.statements[state.sentence - 1];
  if (said) tell(said);
});
at("reading").addEventListener("click", event => keep(sentenceAt(event.target)));
at("reading").addEventListener("keydown", event => {
  const found = sentenceAt(event.target);
  if (!found) return;
  const all = [...at("reading").querySelectorAll(".sentence")];
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

async function start() {
  readFragment();
  try {
    await loadIndex();
  } catch (error) {
    tellFault(error);
    return;
  }
  await draw();
  at("reading").querySelector(".sentence.chosen")?.scrollIntoView({ block: "center" });
  performance.mark("ready");
}

start();

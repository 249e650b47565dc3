/* The view of questions: the tables that answer them, as the command gives them, in; out, each with what it says. */

const QUESTIONS = {
  accounts: ["In whose account", "What each publisher has the other sides say. It tells that the publisher says so, not that they said it.",
    "No readout here reports another side’s words."],
  seen: ["First and last seen", "Since when, and until when, a formula stands in these readouts, by who is said to hold it and in whose account. "
    + "What was said elsewhere, earlier or later it does not tell.", "No readout here has a formula."],
  changes: ["Changes of wording", "Where one readout has another wording than the one before it: the one-China principle or policy, the tier of a partnership. "
    + "Why, and whether it was meant, it does not tell.", "No readout here changes between principle and policy, or the tier of a partnership."],
  silence: ["Silence", "What comparable readouts carry and one does not stands in the view of that readout, below its text: "
    + "the same publisher’s of the same kind with others, at most a year away, if there are three at least.", ""],
  pairs: ["Two accounts of one meeting", "What both accounts carry, and what one of them leaves out. That a side leaves it out does not tell that it was not spoken of.",
    "No two readouts here are accounts of one meeting by its two sides."],
  pledges: ["Pledges, new and restated", "What one side is said to give or do for another, by currency; a pledge that is told again is summed once. "
    + "It is what was told, not what was paid.", "No readout here has a pledge."],
};
const MOST_LISTED = 4;
const SORTS = { "#": "count", "@": "day" }; // what the title of a column of numbers, or of days, begins with
const named = title => title.replace(/^[#@]/, "");

async function drawQuestions() {
  await loadAnswers();
  drawParts("questions", Object.entries(QUESTIONS).map(([name, [title]]) => [name, title]), name => {
    const [, says, none] = QUESTIONS[name];
    const facing = make("p", { className: "faint" }, says);
    if (name === "silence") return [facing];
    const rows = rowsOf(answers.questions[name]);
    return [facing, ...(rows.length ? ANSWERS[name](rows) : [make("p", {}, none)])];
  });
}

const rowsOf = ({ columns, rows }) => rows.map(row => Object.fromEntries(row.map((value, n) => [columns[n], value])));

// ------------------------------------------------------------------------------------------------------- their tables

const ANSWERS = {
  accounts: rows => answerTable(["side", "#readouts", "#sentences", "most frequent acts", "topics", "@from", "@to"], rows,
    r => [r.side, r.readouts, r.statements, listed(r.acts), listed(r.topics), r.first_day, r.last_day],
    r => `In the account of ${r.publisher_country || "an unknown publisher"}`),
  seen: rows => answerTable(["held by", "in the account of", "#readouts", "#times", "first seen", "last seen"], rows,
    r => [r.holder || "nobody named", r.publisher_country, r.readouts, r.times,
      words(r.first_day, r.first_text, r.first_readout, r.formula), words(r.last_day, r.last_text, r.last_readout, r.formula)],
    r => plain(r.formula)),
  changes: rows => answerTable(["of whom", "in the account of", "change", "before", "then"], rows,
    r => [r.holder || `with ${r.counterpart_country}`, r.publisher_country, r.change,
      words(r.before_day, r.before_text, r.before_readout), words(r.day, r.text, r.readout)],
    r => plain(r.what)),
  pairs: rows => more(rows.map((r, n) => () => pair(r, rowsOf(answers.compared[n]))), shown => make("div", {}, ...shown.map(draw => draw()))),
  pledges: rows => answerTable(["by", "for", "currency", "#amount", "#pledges", "#told as new", "#restated", "#delivered", "@from", "@to"], rows,
    r => [r.actor, r.recipient, r.currency, r.amount && grouped(r.amount), r.pledges, r.new, r.restated, r.delivered, r.first_day, r.last_day]),
};

const listed = values => values.slice(0, MOST_LISTED).map(plain).join(", ") + (values.length > MOST_LISTED ? ` and ${values.length - MOST_LISTED} more` : "");

/** Return a decimal number with its thousands set apart: as it is written, for no number is as exact. */
const grouped = amount => amount.replace(/^\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** Return the words of a formula with their day, as a link to the readout that has them. */
function words(day, text, readout, formula) {
  if (!readout) return "no day";
  return make("span", {}, make("a", { className: "day", href: addressOf(formula ? { formula } : {}, readout) }, day || "no day"), ` “${text}”`);
}

/** Return a table of rows, the first of them at first; a line stands above each group. */
function answerTable(titles, rows, cells, groupOf = () => "") {
  const head = make("tr", {}, ...titles.map(title => make("th", { scope: "col", className: SORTS[title[0]] || "" }, named(title))));
  return more(rows, some => make("div", { className: "wide", tabIndex: 0, role: "region", "aria-label": titles.map(named).join(", ") },
    make("table", { className: "grid answer" }, make("thead", {}, head), ...bodies(some, titles, cells, groupOf))));
}

function bodies(rows, titles, cells, groupOf) {
  const found = [];
  let group = "";
  for (const row of rows) {
    if (!found.length || groupOf(row) !== group) {
      group = groupOf(row);
      found.push(make("tbody", {}, group ? make("tr", {}, make("th", { scope: "rowgroup", colSpan: titles.length }, group)) : ""));
    }
    found.at(-1).append(make("tr", {}, ...cells(row).map((value, n) => make("td", { className: SORTS[titles[n][0]] || "", "data-title": named(titles[n]) }, value ?? "–"))));
  }
  return found;
}

/** Return what is drawn of the first of some things, with a button for more where there are. */
function more(all, draw) {
  let count = AT_A_TIME;
  const place = make("div", {}, draw(all.slice(0, count)));
  const button = make("button", { type: "button", hidden: all.length <= count }, `Show more of ${all.length}`);
  button.addEventListener("click", () => {
    count += AT_A_TIME;
    button.hidden = all.length <= count;
    place.replaceChildren(draw(all.slice(0, count)));
  });
  return [place, button];
}

// ------------------------------------------------------------------------------------------- two accounts of a meeting

function pair(r, compared) {
  const sides = [[r.one, r.one_publisher, r.one_day], [r.other, r.other_publisher, r.other_day]];
  const head = make("tr", {}, make("td", {}), ...sides.map(([, publisher]) => make("th", { scope: "col" }, `Account of ${publisher}`)));
  const links = sides.map(([id, publisher, day]) => make("li", {}, `${publisher}, ${day}: `, make("a", { href: addressOf({}, id) }, byId.get(id).heading)));
  const lines = ["both", "one", "other"].flatMap(carried => {
    const those = compared.filter(row => row.carried_by === carried);
    const title = carried === "both" ? "In both accounts" : `Only in the account of ${carried === "one" ? r.one_publisher : r.other_publisher}`;
    return those.length ? [make("tbody", {}, make("tr", {}, make("th", { scope: "rowgroup", colSpan: 3 }, title)), ...those.map(row =>
      make("tr", {}, make("td", {}, `${plain(row.id)} `, make("small", { className: "faint" }, row.what)),
        ...[row.one_times, row.other_times].map(times => make("td", {}, times ? counted(times, "time") : "not in it")))))] : [];
  });
  const texts = make("details", {}, make("summary", {}, "Both texts side by side"), make("div", { className: "beside" }));
  texts.addEventListener("toggle", async () => {
    if (!texts.open) return;
    const records = (await Promise.all(sides.map(([id]) => recordOf(byId.get(id))))).map(found => found.r);
    const colours = coloursOf(records.flatMap(found => found.statements));
    texts.lastChild.replaceChildren(...records.map((found, n) => account(found, sides[n][1], colours)));
  });
  return make("article", { className: "pair" }, make("h3", {}, `${r.one_publisher} and ${r.other_publisher}, ${r.one_day}`),
    make("p", { className: "faint" }, `${r.participants.join(", ")}${r.same_place ? " · at the same place" : " · one of them names no place"}`), make("ul", {}, ...links),
    make("div", { className: "wide", tabIndex: 0, role: "region", "aria-label": "What both carry" }, make("table", { className: "grid" }, make("thead", {}, head), ...lines)), texts);
}

/** Return an account with who speaks in the colours of both, its sentences not to be chosen here. */
function account(r, publisher, colours) {
  const drawn = page(r, places(r.text), colours);
  for (const sentence of drawn.querySelectorAll(".sentence")) sentence.removeAttribute("tabindex");
  return make("section", {}, make("h4", {}, `Account of ${publisher}`), legend(colours), drawn);
}

/* The view of charts: the tables of numbers, as the command counts them, in; bars and shaded squares out, with links
   to the readouts that a number counts where a choice of readouts says just that. */

const LAST = ["others", "nobody named", "unknown"];
const SHADES = 5;
const MOST_YEARS = 60; // of which those without a readout are drawn, too
const FEWEST_UNITS = 4; // that a bar of the full width stands for
const CHARTS = {
  timeline: ["How many readouts there are of a year. One that names two states beside the publisher’s counts for both.", "readout"],
  formulas: ["How many readouts have a formula that somebody is said to hold.", "formula that anybody is said to hold"],
  meetings: ["How many readouts tell of a meeting: by country, whose account it is and who is met; by person, who receives and who is met.", "meeting with a named counterpart"],
  topics: ["How many sentences of a side, or a person, are on a topic, in whoever’s account.", "sentence with a topic and a speaker"],
  acts: ["How many sentences of a side, or a person, do a thing, in whoever’s account.", "sentence with an act and a speaker"],
  pledges: ["How many pledges of a kind are told, one that is told again counted again. Their sums stand under Questions.", "pledge"],
};
let answers = null; // charts and questions, once they are asked for

const loadAnswers = async () => { answers ??= await part("answers"); };

/** Return the choice of readouts that a number counts, or null where no choice says it. */
function chosenBy(chart, by, x, y) {
  if (LAST.includes(x) || LAST.includes(y)) return null;
  if (chart === "timeline") return { year: x, [by === "country" ? "counterpart" : by]: y };
  if (chart === "formulas" && by === "year") return { year: x, held: y };
  if (chart === "formulas" && by === "holder") return { held: `${y} (${x})` };
  if (chart === "meetings" && by === "country") return { publisher: x, counterpart: y };
  return null;
}

async function drawCharts() {
  await loadAnswers();
  drawParts("charts", Object.entries(answers.charts).map(([name, { title }]) => [name, title]), name => {
    const chart = answers.charts[name];
    const choice = make("select", { id: `by-${name}` }, ...Object.keys(chart.counts).map(by => make("option", { value: by }, by)));
    const drawing = make("div", { className: "drawing" });
    const redraw = () => drawing.replaceChildren(...drawChart(name, chart, choice.value));
    if (Object.hasOwn(chart.counts, state.by[name])) choice.value = state.by[name];
    choice.addEventListener("change", () => {
      state.by[name] = choice.value;
      writeFragment();
      redraw();
    });
    drawing.addEventListener("keydown", moveInside);
    redraw();
    return [make("p", { className: "faint" }, CHARTS[name][0]), make("p", { className: "controls" }, make("label", { htmlFor: choice.id }, "by"), choice), drawing];
  });
}

/** Draw the parts of a view, each under its title, and the list of them; show the one that the address names. */
function drawParts(view, titles, drawPart) {
  const [contents, parts] = at(`view-${view}`).children;
  contents.replaceChildren(make("ul", {}, ...titles.map(([name, title]) => make("li", {}, make("a", { "data-part": name }, title)))));
  linkViews();
  parts.replaceChildren(...titles.map(([name, title]) =>
    make("section", { id: `part-${name}`, tabIndex: -1, "aria-labelledby": `title-${name}` }, make("h2", { id: `title-${name}` }, title), ...drawPart(name))));
  const wanted = state.part && at(`part-${state.part}`);
  if (wanted) {
    wanted.scrollIntoView();
    wanted.focus({ preventScroll: true });
  }
}

function drawChart(name, chart, by) {
  const { x, y, rows } = chart.counts[by];
  if (!rows.length) return [make("p", {}, `No readout here has a ${CHARTS[name][1]}.`)];
  const told = { name, by, x, y, rows, number: chart.number, title: `${chart.title}, by ${by}` };
  const drawn = chart.form === "bars" ? [...bars(told), table(told)] : [squares(told)];
  const links = drawn.flatMap(each => [...each.querySelectorAll("a")]);
  links.forEach((link, n) => { link.tabIndex = n ? -1 : 0; });
  return drawn;
}

/** Return the labels of one axis: years and letters in their order, what stands for the rest last. */
const inOrder = labels => [...new Set(labels)].sort((a, b) => LAST.includes(a) - LAST.includes(b) || (a < b ? -1 : 1));

/** Return labels with how much they count for, the largest first. */
function weighed(rows, at) {
  const sums = new Map();
  for (const row of rows) sums.set(row[at], (sums.get(row[at]) || 0) + row[2]);
  return new Map([...sums].sort((a, b) => LAST.includes(a[0]) - LAST.includes(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

const nameOf = (label, of) => (["year", "formula", "topic", "act", "instrument", "kind", "status"].includes(of) ? plain(label) : label);

/** Return a number that links to the readouts it counts, or the number alone. */
function counting({ name, by, x, y, number }, first, second, count, properties, ...words) {
  const values = chosenBy(name, by, first, second);
  const told = `${nameOf(first, x)}, ${nameOf(second, y)}: ${count} ${number}`;
  const all = { ...properties, title: told, "aria-label": told };
  return values ? make("a", { ...all, href: addressOf(values) }, ...words) : make("span", { ...all, role: "img" }, ...words);
}

// --------------------------------------------------------------------------------------------------------------- bars

function bars(told) {
  const { x, y, rows, number, title } = told;
  const series = weighed(rows, 1);
  const colours = new Map([...series.keys()].filter(label => !LAST.includes(label)).slice(0, COLOURS).map((label, n) => [label, `who-${n}`]));
  const sums = weighed(rows, 0);
  const most = Math.max(FEWEST_UNITS, ...sums.values());
  const lines = (x === "year" ? withGaps(inOrder(sums.keys())) : [...sums.keys()]).map(first => {
    const bar = make("div", { className: "bar" });
    const sum = sums.get(first) || 0;
    bar.style.width = `${100 * sum / most}%`;
    for (const second of series.keys()) for (const row of rows) if (row[0] === first && row[1] === second) {
      const words = make("span", {}, `${nameOf(second, y)} ${row[2]}`);
      const piece = counting(told, first, second, row[2], { className: `piece ${colours.get(second) || ""}` }, words);
      piece.style.flexGrow = row[2];
      bar.append(piece);
    }
    bar.append(make("span", { className: "total" }, String(sum)));
    return make("tr", {}, make("th", { scope: "row" }, nameOf(first, x)), make("td", { className: "track" }, bar));
  });
  const rest = [...series.keys()].filter(label => !colours.has(label));
  const legend = [...colours, ...(rest.length ? [[rest.length > 1 ? `${rest.length} others` : rest[0], ""]] : [])];
  return [
    make("p", { className: "legend" }, ...legend.map(([label, colour]) =>
      make("span", { className: "key" }, make("span", { className: `chip ${colour}` }), ` ${nameOf(label, y)}`))),
    make("table", { className: "bars", "aria-label": `${title}: ${number}` }, make("tbody", {}, ...lines)),
  ];
}

/** Return years with those between them, if they are not too many. */
function withGaps(labels) {
  const years = labels.filter(label => /^\d{4}$/.test(label)).map(Number);
  const [first, last] = [years[0], years.at(-1)];
  if (!years.length || last - first > MOST_YEARS) return labels;
  return [...Array(last - first + 1).keys()].map(n => String(first + n)).concat(labels.filter(label => !/^\d{4}$/.test(label)));
}

function table({ x, y, rows, number }) {
  const head = make("tr", {}, ...[x, y, number].map(title => make("th", { scope: "col" }, plain(title))));
  const lines = rows.map(row => make("tr", {}, make("td", {}, nameOf(row[0], x)), make("td", {}, nameOf(row[1], y)), make("td", { className: "count" }, String(row[2]))));
  return make("details", {}, make("summary", {}, "The table"),
    make("div", { className: "wide", tabIndex: 0, role: "region", "aria-label": "The table" }, make("table", { className: "grid" }, make("thead", {}, head), make("tbody", {}, ...lines))));
}

// ------------------------------------------------------------------------------------------------------------ squares

/** Return a table whose numbers stand on a shade, darker where they are larger: by their roots, or one side’s many
 *  sentences would leave all others alike. */
function squares(told) {
  const { x, y, rows, number, title } = told;
  const columns = x === "year" ? inOrder(rows.map(row => row[0])) : [...weighed(rows, 0).keys()];
  const most = Math.max(...rows.map(row => row[2]));
  const counts = new Map(rows.map(row => [JSON.stringify([row[0], row[1]]), row[2]]));
  const turned = columns.some(label => label.length > 5) ? "turned" : "";
  const head = make("tr", {}, make("td", { className: "corner" }, `${plain(y)} by ${plain(x)}`),
    ...columns.map(label => make("th", { scope: "col", className: turned }, make("span", {}, nameOf(label, x)))));
  const lines = [...weighed(rows, 1).keys()].map(second => make("tr", {}, make("th", { scope: "row" }, nameOf(second, y)),
    ...columns.map(first => {
      const count = counts.get(JSON.stringify([first, second]));
      if (!count) return make("td", {});
      const shade = most < SHADES ? count : Math.max(1, Math.round(SHADES * Math.sqrt(count / most)));
      return make("td", { className: `shade-${shade}` }, counting(told, first, second, count, {}, String(count)));
    })));
  return make("div", { className: "wide", tabIndex: 0, role: "region", "aria-label": title },
    make("table", { className: "squares", "aria-label": `${title}: ${number}` }, make("thead", {}, head), make("tbody", {}, ...lines)));
}

/** Move among the links of a drawing with the arrow keys: along a line, or to the nearest of another line. */
function moveInside(event) {
  const links = [...event.currentTarget.querySelectorAll("a")];
  const here = links.indexOf(event.target);
  const [across, down] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key] || [0, 0];
  if (here < 0 || !(across || down)) return;
  event.preventDefault();
  let to = links[here + across];
  if (down) {
    const lineOf = link => link.closest("tr").rowIndex;
    const middle = link => link.getBoundingClientRect().left + link.getBoundingClientRect().width / 2;
    const beyond = links.filter(link => (lineOf(link) - lineOf(event.target)) * down > 0);
    const line = down > 0 ? Math.min(...beyond.map(lineOf)) : Math.max(...beyond.map(lineOf));
    [to] = beyond.filter(link => lineOf(link) === line).sort((a, b) => Math.abs(middle(a) - middle(event.target)) - Math.abs(middle(b) - middle(event.target)));
  }
  if (!to) return;
  event.target.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

/* One sentence of the readout that is shown in: who speaks, for whom, what it does; its citation; marks kept by choice. */

function citationOf(s) {
  const { r, entry } = shown;
  const publisher = r.publisher.name || r.publisher.country || "unknown publisher";
  return `“${entry.heading}”, account by ${publisher}, ${entry.day || "no day"}, characters ${s.start}–${s.end} (${s.id}).`;
}

function tell(s) {
  const { r, place } = shown;
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
  return sentence && { element: sentence, said: shown.r.statements[sentence.dataset.index - 1] };
}

/** Keep a sentence as the one that a shared link opens at. */
function keep(found) {
  if (!found) return;
  state.readout = shown.r.id;
  state.sentence = found.said.index;
  for (const each of at("reading").querySelectorAll(".sentence.chosen")) each.classList.remove("chosen");
  found.element.classList.add("chosen");
  writeFragment();
  tell(found.said);
}

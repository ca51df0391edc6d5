// The way through a rating: an opening, the short questionnaire (SKM), a comment, thanks; then the long one (SKD) for
// whoever wants it, and thanks again.
const OVERALL = "overall";
export const COMMENT = "comment";

function questions(instrument, { questions: all, overall, lowest, highest }) {
  const asked = [...all, overall].filter(Boolean);
  return asked.map((question) => ({ ...question, instrument, lowest, highest, kind: question.options.length ? "grade" : "scale" }));
}

export function pathOf(asked) {
  const long = asked.skd ? [...questions("skd", asked.skd), { kind: "end" }] : [];
  return [
    { kind: "opening" }, ...questions("skm", asked.skm),
    { kind: "comment", instrument: "skm", code: COMMENT }, { kind: "end" },
    ...long,
  ];
}

export const isQuestion = ({ kind }) => kind === "grade" || kind === "scale";
export const questionsOf = (path, instrument) => path.filter((step) => isQuestion(step) && step.instrument === instrument);

// How many questions of an instrument are answered, and of how many.
export function countOf(path, answered, instrument) {
  const all = questionsOf(path, instrument);
  return { count: all.filter(({ code }) => answered[instrument]?.includes(code)).length, of: all.length };
}

// The first question that is still open; past the short questionnaire its end, where the long one is offered.
export function firstOpen(path, answered) {
  const open = path.findIndex((step) => isQuestion(step) && step.instrument === "skm" && !answered.skm.includes(step.code));
  return open < 0 ? path.findIndex(({ kind }) => kind === "end") : open;
}

export function firstOpenOfLong(path, answered) {
  const long = questionsOf(path, "skd");
  return path.indexOf(long.find(({ code }) => !answered.skd.includes(code)) ?? long[0]);
}

// What one step says to the server.
export function saidOf(step, value) {
  if (step.kind === "comment") return { instrument: step.instrument, comment: value };
  if (step.code === OVERALL) return { instrument: step.instrument, overall: value };
  return { instrument: step.instrument, answers: { [step.code]: value } };
}

// The published standard in pages of the stage: so many lines of large letters, no line cut, nothing left out.
import { ems } from "../board/names.js";

const WIDE = 22; // em of a line, as names.js reckons them, in the narrowest stage
const LINES = 9.6; // of a page
const STRIP = 1.65; // what a strip above the stage takes of them
const LEAST = 2; // lines beside the mark, however little room there is
const MARK = 0.9; // the line that says who does a step
const APART = 0.35;

const linesOf = (text) => Math.ceil((ems(text) * 1.04) / WIDE);
const costOf = (entry) => linesOf(entry.text) + APART + (entry.where ? MARK : 0);

// Each piece of a line as an entry; only the first piece of a numbered line carries its number.
function entriesOf(part) {
  return part.lines.flatMap((line, place) => line.map((piece, at) => ({
    ...piece, number: part.numbered && at === 0 ? place + 1 : null,
  })));
}

// Words that are too many for one page go on over the next; the mark stands at their end.
function fitting(entry, lines) {
  if (costOf(entry) <= lines) return [entry];
  const parts = [];
  let words = [];
  for (const word of entry.text.split(" ")) {
    if (linesOf([...words, word].join(" ")) > lines - LEAST) {
      parts.push({ text: words.join(" "), number: parts.length ? null : entry.number, where: null, doer: null });
      words = [];
    }
    words.push(word);
  }
  return [...parts, { ...entry, text: words.join(" "), number: null }];
}

function pagesOfPart(part, lines) {
  const pages = [[]];
  let room = lines - (part.summary ? 1.6 : 0);
  for (const entry of entriesOf(part).flatMap((one) => fitting(one, lines))) {
    if (costOf(entry) > room && pages.at(-1).length) {
      pages.push([]);
      room = lines;
    }
    pages.at(-1).push(entry);
    room -= costOf(entry);
  }
  return pages.map((entries, at) => ({ part, entries, summary: at === 0 ? part.summary : null }));
}

export function pagesOf(standard, strips) {
  const lines = LINES - strips * STRIP;
  return [{ title: true }, ...standard.parts.flatMap((part) => pagesOfPart(part, lines))];
}

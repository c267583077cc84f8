import { isHyphenCode, type Skeleton } from './skeleton.ts';

/** Whether a code unit is a full stop, an exclamation mark or a question mark. */
export function isSentenceEnd(code: number | undefined): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f;
}

const LINE_FEED = 0x0a;
/** A line that is shorter ends because its paragraph does. */
const SHORT_LINE = 45;
/** White space that is looked through between two code units of a skeleton. */
const MAX_SPACE = 16;
/** What a line of a list or a numbered paragraph starts with. */
const LABEL = /^(?:[([]?(?:\d{1,6}|[a-z]{1,2}|[ivx]{1,5})[.)\]°]|[-–—•*]\s)/i;
const STARTS_ANEW = /^[\p{Lu}\p{N}"'‘“(]/u;
const GOES_ON = /^\s*[\p{Ll}\p{Lo}]/u;

/**
 * Whether a sentence starts at the place `at` of a skeleton, or a line that stands by itself as one: an
 * item of a list, a numbered paragraph, a heading. Abbreviations end a sentence too: what matters is where
 * an author may have cut.
 */
export function isSentenceStart(skeleton: Skeleton, at: number): boolean {
  const { codes, offsets, text } = skeleton;
  if (at <= 0 || at >= codes.length || !isBetweenWords(skeleton, at)) return false;
  if (isSentenceEnd(codes[at - 1])) return true;
  const offset = offsets[at] as number;
  const line = findLineEnd(text, offset);
  return line !== undefined && (!isWrapped(skeleton) || startsLine(text, line, offset));
}

/** Lines that are longer were not broken to fit a page … */
const LONGEST_LINE = 160;
/** … and where so much of a text stands in such lines, every line ends because its paragraph does; … */
const LEAST_UNBROKEN = 0.2;
/** … so it does where hardly any line goes on with a small letter behind one that is not short, of as many as tell. */
const LEAST_GOING_ON = 0.05;
const ENOUGH_LINES = 12;

const wrapped = new WeakMap<Skeleton, boolean>();

/** Whether lines of a text were broken to fit a page. */
function isWrapped(skeleton: Skeleton): boolean {
  let known = wrapped.get(skeleton);
  if (known === undefined) {
    known = areLinesBroken(skeleton.text);
    wrapped.set(skeleton, known);
  }
  return known;
}

function areLinesBroken(text: string): boolean {
  let unbroken = 0;
  let behind = 0;
  let goingOn = 0;
  let before = 0;
  // More of the lines that fit into the text than would tell that they were not broken.
  const enough = (LEAST_GOING_ON * text.length) / SHORT_LINE;
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('\n', from);
    const to = next < 0 ? text.length : next;
    if (to - from > LONGEST_LINE) unbroken += to - from;
    if (before >= SHORT_LINE && to > from) {
      behind += 1;
      const start = goingOn < enough ? text.slice(from, from + 8) : '';
      if (GOES_ON.test(start) && !LABEL.test(start)) goingOn += 1;
    }
    before = to - from;
    from = to + 1;
  }
  const isTold = behind >= ENOUGH_LINES && goingOn < LEAST_GOING_ON * behind;
  return unbroken < LEAST_UNBROKEN * text.length && !isTold;
}

/** Whether the place `at` of a skeleton is the first of a line, or its end. */
export function startsNewLine({ codes, offsets, text }: Skeleton, at: number): boolean {
  return at <= 0 || at >= codes.length || findLineEnd(text, offsets[at] as number) !== undefined;
}

interface LineEnd {
  /** The offset after the last character of the line. */
  readonly at: number;
  readonly lineFeeds: number;
}

/** Whether what starts at `offset`, after a line that ends there, stands by itself and does not go on from it. */
function startsLine(text: string, line: LineEnd, offset: number): boolean {
  const last = text[line.at - 1];
  if (last === ';' || last === ':') return true;
  const next = text.slice(offset, offset + 8);
  if (LABEL.test(next)) return true;
  if (!STARTS_ANEW.test(next)) return lineLength(text, line.at, 8) < 8;
  return line.lineFeeds > 1 || lineLength(text, line.at, SHORT_LINE) < SHORT_LINE;
}

/** Where the line ends after which only white space comes before `offset`; undefined when it is the same line. */
function findLineEnd(text: string, offset: number): LineEnd | undefined {
  let lineFeeds = 0;
  let at = offset;
  while (at > 0 && offset - at < MAX_SPACE && isSpace(text.charCodeAt(at - 1))) {
    at -= 1;
    if (text.charCodeAt(at) === LINE_FEED) lineFeeds += 1;
  }
  return lineFeeds > 0 ? { at, lineFeeds } : undefined;
}

/** How long the line is that ends at `end`, counted up to `most`. */
function lineLength(text: string, end: number, most: number): number {
  let length = 0;
  while (length < most && end - length > 0 && text.charCodeAt(end - length - 1) !== LINE_FEED) length += 1;
  return length;
}

/** Whether a word starts at the place `at` of a skeleton; what a hyphen parts at the end of a line is one word. */
export function isBetweenWords({ codes, offsets, text }: Skeleton, at: number): boolean {
  if (at <= 0 || at >= codes.length) return true;
  let offset = offsets[at] as number;
  // Nothing was dropped before it: most places of a text, and told without reading it.
  if (offset - (offsets[at - 1] as number) === 1) return false;
  if (offset === 0 || !isSpace(text.charCodeAt(offset - 1))) return false;
  const least = Math.max(1, offset - MAX_SPACE);
  while (offset > least && isSpace(text.charCodeAt(offset - 1))) offset -= 1;
  const before = text.charCodeAt(offset - 2);
  return !isHyphenCode(text.charCodeAt(offset - 1)) || isSpace(before) || isHyphenCode(before);
}

/** Whether a code unit is white space. */
export function isSpace(code: number): boolean {
  return code <= 0x20 || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
}

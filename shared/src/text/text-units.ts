import type { TextPosition } from '../anchoring/index.ts';

/** A line shorter than this ends because its paragraph does, in UTF-16 code units. */
const shortLine = 45;
/** What a line of a list or a numbered paragraph starts with; `(t.b.v.` and `o.a.` are no letters of an item. */
const label = /^(?:\(?(?:\d{1,4}|(?:[a-z]{1,2}|[ivx]{1,5})(?!\.[a-z]{1,2}\.))[.)°]|[-–—•*]\s)/iu;
/** What parts the items of a list whose bullets are left out. */
const emptyLine = /\n\s*\n/u;
const startsAnew = /^(?:[\p{Lu}\p{N}"'‘“]|\((?!\p{Ll}))/u;
const hasWords = /[\p{L}\p{N}]/u;

/** Words with a full stop that end no sentence, whatever comes behind them; without that stop. */
const abbreviations = new Set(
  'aant afd art artt bijv blz bv ca dr drs ing ir jo jr kamerst lid max mevr min mr nr nrs p par pp prof resp sr stb stcrt trb vgl vs zgn'.split(
    ' ',
  ),
);
/** Abbreviations that may stand at the end of a sentence too: a capital decides. */
const endings = new Set(['c.s', 'e.a', 'e.d', 'e.v', 'enz', 'etc', 'm.m']);

/** The paragraphs and sentences of a text, in its order. */
export class TextUnits {
  readonly paragraphs: readonly TextPosition[];
  readonly #text: string;

  /** @param isWrapped whether lines end where the paper did, as those of a PDF do. */
  constructor(text: string, isWrapped: boolean) {
    this.#text = text;
    const lines = linesOf(text);
    this.paragraphs = isWrapped ? joinLines(text, lines) : lines;
  }

  /** Index of the paragraph in which an offset stands, else of the next one; of the last one behind all. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.paragraphs.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.paragraphs[middle] as TextPosition).end > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Its sentences; a paragraph without any end of a sentence is one. */
  sentencesIn({ start, end }: TextPosition): readonly TextPosition[] {
    // A line break within a paragraph parts no sentences.
    const paragraph = this.#text.slice(start, end).replaceAll('\n', ' ');
    const sentences: { start: number; end: number }[] = [];
    let isOpen = false;
    for (const { segment, index } of segmentsOf(paragraph)) {
      const last = sentences.at(-1);
      if (isOpen && last) last.end = start + index + segment.trimEnd().length;
      else if (hasWords.test(segment)) {
        const from = index + segment.length - segment.trimStart().length;
        sentences.push({ start: start + from, end: start + index + segment.trimEnd().length });
      }
      const next = paragraph.slice(index + segment.length);
      isOpen = sentences.length > 0 && !endsSentence(segment.trimEnd(), next);
    }
    return sentences;
  }
}

let segmenter: Intl.Segmenter | undefined;

/** Made when it is first needed: a browser reads for it all that it knows of languages. */
function segmentsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('nl', { granularity: 'sentence' });
  return segmenter.segment(text);
}

/** Whether a sentence ends with these words. Unicode's rules know no Dutch abbreviations. */
function endsSentence(words: string, next: string): boolean {
  const word = /(?:^|[\s(])([^\s(]+)\.$/u.exec(words)?.[1]?.toLowerCase();
  if (word === undefined) return true;
  if (endings.has(word)) return /^\p{Lu}/u.test(next);
  return !(abbreviations.has(word) || /^\p{L}$|^(?:\p{L}+\.)+\p{L}+$/u.test(word));
}

/** The lines that have words. */
function linesOf(text: string): TextPosition[] {
  const lines: TextPosition[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/gu)) {
    if (!hasWords.test(line)) continue;
    const start = index + line.length - line.trimStart().length;
    lines.push({ start, end: index + line.trimEnd().length });
  }
  return lines;
}

function joinLines(text: string, lines: readonly TextPosition[]): TextPosition[] {
  const paragraphs: { start: number; end: number }[] = [];
  let before: TextPosition | undefined;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && before && continues(text, before, line)) last.end = line.end;
    else paragraphs.push({ ...line });
    before = line;
  }
  return paragraphs;
}

/** Whether a line goes on with the paragraph of the line before it. */
function continues(text: string, before: TextPosition, line: TextPosition): boolean {
  const next = text.slice(line.start, line.start + 8);
  const last = text[before.end - 1] ?? '';
  if (label.test(next) || last === ':' || last === ';') return false;
  if (emptyLine.test(text.slice(before.end, line.start))) return false;
  if (!startsAnew.test(next)) return true;
  return before.end - before.start >= shortLine && !/[.!?]/u.test(last);
}

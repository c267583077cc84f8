import { type FlatText, FlatTextBuilder, type Separator } from '../page/flat-text.ts';
import { findFurniture } from './page-furniture.ts';
import { findPageTrouble, type PageTrouble } from './page-trouble.ts';

/** A run of text as pdf.js gives it; its numbers are those of the page's text layer. */
export interface TextRun {
  readonly str: string;
  /** Whether a line ends with it. */
  readonly hasEOL: boolean;
  /** Height of its letters, in units of the page. */
  readonly height: number;
  /** Where its base line begins, along it and across, in units of the page; from its lower left corner if it is not turned. */
  readonly x: number;
  readonly y: number;
}

/** The runs of a page; undefined of a page that is damaged. */
export type PageRuns = readonly TextRun[] | undefined;

/** A run as a node of the flat text. */
export interface PdfNode {
  /** From 0. */
  readonly page: number;
  /** Index among the runs of the page, which is that among the elements of its text layer. */
  readonly run: number;
}

/** The text of a PDF, joined over its pages. */
export interface JoinedPages {
  readonly flat: FlatText<PdfNode>;
  /** The node of each run, by page. */
  readonly nodes: readonly (readonly PdfNode[])[];
  /** By page, for each run with text the next one on the page that has any. */
  readonly nextRuns: readonly ReadonlyMap<number, number>[];
  /** Offset at which each page begins. */
  readonly pageStarts: readonly number[];
  /** Why nothing can be marked on a page, by page; undefined where all is well. */
  readonly troubles: readonly (PageTrouble | undefined)[];
}

/** A run that is part of the text. */
interface Part {
  readonly node: PdfNode;
  readonly str: string;
  /** What ends with it; undefined for nothing. */
  readonly ending: Separator | undefined;
}

/**
 * Joins the runs of all pages into one text.
 *
 * Lines and pages end a line, save that a word which was cut at the end of a line is put together again.
 * Left out: running headers and footers, bullets (an empty line stands before their items), and pages whose text
 * layer is garbage.
 */
export function joinPages(pages: readonly PageRuns[]): JoinedPages {
  const troubles = pages.map(findPageTrouble);
  const read = pages.map((runs) => runs ?? []);
  const usable = read.map((runs, page) => (troubles[page] ? [] : runs));
  const furniture = findFurniture(usable);
  const nodes = read.map((runs, page) => runs.map((_, run): PdfNode => ({ page, run })));
  const parts = usable.flatMap((runs, page) =>
    partsOf(runs, nodes[page] ?? [], furniture[page] ?? new Set()),
  );
  const builder = new FlatTextBuilder<PdfNode>();
  parts.forEach(({ node, str, ending }, at) => {
    const cut = ending === '\n' ? lengthOfCutWord(str, parts[at + 1]?.str ?? '') : undefined;
    builder.add(node, str.slice(0, cut));
    if (ending && cut === undefined) builder.separate(ending);
  });
  const flat = builder.build();
  return {
    flat,
    nodes,
    nextRuns: read.map(followersOf),
    pageStarts: startsOf(flat, pages.length),
    troubles,
  };
}

function followersOf(runs: readonly TextRun[]): Map<number, number> {
  const withText = [...runs.keys()].filter((run) => runs[run]?.str.trim() !== '');
  return new Map(withText.map((run, at) => [run, withText[at + 1] ?? -1]));
}

const bullet = /^\s*[•‣▪▫●○■□◦·–-]\s*$/u;
/** The number of a paragraph or of an item of a list, which some programs write apart from its text. */
const itemNumber = /^\s*[(]?[\p{L}\d]{1,3}([.]\d{1,3})*[.)]\s*$/u;

/** The runs of a page that are text, each number of an item before its item. */
function partsOf(
  runs: readonly TextRun[],
  nodes: readonly PdfNode[],
  furniture: ReadonlySet<TextRun>,
): Part[] {
  const parts: (Part & { readonly of: TextRun })[] = [];
  const numbers: typeof parts = [];
  runs.forEach((run, index) => {
    const node = nodes[index] as PdfNode;
    if (run.str.trim() === '' || furniture.has(run) || bullet.test(run.str)) {
      const before = parts.at(-1);
      if (bullet.test(run.str) && before?.ending === '\n')
        parts[parts.length - 1] = { ...before, ending: '\n\n' };
      else if (run.str === '' && run.hasEOL && before) parts[parts.length - 1] = { ...before, ending: '\n' };
      else if (run.str !== '' && run.str.trim() === '' && !furniture.has(run)) {
        parts.push({ node, str: run.str, ending: run.hasEOL ? '\n' : undefined, of: run });
      }
      return;
    }
    const part = { node, str: run.str, ending: run.hasEOL ? ('\n' as const) : undefined, of: run };
    if (run.hasEOL && itemNumber.test(run.str)) numbers.push({ ...part, ending: '\t' });
    else parts.push(part);
  });
  const last = parts.at(-1);
  if (last) parts[parts.length - 1] = { ...last, ending: '\n' };
  for (const number of numbers) parts.splice(placeOfNumber(number.of, parts), 0, number);
  return parts;
}

/** Before the first run that stands beside it on the same line; at the end when there is none. */
function placeOfNumber({ x, y, height }: TextRun, parts: readonly { readonly of: TextRun }[]): number {
  const beside = parts.findIndex(({ of }) => Math.abs(of.y - y) < height / 2 && of.x > x);
  if (beside >= 0) return beside;
  const below = parts.findIndex(({ of }) => of.y < y && of.x >= x - height);
  return below >= 0 ? below : parts.length;
}

/** Words that continue a hyphen of their own: "asiel- en nareisaanvragen". */
const afterOwnHyphen = /^\s*(?:en|of|als|dan|tot|and|or|c\.q\.|respectievelijk)\s/u;

/**
 * How much of a run is kept whose word goes on in the next line: all of it where the hyphen is part of the
 * word ("IND-medewerkers", "Noord-Holland"), else what stands before the hyphen. Undefined when no word was cut.
 */
function lengthOfCutWord(str: string, next: string): number | undefined {
  const [, before = '', hyphen] = /([\p{L}\p{N}])([-\u2010\u00ad])\s*$/u.exec(str) ?? [];
  if (!hyphen || !/^\s*\p{L}/u.test(next) || afterOwnHyphen.test(next)) return undefined;
  const end = str.trimEnd().length;
  if (hyphen === '\u00ad') return end - 1;
  return /\p{Ll}/u.test(before) && /^\s*\p{Ll}/u.test(next) ? end - 1 : end;
}

/** A page without text begins where the next one does. */
function startsOf(flat: FlatText<PdfNode>, count: number): number[] {
  const starts = new Array<number>(count).fill(flat.text.length);
  for (const { node, start } of flat.pieces.toReversed()) starts[node.page] = start;
  for (let page = count - 2; page >= 0; page -= 1) {
    starts[page] = Math.min(starts[page] as number, starts[page + 1] as number);
  }
  return starts;
}

import type { TextPosition } from '@waarborg/shared/anchoring';
import type { Heading } from '@waarborg/shared/references';

/**
 * Why a selection cannot be marked.
 *
 * `empty`: nothing is selected; `no-words`: only white space or punctuation; `own-interface`: it
 * runs across our own toolbar; `editable`: it is text that is being written; `outside`: no part of
 * the document's text.
 */
export type SelectionTrouble = 'empty' | 'no-words' | 'own-interface' | 'editable' | 'outside';

/** What became of a selection: a passage of the text, or why not. */
export type SelectionReading =
  | { readonly ok: true; readonly position: TextPosition }
  | { readonly ok: false; readonly reason: SelectionTrouble };

/** The text of the document under view, and where it stands on the screen. */
export interface DocumentText {
  readonly text: string;
  /** Whether its lines end where those of a paper do, and not its paragraphs. */
  readonly isWrapped: boolean;
  /**
   * The pieces of the page that show a passage. Empty when nothing of it is drawn (a page of
   * a PDF that is not in view). They go stale when the page changes: ask again then.
   */
  toRanges(position: TextPosition): StaticRange[];
  /** What was selected last, in the trees of which the text was read; undefined when there is no selection. */
  rangeOf(selection: Selection): AbstractRange | undefined;
  /** The passage that a DOM range selects, without white space at its ends. */
  toPosition(range: AbstractRange): SelectionReading;
  /** The heading under which an offset stands; undefined where there is none but the document's title. */
  headingOf?(offset: number): Heading | undefined;
  /** Page of a PDF, from 1, on which the offset stands. */
  pageOf?(offset: number): number;
  /** Whether a page of a PDF, from 1, has text that is of use. */
  hasTextOn?(page: number): boolean;
  /** Offset at which a page of a PDF begins, from 1. */
  startOf?(page: number): number;
}

const hasWords = /[\p{L}\p{N}]/u;

/** The passage without white space at its ends; why not, when no words are left. */
export function toPassage(text: string, { start, end }: TextPosition): SelectionReading {
  const selected = text.slice(start, end);
  if (selected.trim() === '') return { ok: false, reason: 'empty' };
  if (!hasWords.test(selected)) return { ok: false, reason: 'no-words' };
  return {
    ok: true,
    position: {
      start: start + selected.length - selected.trimStart().length,
      end: end - (selected.length - selected.trimEnd().length),
    },
  };
}

/** Number of characters before the offset that take two code units (`PassageRange.astralBefore`). */
export function countAstral(text: string, offset: number): number {
  return text.slice(0, offset).match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
}

import { evenOut } from './even-out.ts';
import { toPublicationId } from './publication-id.ts';
import { readGazette } from './read-gazette.ts';
import {
  readAdvice,
  readCommitteePaper,
  readMeeting,
  readPublishedRuling,
  readRuling,
} from './read-headings.ts';
import { readLetter } from './read-letter.ts';
import { readAnnexHeader, readPaperHeader } from './read-paper-header.ts';
import { readActHeading } from './read-union-title.ts';
import type { TextClues } from './text-clues.ts';

/** How far the headers of a document go, in UTF-16 code units. */
const headLength = 4_000;
/** How far a document introduces itself: an imprint stands at the foot of its first page. */
export const introductionLength = 12_000;

/** `kst-36067-90 ISSN 0921 - 7371`: every publication of the Chambers prints its own id beside its ISSN. */
const imprint =
  /(?<![\w-])((?:kst|ah|h|blg|kv|stb|stcrt|trb)-[A-Za-z0-9-]+)\s+ISSN\s+\d{4}\s*-\s*\d{3}[\dX]/g;

/** White space that holds no more than its beginning does: a gap of a layout, or empty lines. */
const gap = /\s{20,}/gu;

/** The text with no gap of more than 21 signs, in which a line still ends: patterns try each place of a gap, and took seconds. */
function narrowGaps(text: string): string {
  return text.replace(gap, (white) => white.slice(0, 20) + (white.slice(20).includes('\n') ? '\n' : ''));
}

function readImprint(text: string): string | undefined {
  const ids = new Set(
    [...text.slice(0, introductionLength).matchAll(imprint)].map(([, id = '']) => toPublicationId(id)),
  );
  return ids.size === 1 ? [...ids][0] : undefined;
}

/**
 * What a document's own first words say of it, for a PDF or a page without metadata. An identifier is
 * taken only where the document names itself: others in its text belong to what it cites.
 *
 * @param text its text from the first page on, lines kept.
 */
export function readTextClues(text: string): TextClues {
  const even = narrowGaps(evenOut(text.slice(0, introductionLength)));
  const head = even.slice(0, headLength);
  const letter = readLetter(head);
  const paper =
    readPaperHeader(head) ??
    readAnnexHeader(head) ??
    readGazette(head) ??
    readActHeading(head) ??
    readCommitteePaper(head) ??
    readPublishedRuling(head) ??
    readRuling(head) ??
    readMeeting(head) ??
    readAdvice(head) ??
    {};
  const printed = readImprint(even);
  const clues = { ...letter, ...paper };
  if (!printed) return clues;
  // A header and an imprint that differ make neither certain.
  const { identifier, ...rest } = clues;
  if (identifier && identifier.value.toLowerCase() !== printed.toLowerCase()) return rest;
  return { ...rest, identifier: { scheme: 'official-publication', value: printed } };
}

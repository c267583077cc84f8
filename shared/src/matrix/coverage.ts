import type { Reading, SourceDocument } from '../dossier/index.ts';
import { noValue } from './axes.ts';
import { monthOf } from './facts.ts';
import { documentResolver } from './merges.ts';

/** How far the reading got: "3 of 20 read". */
export interface Coverage {
  readonly documents: number;
  readonly of: number;
}

/** What narrows the documents of a number: members of axes. Absent: all. */
export interface Considered {
  /** Any number of safeguards: a document counts as read when it was read for each. */
  readonly safeguards?: readonly string[] | undefined;
  readonly document?: string | undefined;
  readonly sourceType?: string | undefined;
  readonly month?: string | undefined;
}

/**
 * A function that tells how many of the documents have been read for safeguards, by anybody;
 * without a safeguard, for any at all. What was told before is remembered: the cells of a row often share it.
 */
export function createCoverage(
  documents: readonly SourceDocument[],
  readings: readonly Reading[],
  resolveDocument: (id: string) => string = documentResolver(documents),
): (considered: Considered) => Coverage {
  const readFor = new Map<string, Set<string | undefined>>();
  for (const { document, safeguard } of readings) {
    const id = resolveDocument(document);
    readFor.set(id, (readFor.get(id) ?? new Set()).add(safeguard));
  }
  const isRead = (document: string, wanted: readonly string[]) => {
    const safeguards = readFor.get(document);
    if (!safeguards) return false;
    return safeguards.has(undefined) || wanted.every((safeguard) => safeguards.has(safeguard));
  };
  const byId = new Map(documents.map((document) => [document.id, document]));
  const known = new Map<string, Coverage>();

  return ({ safeguards: named = [], document: id, sourceType, month }) => {
    const safeguards = named.filter((safeguard) => safeguard !== noValue);
    const key = JSON.stringify([safeguards, id, sourceType, month]);
    const told = known.get(key);
    if (told) return told;
    const one = id === undefined ? undefined : byId.get(id);
    const candidates = id === undefined ? documents : one ? [one] : [];
    const considered = candidates.filter(
      (document) =>
        (sourceType === undefined || document.sourceType === sourceType) &&
        (month === undefined || (monthOf(document.date) ?? noValue) === month),
    );
    const coverage = {
      documents: considered.filter((document) => isRead(document.id, safeguards)).length,
      of: considered.length,
    };
    known.set(key, coverage);
    return coverage;
  };
}

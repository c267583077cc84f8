import {
  buildMatrix,
  currentFilters,
  explainCell,
  type MatrixFilters,
  readingsWithin,
  selectPassages,
} from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { listUserNames } from '../accounts/user-store.ts';
import { listAnnotationsById } from '../annotations/annotation-store.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { listLinksOf } from '../links/link-store.ts';
import { describeBill } from '../matrix/bill-service.ts';
import type { MatrixIndexes } from '../matrix/matrix-index-service.ts';
import { dutchDay } from '../papers/dutch-day.ts';
import type { Paper } from '../papers/paper.ts';
import { createPaperSource } from '../papers/paper-source.ts';
import { writeBriefing } from './write-briefing.ts';

/** More passages make no paper that anybody reads, and keep the server from other work. */
const maxPassages = 2_000;

/** What a briefing is about. */
export interface BriefingRequest {
  readonly dossier: { readonly id: string; readonly title: string; readonly revision: number };
  readonly filters: MatrixFilters;
  readonly language: Language;
  readonly now: Date;
}

/**
 * The briefing of a dossier as it is now.
 *
 * @throws ApiError `paper-too-large` for more passages than a paper can have.
 */
export async function makeBriefing(
  database: Executor,
  indexes: MatrixIndexes,
  { dossier, filters: asked, language, now }: BriefingRequest,
): Promise<Paper> {
  const { index } = await indexes.get(dossier.id, dossier.revision);
  const filters = currentFilters(index.frame, asked);
  const query = { rows: 'safeguard', columns: 'impact', filters, language } as const;
  const count = selectPassages(index, filters).size;
  if (count > maxPassages) {
    throw new ApiError('paper-too-large', [{ path: '', message: `${count} > ${maxPassages}` }]);
  }
  const matrix = buildMatrix(index, query);
  const explained = matrix.rows
    .filter(({ id }) => (matrix.totals.rows[id]?.claims ?? 0) > 0)
    .map(({ id }) => ({ id, ...explainCell(index, query, { row: id }) }));
  const claims = new Map(explained.map((row) => [row.id, row.claims] as const));
  const denied = matrix.cells
    .filter((cell) => cell.denied)
    .map((cell) => [cell, explainCell(index, query, cell).claims] as const);
  const ids = new Set(
    [...claims.values()].flat().flatMap(({ places }) => places.map(({ annotation }) => annotation)),
  );
  const links = await listLinksOf(database, dossier.id, [...ids]);
  const ends = links.flatMap(({ from, to }) => [from, to]);
  const found = await listAnnotationsById(database, dossier.id, [...new Set([...ids, ...ends])]);
  const linked = new Map(found.map((annotation) => [annotation.id, annotation]));
  const bill = await describeBill(database, index, filters, { dossier: dossier.id, told: [] });
  return writeBriefing({
    ...createPaperSource(index.frame, language),
    title: dossier.title,
    day: dutchDay(now),
    filters,
    reviewerNames: await listUserNames(database, filters.reviewer ?? []),
    matrix,
    claims,
    denied: new Map(denied),
    disputes: explained.flatMap(({ disputes }) => disputes),
    annotations: new Map([...linked].filter(([id]) => ids.has(id))),
    ...{ links, linked, bill },
    readings: readingsWithin(index.frame, filters),
  });
}

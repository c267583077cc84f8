import { buildMatrix, type MatrixFilters } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { listAnnotationsById } from '../annotations/annotation-store.ts';
import type { Executor } from '../database/index.ts';
import type { MatrixIndexes } from '../matrix/matrix-index-service.ts';
import { dutchDay } from '../papers/dutch-day.ts';
import type { Paper } from '../papers/paper.ts';
import { createPaperSource } from '../papers/paper-source.ts';
import { listOutlineParts, passagesOf } from './outline-part-store.ts';
import { outlines } from './outline-store.ts';
import { writeOutline } from './write-outline.ts';

/** Which outline becomes a paper. */
export interface OutlinePaperRequest {
  readonly dossier: { readonly id: string; readonly revision: number };
  /** Outline id. */
  readonly id: string;
  readonly language: Language;
  /** Whether the matrix in its appendix counts accepted codings only. */
  readonly onlyAccepted: boolean;
  readonly now: Date;
}

/**
 * The paper that an outline is now.
 *
 * @throws ApiError `outline-not-found`
 */
export async function makeOutlinePaper(
  database: Executor,
  indexes: MatrixIndexes,
  { dossier, id, language, onlyAccepted, now }: OutlinePaperRequest,
): Promise<Paper> {
  const { title } = await outlines.get(database, dossier.id, id);
  const parts = await listOutlineParts(database, dossier.id, id);
  const annotations = await listAnnotationsById(database, dossier.id, passagesOf(parts));
  const { index } = await indexes.get(dossier.id, dossier.revision);
  const filters: MatrixFilters = onlyAccepted ? { status: ['accepted'] } : {};
  return writeOutline({
    ...createPaperSource(index.frame, language),
    title,
    day: dutchDay(now),
    parts,
    annotations: new Map(annotations.map((annotation) => [annotation.id, annotation])),
    onlyAccepted,
    matrix: buildMatrix(index, { rows: 'safeguard', columns: 'impact', filters, language }),
  });
}

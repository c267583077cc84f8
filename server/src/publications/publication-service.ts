import { randomUUIDv7 as uuid } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Status } from '@waarborg/shared/annotation';
import type { PublicationDraft } from '@waarborg/shared/api';
import type { OfflineDossier } from '@waarborg/shared/exchange';
import { matrixFiltersSchema } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { dutchMomentInWords } from '@waarborg/shared/messages/dutch-moment';
import { publicationMessages } from '@waarborg/shared/messages/publications';
import type { Access } from '../accounts/authenticate.ts';
import { createSecret } from '../accounts/secrets.ts';
import { applyChange, describeChange, type Executor, type Writer } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { isFiltered, type Layout, readExport } from '../exports/export-service.ts';
import { readOfflineDossier } from '../exports/read-offline-dossier.ts';
import { writePage } from '../exports/write-page.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import type { MatrixIndexes } from '../matrix/matrix-index-service.ts';
import {
  findPublication,
  insertPublication,
  type StoredPublication,
  withdrawPublication,
} from './publication-store.ts';
import { withoutReviewers } from './without-reviewers.ts';

const compress = promisify<Uint8Array, Buffer>(gzip);
const secretPrefix = 'wbp_';

interface Publishing {
  readonly database: Executor;
  readonly indexes: MatrixIndexes;
}

/** The layout with which a copy opens: an order by one reviewer would name them. */
function publicLayout({
  rows,
  columns,
  count,
  sortRows,
  sortColumns,
  fold,
  hide,
}: PublicationDraft['view']): Layout {
  const isPublic = (order: string | undefined, axis: string) => axis !== 'reviewer' || !order?.includes(':');
  return {
    ...{ count, fold, hide },
    ...(isPublic(sortRows, columns) && { sortRows }),
    ...(isPublic(sortColumns, rows) && { sortColumns }),
  };
}

/** What goes into the copy: what counts in the view, without who coded it. */
async function readContent(
  { database, indexes }: Publishing,
  dossier: Access['dossier'],
  { view, acceptedOnly, title }: PublicationDraft,
  language: Language,
): Promise<OfflineDossier> {
  const status: Status[] = acceptedOnly ? ['accepted'] : ['draft', 'accepted'];
  const { rows, columns } = view;
  const layout = publicLayout(view);
  const wanted = { ...matrixFiltersSchema.parse(view), rows, columns, ...layout, status, language };
  const content = await readExport({ database, indexes }, dossier, wanted);
  return withoutReviewers({
    ...(await readOfflineDossier(database, dossier, content)),
    dossier: { ...dossier, title, role: 'reader' },
  });
}

/** What readers must know of a copy: when it was made, whether it is all there was, and whether all was reviewed. */
function describeCopy(
  { made, annotations }: OfflineDossier,
  { acceptedOnly, view }: PublicationDraft,
  language: Language,
): string {
  const messages = publicationMessages[language];
  const isPart = isFiltered(matrixFiltersSchema.parse(view));
  const codings = annotations.flatMap((annotation) => annotation.codings);
  const drafts = codings.filter(({ status }) => status === 'draft').length;
  return [
    messages.frozenOn(dutchMomentInWords(made, language)),
    ...(acceptedOnly ? [messages.holdsAccepted] : []),
    ...(drafts > 0 ? [messages.holdsDrafts(drafts, codings.length)] : []),
    ...(isPart ? [messages.selected] : []),
  ].join(' ');
}

/** Publishes the matrix of a dossier as it is now. */
export async function publish(
  publishing: Publishing,
  writer: Writer,
  dossier: Access['dossier'],
  draft: PublicationDraft,
  language: Language,
): Promise<StoredPublication> {
  const { title, note, embargo, acceptedOnly } = draft;
  const content = await readContent(publishing, dossier, draft, language);
  const preface = [...(note ? [note] : []), describeCopy(content, draft, language)];
  const page = await compress(Buffer.from(await writePage(content, language, preface), 'utf8'));
  const publication = {
    ...{ id: uuid(), title, ...(note && { note }), ...(embargo && { embargo }), acceptedOnly },
    ...{ made: content.made, by: writer.user, secret: createSecret(secretPrefix) },
  };
  const { id } = await applyChange(publishing.database, describeChange(writer, 'publish'), async (change) => {
    await insertPublication(change, publication, page);
    return { id: publication.id };
  });
  return getPublication(publishing.database, dossier.id, id);
}

/**
 * One publication of a dossier.
 *
 * @throws ApiError `publication-not-found`
 */
async function getPublication(database: Executor, dossier: string, id: string): Promise<StoredPublication> {
  const found = await findPublication(database, dossier, id);
  if (!found) throw new ApiError('publication-not-found');
  return found;
}

/**
 * Withdraws a publication, with a version only that one; what is withdrawn stays so.
 *
 * @throws ApiError `publication-not-found`, `precondition-failed`
 */
export async function withdraw(
  database: Executor,
  writer: Writer,
  id: string,
  expected: ExpectedVersion | undefined,
): Promise<void> {
  await applyChange(database, describeChange(writer, 'withdraw-publication'), async (change) => {
    const found = await getPublication(change.transaction, change.dossier, id);
    const { secret: _, ...shown } = found;
    assertVersion(shown, expected);
    if (found.withdrawn === undefined) await withdrawPublication(change, found);
  });
}

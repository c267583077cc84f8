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
import type { Executor } from '../database/index.ts';
import { isFiltered, type Layout, readExport } from '../exports/export-service.ts';
import { readOfflineDossier } from '../exports/read-offline-dossier.ts';
import { writePage } from '../exports/write-page.ts';
import { readAtOneMoment } from '../matrix/read-at-one-moment.ts';
import { withoutReviewers } from './without-reviewers.ts';

const compress = promisify<Uint8Array, Buffer>(gzip);

/** Which copy is wanted of which dossier: plain data, which another thread can be given. */
export interface CopyOrder {
  readonly dossier: Access['dossier'];
  readonly draft: PublicationDraft;
  readonly language: Language;
  /** ISO 8601 instant that the copy says it was frozen at: it holds all that was there then. */
  readonly made: string;
  /** Names the program that counts (`nameCountingProgram`). */
  readonly program: string;
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

/** What goes into the copy, as of one moment: what counts in the view, without who coded it. */
function readContent(
  database: Executor,
  { dossier, draft: { view, acceptedOnly, title }, language, made, program }: CopyOrder,
): Promise<OfflineDossier> {
  const status: Status[] = acceptedOnly ? ['accepted'] : ['draft', 'accepted'];
  const { rows, columns } = view;
  const layout = publicLayout(view);
  const wanted = { ...matrixFiltersSchema.parse(view), rows, columns, ...layout, status, language };
  return readAtOneMoment(database, dossier, program, async (moment) => {
    const content = await readExport(moment, moment.dossier, wanted);
    const held = await readOfflineDossier(moment.database, moment.dossier, content);
    return withoutReviewers({ ...held, dossier: { ...held.dossier, title }, made }, language);
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

/** Reads and writes a copy of the matrix, packed as it is kept; of a large dossier this takes some seconds. */
export async function writeCopy(database: Executor, order: CopyOrder): Promise<Uint8Array> {
  const { draft, language } = order;
  const content = await readContent(database, order);
  const preface = [...(draft.note ? [draft.note] : []), describeCopy(content, draft, language)];
  return compress(Buffer.from(await writePage(content, language, preface), 'utf8'));
}

import { randomUUIDv7 as uuid } from 'node:crypto';
import { type Annotation, type AnnotationDraft, uuidSchema } from '@waarborg/shared/annotation';
import type { ImportResponse } from '@waarborg/shared/api';
import { documentsByAnyId, type SourceDocument, type Speaker } from '@waarborg/shared/dossier';
import type { IncomingAnnotation } from '@waarborg/shared/w3c';
import { v5 as deriveUuid } from 'uuid';
import type { LoggedAnnotation } from '../annotations/annotation-rows.ts';
import {
  type CodingContext,
  createWithin,
  readCodingContext,
  toAnnotation,
} from '../annotations/annotation-service.ts';
import { insertAnnotations, toLogged } from '../annotations/annotation-store.ts';
import { findIdsElsewhere, findTakenIds } from '../annotations/taken-ids.ts';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { findDocumentById, listDocuments } from '../documents/document-store.ts';
import { findLatestText } from '../documents/rendition-store.ts';
import { ApiError } from '../errors.ts';
import { documentOf, sourceOf, toDraft, understand } from '../web-annotations/web-annotation-service.ts';
import { type BatchEntry, maxErrors, placeErrors } from './read-batch.ts';

/** What an annotation of the batch becomes, with the text in which somebody else sent it. */
interface Draft {
  readonly where: string;
  readonly draft: AnnotationDraft;
  readonly foreign: string | undefined;
}

/** Documents from this number on are read all at once. */
const manyDocuments = 20;

/** Ends a dry run: nothing of it stays. */
class DryRun extends Error {
  readonly result: ImportResponse;

  constructor(result: ImportResponse) {
    super('this was a dry run');
    this.result = result;
  }
}

/** A change that notes which speakers and documents are new in it. */
function watch(change: Change) {
  const [newSpeakers, newDocuments]: [string[], string[]] = [[], []];
  const record: Change['record'] = (item) => {
    if (item.before === undefined && item.kind === 'speaker') newSpeakers.push((item.after as Speaker).name);
    if (item.before === undefined && item.kind === 'document')
      newDocuments.push((item.after as SourceDocument).title);
    change.record(item);
  };
  return { change: { ...change, record }, newSpeakers, newDocuments };
}

/** Gathers mistakes of a batch, so that one answer tells them all. */
class Mistakes {
  readonly #errors: { path: string; message: string }[] = [];

  /** Does a step; what it refuses is noted with its place. */
  async during<T>(where: string, step: () => Promise<T>): Promise<T | undefined> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const told = error.errors.length > 0 ? error.errors : [{ path: '', message: '' }];
      this.#errors.push(
        ...placeErrors(where, told).map(({ path, message }) => ({
          path,
          message: [error.code, message].filter(Boolean).join(': '),
        })),
      );
      if (this.#errors.length >= maxErrors) this.assertNone();
      return undefined;
    }
  }

  assertNone(): void {
    if (this.#errors.length > 0) throw new ApiError('invalid-request', this.#errors.slice(0, maxErrors));
  }
}

/** A page that the batch annotates: its document, and the text that was last kept of it. */
interface AnnotatedPage {
  readonly document: string;
  readonly text: string | undefined;
}

async function openPage(change: Change, incoming: IncomingAnnotation): Promise<AnnotatedPage> {
  const document = await documentOf(change, incoming);
  return { document, text: await findLatestText(change.transaction, document, sourceOf(incoming)) };
}

/** The id at the end of the address that a Waarborg gives an annotation. */
function idInAddress(origin = ''): string | undefined {
  const id = /\/annotations\/[^/]+\/([^/]+)$/u.exec(origin)?.[1];
  return uuidSchema.safeParse(id).data;
}

/**
 * The ids under which Web Annotations come in that propose none, by their place in the batch: always the same for an
 * address, so that importing twice is importing once. One that was exported from this dossier has the id that it has
 * here.
 */
async function nameByAddress(
  change: Change,
  entries: readonly BatchEntry[],
): Promise<ReadonlyMap<BatchEntry, string>> {
  const named = entries.flatMap((entry) => {
    const origin = 'incoming' in entry ? entry.incoming.origin : undefined;
    return origin === undefined ? [] : [{ entry, origin }];
  });
  const own = named.flatMap(({ origin }) => idInAddress(origin) ?? []);
  const elsewhere = await findIdsElsewhere(change, own);
  const times = new Map<string, number>();
  const nameOf = (origin: string): string => {
    const copy = times.get(origin) ?? 0;
    times.set(origin, copy + 1);
    const id = idInAddress(origin);
    // What a file has at one address more than once is as many annotations.
    if (copy > 0) return deriveUuid(`${origin} ${copy}`, change.dossier);
    return id && !elsewhere.has(id) ? id : deriveUuid(origin, change.dossier);
  };
  return new Map(named.map(({ entry, origin }) => [entry, nameOf(origin)]));
}

/** The ids of a batch. */
interface BatchIds {
  /** Of the Web Annotations that have an address. */
  readonly names: ReadonlyMap<BatchEntry, string>;
  /** Those that are taken, of these and of the ids that drafts propose. */
  readonly taken: ReadonlySet<string>;
}

async function findIds(change: Change, entries: readonly BatchEntry[]): Promise<BatchIds> {
  const names = await nameByAddress(change, entries);
  const ids = entries.flatMap((entry) => ('draft' in entry ? entry.draft.id : (names.get(entry) ?? [])));
  return { names, taken: await findTakenIds(change, ids) };
}

/**
 * Every entry as a draft about a document of the dossier; pages that it does not know become documents. Web Annotations
 * that were brought before, by their address, are only counted.
 */
async function toDrafts(
  change: Change,
  entries: readonly BatchEntry[],
  { names, taken }: BatchIds,
  mistakes: Mistakes,
): Promise<{ drafts: Draft[]; known: number }> {
  const pages = new Map<string, AnnotatedPage>();
  const drafts: Draft[] = [];
  let known = 0;
  for (const entry of entries) {
    const { where } = entry;
    if ('draft' in entry) {
      drafts.push({ where, draft: entry.draft, foreign: undefined });
      continue;
    }
    const { incoming, foreign } = entry;
    const id = names.get(entry);
    if (id !== undefined && taken.has(id)) {
      known++;
      continue;
    }
    const address = sourceOf(incoming);
    await mistakes.during(where, async () => {
      const page = pages.get(address) ?? (await openPage(change, incoming));
      pages.set(address, page);
      // Positions count in the text of the page, where it was kept.
      const exact = page.text === undefined ? incoming : understand(JSON.parse(foreign), page.text);
      drafts.push({ where, draft: toDraft(exact, page.document, id ?? uuid()), foreign });
    });
  }
  return { drafts, known };
}

/** The documents that the drafts are about, by every id under which they are named there. */
async function findDocuments(
  { transaction, dossier }: Change,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, SourceDocument>> {
  const wanted = new Set(drafts.map(({ draft }) => draft.document));
  if (wanted.size >= manyDocuments) return documentsByAnyId(await listDocuments(transaction, dossier));
  const found = new Map<string, SourceDocument>();
  for (const id of wanted) {
    const document = await findDocumentById(transaction, dossier, id);
    if (document) found.set(id, document);
  }
  return found;
}

/** Refuses one id for two annotations of the batch. */
function assertDistinct(drafts: readonly Draft[]): void {
  const seen = new Set<string>();
  const errors = drafts.flatMap(({ where, draft: { id } }) => {
    const isTwice = seen.has(id);
    seen.add(id);
    return isTwice ? placeErrors(where, [{ path: 'id', message: 'is the id of another annotation' }]) : [];
  });
  if (errors.length > 0) throw new ApiError('invalid-request', errors.slice(0, maxErrors));
}

/** Within a change: adds what is new of the drafts; says how many were there already. */
async function addDrafts(
  change: Change,
  writer: Writer,
  drafts: readonly Draft[],
  { taken }: BatchIds,
  mistakes: Mistakes,
): Promise<{ created: number; codings: number; unchanged: number }> {
  const context: CodingContext = await readCodingContext(change);
  const documents = await findDocuments(change, drafts);
  const added: LoggedAnnotation[] = [];
  let unchanged = 0;
  const add = async ({ draft, foreign }: Draft) => {
    if (taken.has(draft.id)) {
      await createWithin(change, writer, draft, foreign);
      unchanged++;
      return;
    }
    const document = documents.get(draft.document);
    if (!document) throw new ApiError('document-not-found', [{ path: 'document', message: draft.document }]);
    const annotation: Annotation = await toAnnotation(change, writer, draft, { document, context });
    added.push(toLogged({ annotation, foreign }));
  };
  for (const draft of drafts) await mistakes.during(draft.where, () => add(draft));
  mistakes.assertNone();
  await insertAnnotations(change, added);
  const codings = added.reduce((sum, annotation) => sum + annotation.codings.length, 0);
  return { created: added.length, codings, unchanged };
}

/**
 * Adds a batch of annotations as one revision: all of them, or with a mistake in any of them none. Those that are
 * there already with the same content are left as they are, so a batch can be sent again. A dry run says what
 * would happen and keeps nothing.
 *
 * @throws ApiError `invalid-request` with every mistake and where it stands, up to a hundred.
 */
export async function importBatch(
  database: Executor,
  writer: Writer,
  entries: readonly BatchEntry[],
  { isDryRun }: { isDryRun: boolean },
): Promise<ImportResponse> {
  // A dry run keeps nothing, its answer neither.
  const sender = isDryRun ? { ...writer, once: undefined } : writer;
  try {
    return await applyChange(database, describeChange(sender, 'import-annotations'), async (plain) => {
      const { change, newSpeakers, newDocuments } = watch(plain);
      const mistakes = new Mistakes();
      const ids = await findIds(change, entries);
      const { drafts, known } = await toDrafts(change, entries, ids, mistakes);
      assertDistinct(drafts);
      const counts = await addDrafts(change, writer, drafts, ids, mistakes);
      const result = { ...counts, unchanged: counts.unchanged + known, newSpeakers, newDocuments };
      if (isDryRun) throw new DryRun(result);
      return counts.created > 0 ? { revision: change.revision, ...result } : result;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.result;
    throw error;
  }
}

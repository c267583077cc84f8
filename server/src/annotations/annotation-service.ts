import { randomUUIDv7 as uuid } from 'node:crypto';
import {
  type Annotation,
  type AnnotationDraft,
  type Coding,
  type CodingDraft,
  codingDraftSchema,
  speakersOf,
  statementOf,
  withoutRepeats,
} from '@waarborg/shared/annotation';
import type { AnnotationUpdate } from '@waarborg/shared/api';
import { toProvision } from '@waarborg/shared/references';
import { withoutTarget } from '@waarborg/shared/w3c';
import { getCodebook, recallConcepts } from '../codebooks/codebook-store.ts';
import {
  applyChange,
  applyDeletion,
  type Change,
  describeChange,
  type Executor,
  type Reading,
  sendTogether,
  type Writer,
} from '../database/index.ts';
import { recallCodedDocument } from '../documents/coded-document-store.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { links, listLinks } from '../links/link-store.ts';
import { readSpeakerFinder, recallSpeakers, type SpeakerFinder } from '../speakers/speaker-store.ts';
import { findAnnotation, type StoredAnnotation, saveAnnotation, toLogged } from './annotation-store.ts';
import { isAnnotationIdTaken } from './taken-ids.ts';

/** What the codings of a change are checked with; many of them share it. */
export interface CodingContext {
  /** Concepts that the codebook has, as `kind id`. */
  readonly concepts: ReadonlySet<string>;
  readonly findSpeaker: SpeakerFinder;
}

const conceptsOf = (codings: readonly CodingDraft[]) => [
  ...new Set(codings.flatMap(({ safeguard, impact }) => [safeguard, impact ?? safeguard])),
];

/** For a few codings: reads of the codebook no more than they name. */
async function readContextOf(change: Change, codings: readonly CodingDraft[]): Promise<CodingContext> {
  const [concepts, findSpeaker] = await sendTogether(
    recallConcepts(change, conceptsOf(codings)),
    readSpeakerFinder(change, speakersOf(codings)),
  );
  return { concepts, findSpeaker };
}

/** For many codings: reads the codebook once. */
export async function readCodingContext(change: Change): Promise<CodingContext> {
  const { concepts } = await getCodebook(change.transaction, change.dossier);
  const known = new Set(concepts.map(({ kind, id }) => `${kind} ${id}`));
  return { concepts: known, findSpeaker: await readSpeakerFinder(change) };
}

/** Refuses concepts that the codebook does not have. */
function assertConcepts({ concepts }: CodingContext, codings: readonly CodingDraft[]): void {
  const errors = codings.flatMap(({ safeguard, impact }, index) => [
    ...(concepts.has(`safeguard ${safeguard}`)
      ? []
      : [{ path: `codings[${index}].safeguard`, message: safeguard }]),
    ...(impact === undefined || concepts.has(`impact ${impact}`)
      ? []
      : [{ path: `codings[${index}].impact`, message: impact }]),
  ]);
  if (errors.length > 0) throw new ApiError('concept-unknown', errors);
}

/** Refuses one id for two codings. */
function assertDistinctIds(codings: readonly CodingDraft[]): void {
  const ids = codings.map(({ id }) => id);
  const index = ids.findIndex((id, place) => id !== undefined && ids.indexOf(id) !== place);
  if (index !== -1) {
    throw new ApiError('invalid-request', [
      { path: `codings[${index}].id`, message: 'is the id of another coding' },
    ]);
  }
}

/** Who says each coding and who reports it, as ids; the first to be named anew is added to the dossier. */
async function nameSpeakers(
  { findSpeaker }: CodingContext,
  drafts: readonly CodingDraft[],
  issuer: string | undefined,
): Promise<{ speaker: string; reportedBy?: string }[]> {
  const named: { speaker: string; reportedBy?: string }[] = [];
  for (const [index, draft] of drafts.entries()) {
    const find = async (field: 'speaker' | 'reportedBy') => {
      const written = draft[field];
      return written === undefined ? undefined : findSpeaker(written, `codings[${index}].${field}`);
    };
    const speaker = (await find('speaker')) ?? issuer;
    if (!speaker) {
      throw new ApiError('invalid-request', [
        {
          path: `codings[${index}].speaker`,
          message: 'the document has no issuer, so a coding names its speaker',
        },
      ]);
    }
    const reportedBy = await find('reportedBy');
    named.push({ speaker, ...(reportedBy ? { reportedBy } : {}) });
  }
  return named;
}

/** The article of a coding in its canonical form: it is one row of the matrix, whichever client sent it and how. */
function provisionOf({ provision }: CodingDraft): Pick<CodingDraft, 'provision'> {
  if (provision === undefined) return {};
  const canonical = codingDraftSchema.shape.provision.safeParse(toProvision(provision));
  return { provision: canonical.data ?? provision };
}

/**
 * Codings as they are kept. A coding that was there before keeps its review as long as it says the same;
 * a changed one is a draft again.
 */
async function keepCodings(
  context: CodingContext,
  drafts: readonly CodingDraft[],
  issuer: string | undefined,
  before: readonly Coding[] = [],
): Promise<Coding[]> {
  assertDistinctIds(drafts);
  assertConcepts(context, drafts);
  const named = await nameSpeakers(context, drafts, issuer);
  const codings = drafts.map((draft, index): Coding => {
    const former = before.find(({ id }) => id === draft.id);
    const said = { ...draft, ...provisionOf(draft), ...(named[index] as { speaker: string }) };
    return reviewedAs({ ...said, id: former?.id ?? uuid(), status: 'draft' }, former);
  });
  return withoutRepeats(codings, before);
}

function reviewedAs(coding: Coding, former: Coding | undefined): Coding {
  if (!former || statementOf(coding) !== statementOf(former)) return coding;
  return { ...coding, status: former.status, ...(former.reason ? { reason: former.reason } : {}) };
}

/** Whether somebody sent the same again, as a queue does that lost the answer. */
function isSame(known: Annotation, made: Annotation): boolean {
  const content = ({ ranges, note, codings, source }: Annotation) =>
    JSON.stringify([source, ranges, note, codings.map(statementOf)]);
  return known.creator.id === made.creator.id && content(known) === content(made);
}

/** Within a change: a draft about a document as the annotation that it becomes. */
export async function toAnnotation(
  change: Change,
  writer: Writer,
  draft: AnnotationDraft,
  { document, context }: { document: { id: string; issuer?: string | undefined }; context: CodingContext },
): Promise<Annotation> {
  const { codings, document: _proposed, ...rest } = draft;
  return {
    ...rest,
    document: document.id,
    codings: await keepCodings(context, codings, document.issuer),
    creator: writer.user,
    created: change.at,
    modified: change.at,
    revision: change.revision,
  };
}

/** Within a change: creates an annotation; one that is there already with the same content is left as it is. */
export async function createWithin(
  change: Change,
  writer: Writer,
  draft: AnnotationDraft,
  foreign?: string,
): Promise<{ annotation: Annotation; created: boolean }> {
  const [document, isTaken, context] = await sendTogether(
    recallCodedDocument(change, draft.document),
    isAnnotationIdTaken(change, draft.id),
    readContextOf(change, draft.codings),
  );
  if (!document) throw new ApiError('document-not-found', [{ path: 'document', message: draft.document }]);
  const annotation = await toAnnotation(change, writer, draft, { document, context });
  if (isTaken) {
    const known = await findAnnotation(change.transaction, change.dossier, draft.id);
    if (known && isSame(known.annotation, annotation) && known.foreign === foreign)
      return { annotation: known.annotation, created: false };
    throw new ApiError('annotation-exists');
  }
  await saveAnnotation(change, annotation.id, { after: toLogged({ annotation, foreign }) });
  return { annotation, created: true };
}

/** Asks for what `createWithin` recalls. */
function readAhead(reading: Reading, { id, document, codings }: AnnotationDraft): Promise<unknown> {
  return sendTogether(
    recallCodedDocument(reading, document),
    isAnnotationIdTaken(reading, id),
    recallConcepts(reading, conceptsOf(codings)),
    recallSpeakers(reading, speakersOf(codings)),
  );
}

/** Creates an annotation. Creating it twice is the same as creating it once. */
export function createAnnotation(database: Executor, writer: Writer, draft: AnnotationDraft) {
  const description = {
    ...describeChange(writer, 'create-annotation'),
    isLoggedTogether: true,
    readAhead: (reading: Reading) => readAhead(reading, draft),
  };
  return applyChange(database, description, (change) => createWithin(change, writer, draft));
}

/** Within a change: the annotation, if it has the version that is changed. */
export async function getStored(
  change: Change,
  id: string,
  expected: ExpectedVersion | undefined,
): Promise<StoredAnnotation> {
  const stored = await findAnnotation(change.transaction, change.dossier, id);
  if (!stored) throw new ApiError('annotation-not-found');
  assertVersion(stored.annotation, expected);
  return stored;
}

/** Whether the passage is another one than somebody else's text says. */
function isMarkedAnew(before: Annotation, after: Annotation): boolean {
  const place = ({ source, ranges }: Annotation) => JSON.stringify([source, ranges]);
  return place(before) !== place(after);
}

/** Within a change: changes an annotation; `foreign` is the text in which somebody else wrote it. */
export async function updateWithin(
  change: Change,
  stored: StoredAnnotation,
  update: AnnotationUpdate,
  foreign?: string,
): Promise<Annotation> {
  const before = stored.annotation;
  const [document, context] = await sendTogether(
    recallCodedDocument(change, before.document),
    readContextOf(change, update.codings),
  );
  const annotation: Annotation = {
    ...before,
    source: update.source ?? before.source,
    ranges: update.ranges,
    rendition: update.rendition,
    note: update.note,
    gone: update.gone,
    codings: await keepCodings(context, update.codings, document?.issuer, before.codings),
    modified: change.at,
    revision: change.revision,
  };
  const kept = foreign ?? (isMarkedAnew(before, annotation) ? withoutTarget(stored.foreign) : stored.foreign);
  const after = toLogged({ annotation, foreign: kept });
  await saveAnnotation(change, before.id, { before: toLogged(stored), after });
  return annotation;
}

/** Changes an annotation of the given version. */
export function updateAnnotation(
  database: Executor,
  writer: Writer,
  id: string,
  update: AnnotationUpdate,
  expected: ExpectedVersion,
): Promise<Annotation> {
  return applyChange(database, describeChange(writer, 'update-annotation'), async (change) =>
    updateWithin(change, await getStored(change, id, expected), update),
  );
}

/** Deletes an annotation with the links that hang on it; with a version only that one. */
export function removeAnnotation(
  database: Executor,
  writer: Writer,
  id: string,
  expected: ExpectedVersion | undefined,
): Promise<number> {
  return applyDeletion(database, describeChange(writer, 'delete-annotation'), async (change) => {
    const stored = await getStored(change, id, expected);
    for (const link of await listLinks(change.transaction, change.dossier, id)) {
      await links.save(change, link.id, { before: link });
    }
    await saveAnnotation(change, id, { before: toLogged(stored) });
  });
}

import { type Annotation, annotationSchema } from '@waarborg/shared/annotation';
import {
  annotationListSchema,
  changesResponseSchema,
  codebookResponseSchema,
  dismissalListSchema,
  documentListSchema,
  linkListSchema,
  readingListSchema,
  readWholeList,
  speakerListSchema,
} from '@waarborg/shared/api';
import type { Codebook } from '@waarborg/shared/codebook';
import {
  type Dismissal,
  dismissalSchema,
  documentSchema,
  type KeptLink,
  keptLinkSchema,
  readingSchema,
  speakerSchema,
} from '@waarborg/shared/dossier';
import { z } from 'zod';
import { type DossierDatabase, findState, readingKey } from './database.ts';
import { readAnswer, type Trouble } from './read-answer.ts';
import { readableEntries } from './read-list.ts';
import type { Way } from './send.ts';
import { beginWritingAnnotations, type WrittenAnnotations } from './sent-annotations.ts';

const annotationsSchema = annotationListSchema.extend({ annotations: readableEntries(annotationSchema) });
const linksSchema = linkListSchema.extend({ links: readableEntries(keptLinkSchema) });
const documentsSchema = documentListSchema.extend({ documents: readableEntries(documentSchema) });
const speakersSchema = speakerListSchema.extend({ speakers: readableEntries(speakerSchema) });
const dismissalsSchema = dismissalListSchema.extend({ dismissals: readableEntries(dismissalSchema) });
const readingsSchema = readingListSchema.extend({ readings: readableEntries(readingSchema) });

/** The lists of a dossier that are small enough to be fetched whole whenever one entry changes. */
const listKinds = ['document', 'speaker', 'reading', 'dismissal', 'codebook'] as const;
type ListKind = (typeof listKinds)[number];

/** Stops a pull; nothing of it is kept. */
class PullFailure extends Error {
  override readonly name = 'PullFailure';
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** What came of bringing a copy up to date. */
export interface Pulled {
  /** Whether anything in the dossier changed. */
  readonly changed: boolean;
  readonly trouble?: Trouble | undefined;
}

/** Brings the extension's copy of the dossier up to date. What waits to be sent is not touched. */
export async function pullChanges(db: DossierDatabase, way: Way): Promise<Pulled> {
  try {
    const since = await findState(db, 'revision');
    return { changed: since === undefined ? await pullAll(db, way) : await pullSince(db, way, since) };
  } catch (error) {
    if (error instanceof PullFailure) return { changed: false, trouble: error.trouble };
    throw error;
  }
}

async function get<S extends z.ZodType>(way: Way, path: string, schema: S): Promise<z.infer<S>> {
  const parsed = schema.safeParse(await fetchBody(way, path));
  if (!parsed.success) throw new PullFailure('server-failing');
  return parsed.data;
}

/** All pages of a list. */
function getList<S extends z.ZodType<{ next?: string | undefined }>>(way: Way, path: string, schema: S) {
  return readWholeList(path, (page) => get(way, page, schema));
}

/** Throws a `PullFailure` when the server does not give it. */
async function fetchBody(way: Way, path: string): Promise<unknown> {
  const verdict = readAnswer(await way.call({ path }));
  if (verdict.kind === 'trouble') throw new PullFailure(verdict.trouble);
  if (verdict.kind === 'refused') throw new PullFailure('dossier-unknown');
  if (verdict.kind === 'retry') throw new PullFailure('server-failing');
  return verdict.body;
}

async function pullAll(db: DossierDatabase, way: Way): Promise<boolean> {
  // Annotations first: what changes while the other lists are fetched comes again with the next pull.
  const { revision, annotations } = await getList(way, '/annotations', annotationsSchema);
  const { links } = await getList(way, '/links', linksSchema);
  const lists = await fetchLists(way, new Set(listKinds));
  await store(db, { revision, annotations: whole(annotations), links: whole(links), lists });
  return true;
}

/** What became of things of one kind. */
interface News<T> {
  readonly now: readonly T[];
  /** Ids of those that are not there any more. */
  readonly deleted: readonly string[];
  /** Whether these are all that there are. */
  readonly isWhole: boolean;
}

function whole<T>(now: readonly T[]): News<T> {
  return { now, deleted: [], isWhole: true };
}

type LoggedItem = z.infer<typeof changesResponseSchema>['changes'][number]['items'][number];

/** What the log says of things of one kind; undefined where it says it in another way than the list. */
function readNews<T>(
  items: readonly LoggedItem[],
  kind: LoggedItem['kind'],
  schema: z.ZodType<T>,
): News<T> | undefined {
  const latest = new Map(items.filter((item) => item.kind === kind).map(({ id, after }) => [id, after]));
  const now: T[] = [];
  for (const after of latest.values()) {
    if (after === null) continue;
    const parsed = schema.safeParse(after);
    if (!parsed.success) return undefined;
    now.push(parsed.data);
  }
  const deleted = [...latest].filter(([, after]) => after === null).map(([id]) => id);
  return { now, deleted, isWhole: false };
}

async function pullSince(db: DossierDatabase, way: Way, since: number): Promise<boolean> {
  const log = changesResponseSchema.safeParse(await fetchBody(way, `/changes?since=${since}`)).data;
  // A log that this version cannot read, or a server on which a backup was put back.
  if (!log || log.revision < since) return pullAll(db, way);
  const { revision, changes, more } = log;
  if (changes.length === 0 && revision === since) return false;
  const items = changes.flatMap((change) => change.items);
  const annotations = readNews(items, 'annotation', annotationSchema);
  const links = readNews(items, 'link', keptLinkSchema);
  if (!annotations || !links) return pullAll(db, way);
  const kinds = new Set(items.map(({ kind }) => kind).filter((kind) => listKinds.includes(kind as ListKind)));
  const lists = await fetchLists(way, kinds as Set<ListKind>);
  const isNew =
    kinds.size > 0 || (await hasNews(db, 'annotations', annotations)) || (await hasNews(db, 'links', links));
  await store(db, { revision, annotations, links, lists });
  const isMoreNew = more && revision > since && (await pullSince(db, way, revision));
  return isNew || isMoreNew;
}

/** Whether things are others than those that are here: what was sent from here is here already. */
async function hasNews(
  db: DossierDatabase,
  name: 'annotations' | 'links',
  { now, deleted }: News<{ readonly id: string; readonly revision: number }>,
): Promise<boolean> {
  const { store: kept } = db.transaction(name);
  const [known, removed] = await Promise.all([
    Promise.all(now.map(({ id }) => kept.get(id))),
    Promise.all(deleted.map((id) => kept.getKey(id))),
  ]);
  const isKnown = now.every(({ revision }, index) => (known[index]?.revision ?? 0) >= revision);
  return !isKnown || removed.some((id) => id !== undefined);
}

/** Undefined when this version cannot read it: the one that is here stays. */
async function findCodebook(way: Way): Promise<Codebook | undefined> {
  const parsed = codebookResponseSchema.safeParse(await fetchBody(way, '/codebook'));
  if (!parsed.success) console.error('the codebook cannot be read:', z.prettifyError(parsed.error));
  return parsed.data;
}

/** None where the server is older than what is asked for. */
async function findDismissals(way: Way): Promise<readonly Dismissal[]> {
  try {
    return (await getList(way, '/dismissals', dismissalsSchema)).dismissals;
  } catch (error) {
    if (error instanceof PullFailure && error.trouble === 'dossier-unknown') return [];
    throw error;
  }
}

async function fetchLists(way: Way, kinds: ReadonlySet<ListKind>) {
  const [documents, speakers, readings, dismissals, codebook] = await Promise.all([
    kinds.has('document') ? getList(way, '/documents', documentsSchema) : undefined,
    kinds.has('speaker') ? getList(way, '/speakers', speakersSchema) : undefined,
    kinds.has('reading') ? getList(way, '/readings', readingsSchema) : undefined,
    kinds.has('dismissal') ? findDismissals(way) : undefined,
    kinds.has('codebook') ? findCodebook(way) : undefined,
  ]);
  return {
    documents: documents?.documents,
    speakers: speakers?.speakers,
    readings: readings?.readings,
    dismissals,
    codebook,
  };
}

interface Fetched {
  readonly revision: number;
  readonly annotations: News<Annotation>;
  readonly links: News<KeptLink>;
  readonly lists: Awaited<ReturnType<typeof fetchLists>>;
}

async function store(db: DossierDatabase, fetched: Fetched): Promise<void> {
  const { documents, speakers, readings, dismissals, codebook } = fetched.lists;
  const written = beginWritingAnnotations(db);
  const transaction = db.transaction(
    ['annotations', 'documents', 'speakers', 'readings', 'links', 'dismissals', 'state'],
    'readwrite',
  );
  const annotations = transaction.objectStore('annotations');
  if (fetched.annotations.isWhole) void annotations.clear();
  const { put, removed } = toPassages(fetched.annotations);
  for (const id of removed) void annotations.delete(id);
  for (const annotation of put) void annotations.put(annotation);
  const links = transaction.objectStore('links');
  if (fetched.links.isWhole) void links.clear();
  for (const id of fetched.links.deleted) void links.delete(id);
  for (const link of fetched.links.now) void links.put(link);
  if (documents) void transaction.objectStore('documents').clear();
  for (const document of documents ?? []) void transaction.objectStore('documents').put(document);
  if (speakers) void transaction.objectStore('speakers').clear();
  for (const speaker of speakers ?? []) void transaction.objectStore('speakers').put(speaker);
  if (readings) void transaction.objectStore('readings').clear();
  for (const reading of readings ?? []) {
    void transaction.objectStore('readings').put(reading, readingKey(reading));
  }
  if (dismissals) void transaction.objectStore('dismissals').clear();
  for (const dismissal of dismissals ?? []) void transaction.objectStore('dismissals').put(dismissal);
  if (codebook) void transaction.objectStore('state').put(codebook, 'codebook');
  void transaction.objectStore('state').put(fetched.revision, 'revision');
  await transaction.done;
  if (!fetched.annotations.isWhole) written({ put, removed });
}

/** Somebody else's annotation that quotes nothing is no passage: there is nothing to show of it in a page. */
function toPassages({ now, deleted }: News<Annotation>): WrittenAnnotations {
  const put = now.filter(({ ranges }) => ranges.length > 0);
  const empty = now.filter(({ ranges }) => ranges.length === 0);
  return { put, removed: [...deleted, ...empty.map(({ id }) => id)] };
}

import {
  type AnnotationDraft,
  annotationDraftSchema,
  type CodingDraft,
  codingDraftSchema,
  maxCodings,
  speakersOf,
} from '../annotation/index.ts';
import {
  type DocumentDraft,
  foldName,
  type SourceDocument,
  type SourceType,
  type Speaker,
} from '../dossier/index.ts';
import { toProvision } from '../references/index.ts';
import { hasShortYear } from '../text/index.ts';
import { type AmountScale, readAmountScale } from './amount-scale.ts';
import {
  createDocumentFinder,
  type DatedKind,
  type DocumentFinder,
  dayOf,
  losesIdentifier,
  namesDocument,
  type OtherwiseDocument,
  type RowDocument,
} from './find-row-document.ts';
import type { Columns, DocumentField, ImportField } from './import-field.ts';
import { amountInWords, readQuantity } from './read-quantity.ts';
import { pageOfReference, readPage } from './read-values.ts';
import { problemOf, RowError, type RowProblem, type RowReader } from './row-error.ts';
import { countGaps, type GapCounts, gapsOf, type RowGap } from './row-gaps.ts';
import { namesOfCell, wordsOfCell } from './several-words.ts';
import type { ClosedField, VocabularyReader } from './vocabulary-reader.ts';

/** What the dossier has already, and how names become ids: the same name always the same id, so that a table imported twice is imported once. */
export interface RowContext {
  readonly documents: readonly SourceDocument[];
  readonly speakers: readonly Speaker[];
  readonly vocabulary: VocabularyReader;
  readonly createId: (name: string) => string;
  /** The document of rows that name none; where it is absent they do not come in. */
  readonly otherwise?: OtherwiseDocument | undefined;
  /** Who speaks in rows that name no speaker, and whose document has no issuer; absent, they do not come in. */
  readonly otherwiseSpeaker?: string | undefined;
}

/** A row that is not imported, with the field that stands in the way. */
export interface RefusedRow {
  /** Number of the row in its table, from 1, where 1 is the head. */
  readonly row: number;
  readonly problem: RowProblem;
  readonly field: ImportField;
  readonly value: string;
}

/** What a table would bring into a dossier. */
export interface RowPlan {
  /** Documents that the dossier does not have. */
  readonly documents: readonly DocumentDraft[];
  /** How many documents of the dossier are coded further. */
  readonly knownDocuments: number;
  readonly annotations: readonly AnnotationDraft[];
  readonly codings: number;
  /** Rows that come in, and how many of them leave out what. */
  readonly rows: number;
  /** Rows with a quote that do not name their document, whether they come in or not. */
  readonly nameless: number;
  /** Rows with a coding of which nobody is said to speak: they name no speaker, and their document has no issuer. */
  readonly voiceless: number;
  /** How many rows say of their passage what an earlier one says already. */
  readonly repeated: number;
  readonly gaps: GapCounts;
  /** Names that the dossier does not know as speakers. */
  readonly newSpeakers: readonly string[];
  readonly refused: readonly RefusedRow[];
}

function closed(read: RowReader, field: ClosedField, { vocabulary }: RowContext): string | undefined {
  const text = read(field);
  if (text === '') return undefined;
  const value = vocabulary(field, text);
  if (value === undefined) throw new RowError('unknown-value', field);
  return value;
}

/** The concepts of a cell: one by its id where the row has one, else by name all that it lists. */
function conceptsOf(read: RowReader, kind: 'safeguard' | 'impact', context: RowContext): string[] {
  const isById = read(`${kind}Id`) !== '';
  const field = isById ? (`${kind}Id` as const) : kind;
  const words = isById ? [read(field)] : wordsOfCell(kind, read(field), context.vocabulary);
  return words.map((word) => {
    const value = context.vocabulary(kind, word);
    if (value === undefined) throw new RowError('unknown-value', field);
    return value;
  });
}

/** Who speaks in a row of which neither its document nor anybody else says it. */
const nobody = Symbol('nobody');

/** The statements that a row makes, one for each of what it lists; none for one that names no safeguard. */
function codingsOf(
  read: RowReader,
  amounts: AmountScale,
  context: RowContext,
  speakers: readonly string[] | typeof nobody,
): CodingDraft[] {
  const safeguards = conceptsOf(read, 'safeguard', context);
  if (safeguards.length === 0) return [];
  if (speakers === nobody) throw new RowError('no-speaker', 'speaker');
  const impacts = orNone(conceptsOf(read, 'impact', context));
  const fields = {
    measure: closed(read, 'measure', context),
    stage: closed(read, 'stage', context),
    direction: closed(read, 'direction', context) ?? 'unclear',
    basis: closed(read, 'basis', context) ?? 'position',
    reportedBy: read('reportedBy') || undefined,
    provision: toProvision(read('provision')) || undefined,
    quantity: readQuantity(read, amounts),
  };
  return safeguards.flatMap((safeguard) =>
    impacts.flatMap((impact) =>
      orNone(speakers).map((speaker) => toCoding({ safeguard, impact, speaker, ...fields })),
    ),
  );
}

function orNone<T>(values: readonly T[]): readonly (T | undefined)[] {
  return values.length > 0 ? values : [undefined];
}

function toCoding(fields: object): CodingDraft {
  const parsed = codingDraftSchema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RowError(problemOf(issue), (issue?.path[0] ?? 'safeguard') as ImportField);
}

/** A head that says of the numbers below it which they are. */
const kamerstukHead = /^(?:kamerstuk|kst)/iu;

/** The page that a row names, by itself or in the reference to its document. */
function pageOf(read: RowReader): number | undefined {
  const text = read('page');
  if (text === '') return pageOfReference(read('identifier')) ?? pageOfReference(read('document'));
  const page = readPage(text);
  if (page === undefined) throw new RowError('not-a-number', 'page');
  return page;
}

/** Pieces of a quote as our own tables write them. */
const pieceMark = /\[(?:…|\.\.\.)\]/u;

function rangesOf(read: RowReader): AnnotationDraft['ranges'] {
  const pieces = read('quote')
    .split(pieceMark)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length === 0) throw new RowError('no-quote', 'quote');
  const page = pageOf(read);
  const [prefix, suffix] = [read('prefix'), read('suffix')];
  return pieces.map((exact, place) => ({
    exact,
    ...(place === 0 && page !== undefined ? { page } : {}),
    ...(place === 0 && prefix !== '' ? { prefix } : {}),
    ...(place === 0 && suffix !== '' ? { suffix } : {}),
  }));
}

/** Whether two codings are the same in every part; both were made by one schema, so in one order. */
const isSameCoding = (one: CodingDraft, other: CodingDraft) => JSON.stringify(one) === JSON.stringify(other);

/** The document of a row, and what the row says of it. */
interface FoundDocument extends RowDocument {
  /** The issuer that the row names of a document that has none. */
  readonly voice: string | undefined;
  /** Whether the row says of it what it has otherwise. */
  readonly isSaidOtherwise: boolean;
}

/** Reads rows into passages: rows with the same words in the same document are codings of one passage. */
class RowPlanner {
  readonly #context: RowContext;
  readonly #headOf: RowReader;
  readonly #amounts: AmountScale;
  readonly #documents: DocumentFinder;
  /** Ids of the dossier's speakers by id, name and aliases. */
  readonly #speakers: ReadonlyMap<string, string>;
  readonly #annotations = new Map<string, AnnotationDraft>();
  readonly #gaps: RowGap[] = [];
  #above: FoundDocument | undefined;
  #rows = 0;
  #nameless = 0;
  #voiceless = 0;
  #repeated = 0;

  /** @param headOf gives the head above a value. */
  constructor(context: RowContext, headOf: RowReader) {
    this.#context = context;
    this.#headOf = headOf;
    this.#amounts = readAmountScale(headOf('quantity'));
    this.#documents = createDocumentFinder(context);
    this.#speakers = new Map(
      context.speakers.flatMap(({ id, name, aliases }) =>
        [id, ...[name, ...aliases].map(foldName)].map((called) => [called, id] as const),
      ),
    );
  }

  /** Who is called so: a speaker of the dossier, else whoever has that name. */
  #whoIs(name: string): string {
    return this.#speakers.get(name) ?? this.#speakers.get(foldName(name)) ?? foldName(name);
  }

  /** The speakers that a cell lists; a name that the dossier has is one, whatever stands in it. */
  #eachOf(names: string | undefined | typeof nobody): readonly string[] | typeof nobody {
    if (names === nobody) return nobody;
    return names === undefined || this.#speakers.has(foldName(names))
      ? [names ?? []].flat()
      : namesOfCell(names);
  }

  /**
   * The document of a row, which keeps its day, kind and issuer; one that does not name it has that which was chosen for
   * such rows. Where the document has no issuer, that of the row speaks.
   */
  #findDocument(read: RowReader): FoundDocument {
    const { otherwise } = this.#context;
    const isNamed = namesDocument(read);
    // What is below a row that is refused is not of the document above it.
    if (isNamed) this.#above = undefined;
    else this.#nameless += 1;
    const above = !isNamed && otherwise?.kind === 'above' ? this.#above : undefined;
    const known = !isNamed && otherwise?.kind === 'known' ? otherwise.id : undefined;
    const chosen = above ?? (known === undefined ? undefined : this.#documents.findKnown(known));
    const typed = isNamed || otherwise?.kind !== 'new' ? {} : otherwise.said;
    const readBoth: RowReader = (field) => read(field) || typed[field as DocumentField]?.trim() || '';
    // What is no day, or no kind, is said of every row, also where its document has them already.
    const said: DatedKind = {
      date: dayOf(readBoth),
      sourceType: closed(readBoth, 'sourceType', this.#context) as SourceType | undefined,
    };
    const found = chosen ?? this.#documents.find(readBoth, said);
    const isOther = (field: keyof DatedKind) => said[field] !== undefined && said[field] !== found[field];
    const issuer = readBoth('issuer');
    const isOtherIssuer =
      issuer !== '' && (found.issuer === undefined || this.#whoIs(issuer) !== this.#whoIs(found.issuer));
    const document = {
      ...found,
      voice: found.issuer === undefined ? issuer || above?.voice : undefined,
      isSaidOtherwise: isOther('date') || isOther('sourceType') || isOtherIssuer,
    };
    if (isNamed) this.#above = document;
    return document;
  }

  add(read: RowReader): void {
    // Such a row can be the heading of those below it.
    if (read('quote') === '' && namesDocument(read)) this.#findDocument(read);
    const ranges = rangesOf(read);
    const { document, source, issuer, voice, isSaidOtherwise } = this.#findDocument(read);
    const said = read('speaker') || voice;
    const isVoiceless = !said && issuer === undefined;
    if (isVoiceless && read('safeguard') !== '') this.#voiceless += 1;
    const speakers = isVoiceless ? (this.#context.otherwiseSpeaker ?? nobody) : said;
    const codings = codingsOf(read, this.#amounts, this.#context, this.#eachOf(speakers));
    const [coding] = codings;
    const amount = amountInWords(read, this.#headOf, coding);
    const note = [read('note'), amount].filter((text) => text).join('\n');
    const named = read('passageId');
    for (let copy = 0; ; copy++) {
      const key = `${document} ${named} ${ranges.map(({ exact }) => exact).join(' ')} ${copy}`;
      const known = this.#annotations.get(key);
      // What is more becomes a second passage at the same words.
      if (known && known.codings.length + codings.length > maxCodings) continue;
      const id = named !== '' && copy === 0 ? named : this.#context.createId(`passage ${key}`);
      const added = codings.filter((coding) => !known?.codings.some((one) => isSameCoding(one, coding)));
      const isRepeated = codings.length > 0 && added.length === 0;
      const draft = known ?? { id, document, source, ranges, codings: [] };
      const notes = [...new Set([draft.note, note].filter((text) => text))].join('\n');
      const parsed = annotationDraftSchema.safeParse({
        ...draft,
        codings: [...draft.codings, ...added],
        ...(notes === '' ? {} : { note: notes }),
      });
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new RowError(problemOf(issue), fieldOfPath(issue?.path ?? []));
      }
      this.#annotations.set(key, parsed.data);
      this.#rows += 1;
      if (isRepeated) this.#repeated += 1;
      this.#gaps.push(...gapsOf(coding, (field) => read(field) !== ''));
      if (losesIdentifier(read)) this.#gaps.push('identifier');
      if (isSaidOtherwise) this.#gaps.push('document');
      if (amount !== undefined) this.#gaps.push('unit');
      if (hasShortYear(read('date'))) this.#gaps.push('century');
      return;
    }
  }

  finish(refused: readonly RefusedRow[]): RowPlan {
    const annotations = [...this.#annotations.values()];
    const used = new Set(annotations.map(({ document }) => document));
    const documents = this.#documents.created().filter(({ id }) => used.has(id));
    const speakers = [
      ...documents.flatMap(({ issuer }) => issuer ?? []),
      ...annotations.flatMap(({ codings }) => speakersOf(codings)),
    ];
    const unknown = new Map<string, string>();
    for (const name of speakers) {
      const isKnown = this.#speakers.has(foldName(name));
      if (!isKnown && !unknown.has(foldName(name))) unknown.set(foldName(name), name);
    }
    return {
      documents,
      knownDocuments: used.size - documents.length,
      annotations,
      codings: annotations.reduce((sum, { codings }) => sum + codings.length, 0),
      rows: this.#rows,
      nameless: this.#nameless,
      voiceless: this.#voiceless,
      repeated: this.#repeated,
      gaps: countGaps(this.#gaps),
      newSpeakers: [...unknown.values()],
      refused,
    };
  }
}

function fieldOfPath(path: readonly PropertyKey[]): ImportField {
  if (path[0] === 'source') return 'address';
  if (path[0] === 'note') return 'note';
  if (path[0] === 'id') return 'passageId';
  return path.includes('page') ? 'page' : 'quote';
}

/** What the rows of a table (the first is its head) would bring into a dossier, and which of them would not come in. */
export function planRows(
  rows: readonly (readonly string[])[],
  columns: Columns,
  context: RowContext,
): RowPlan {
  const refused: RefusedRow[] = [];
  const places = new Map(columns.flatMap((field, place) => (field ? [[field, place] as const] : [])));
  const headOf: RowReader = (field) => rows[0]?.[places.get(field) ?? -1] ?? '';
  const planner = new RowPlanner(context, headOf);
  const isKamerstuk = kamerstukHead.test(headOf('identifier'));
  for (const [index, row] of rows.slice(1).entries()) {
    const read: RowReader = (field) => {
      const value = row[places.get(field) ?? -1] ?? '';
      return field === 'identifier' && isKamerstuk ? value.replace(/^(?=\d)/u, 'Kamerstuk ') : value;
    };
    try {
      planner.add(read);
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      refused.push({ row: index + 2, problem: error.problem, field: error.field, value: read(error.field) });
    }
  }
  return planner.finish(refused);
}

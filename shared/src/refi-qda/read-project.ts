import {
  type AnnotationDraft,
  annotationDraftSchema,
  type CodingDraft,
  maxCodings,
  type PassageRange,
  uuidSchema,
} from '../annotation/index.ts';
import type { Bundle } from '../api/index.ts';
import { type DocumentDraft, maxTitleLength, type RenditionDraft } from '../dossier/index.ts';
import {
  checkBundle,
  childOf,
  childrenOf,
  decodeText,
  ImportRefusal,
  maxRows,
  readXml,
  type XmlNode,
} from '../imports/index.ts';
import { fromCodePoints } from '../w3c/index.ts';
import { codingsOfCodes } from './codings-of-codes.ts';
import { foldGuid } from './guid.ts';
import { kindOfLink } from './kind-of-link.ts';
import type { ProjectContext } from './project-context.ts';
import { type CodeMeaning, type ReadCodes, readCodes } from './read-codes.ts';
import { createRemarkReader, isRemark, type RemarkReader } from './remark.ts';
import { type SelectionRemark, selectionRemarkSchema, sourceRemarkSchema } from './source-remark.ts';
import { leftOutVariables, readVariables, readVariableValues } from './source-variables.ts';

/** A project as what it would bring into a dossier. */
export interface ReadProject {
  readonly bundle: Bundle;
  /** Selections that cannot be passages: of pictures, sound and video, of PDFs without their text, or too long. */
  readonly skipped: number;
  /**
   * What a dossier has no place for: notes on anything but a selection, codes of a whole source, links of another kind
   * or between other things than passages, sets, cases, graphs.
   */
  readonly unplaced: number;
  /** Names of the variables of documents that say nothing to us. */
  readonly leftOut: readonly string[];
}

/** Who speaks where a project of another program says nothing of it. */
const unknownSpeaker = 'Onbekend';
/** Selections that can be words of a text. */
const wordy = ['PlainTextSelection', 'PDFSelection', 'TranscriptSelection'];
/** Selections that are none. */
const wordless = ['PictureSelection', 'AudioSelection', 'VideoSelection'];
/** What holds the words of a source that is no text itself: a PDF, a picture, a recording. */
const holders = ['Representation', 'TextDescription', 'Transcript'];

/** A text of a source, with the document that the source is. */
interface SourceText {
  readonly document: DocumentDraft;
  readonly text: string;
  /** Where the text was read; absent where the text is only quotes. */
  readonly rendition: Omit<RenditionDraft, 'text'> | undefined;
  /** What has the text, and the selections in it. */
  readonly node: XmlNode;
}

/** A passage that is being put together from its selections. */
interface OpenPassage {
  readonly draft: Omit<AnnotationDraft, 'ranges' | 'codings' | 'note'>;
  readonly ranges: Map<number, PassageRange>;
  /** By their place in the passage; where another program put more codes to one of ours, it became several. */
  readonly codings: Map<number, readonly CodingDraft[]>;
  /** What the codes say of selections that another program made at these words. */
  readonly meanings: CodeMeaning[];
  /** Who speaks where no code says it, and the document has no issuer. */
  readonly nobody: { readonly speaker?: string };
  readonly notes: Set<string>;
}

/**
 * What tells where a selection stands and who made it. Many programs write one for each code: those of one person at
 * the same words are one passage, whose codes are read together. Undefined for one that has several codes itself.
 */
function placeKey({ name, attributes, children }: XmlNode): string | undefined {
  if (children.filter((child) => child.name === 'Coding').length > 1) return undefined;
  const {
    guid: _,
    name: __,
    creationDateTime: _c,
    modifiedDateTime: _m,
    modifyingUser: _u,
    ...place
  } = attributes;
  return JSON.stringify([name, Object.entries(place).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Where a selection begins and ends in the text that holds it, in code points; NaN where it does not say. */
function placesOf({ name, attributes }: XmlNode, holder: XmlNode): readonly [from: number, to: number] {
  if (name !== 'TranscriptSelection')
    return [Number(attributes.startPosition), Number(attributes.endPosition)];
  const positionOf = (guid: string | undefined) => {
    const wanted = foldGuid(guid);
    const point = childrenOf(holder, 'SyncPoint').find((one) => foldGuid(one.attributes.guid) === wanted);
    return Number(point?.attributes.position);
  };
  return [positionOf(attributes.fromSyncPoint), positionOf(attributes.toSyncPoint)];
}

class ProjectReader {
  readonly #parts: ReadonlyMap<string, Uint8Array>;
  readonly #context: ProjectContext;
  readonly #passages = new Map<string, OpenPassage>();
  /** Passage of each selection, by GUID. */
  readonly #passageOf = new Map<string, string>();
  readonly #notes: ReadonlyMap<string, string>;
  readonly #usedNotes = new Set<string>();
  readonly #readRemark: RemarkReader;
  readonly #variables: ReturnType<typeof readVariables>;
  readonly #codes: ReadCodes;
  readonly #project: XmlNode;
  #skipped = 0;

  constructor(project: XmlNode, parts: ReadonlyMap<string, Uint8Array>, context: ProjectContext) {
    this.#project = project;
    this.#parts = parts;
    this.#context = context;
    this.#notes = new Map(
      childrenOf(childOf(project, 'Notes'), 'Note').map((note) => [
        foldGuid(note.attributes.guid),
        this.#textOf(note),
      ]),
    );
    this.#readRemark = createRemarkReader([...this.#notes.values()]);
    this.#variables = readVariables(project);
    this.#codes = readCodes(childOf(project, 'CodeBook'), context, this.#readRemark);
  }

  read(): ReadProject {
    const sources = childOf(this.#project, 'Sources')?.children.flatMap((node) => this.#textsOf(node)) ?? [];
    for (const source of sources) this.#readSelections(source);
    const documents = new Map(sources.map(({ document }) => [document.id, document]));
    const renditions = sources.flatMap(({ document, text, rendition }) =>
      rendition && text !== '' ? [{ ...rendition, text, document: document.id }] : [],
    );
    const annotations = [...this.#passages.values()].flatMap((passage) => this.#close(passage));
    const bundle = checkBundle({
      ...{ groups: this.#codes.groups, concepts: this.#codes.concepts, speakers: this.#codes.speakers },
      ...{ documents: [...documents.values()], renditions, annotations, links: this.#links() },
    });
    const leftOut = leftOutVariables(this.#project);
    const otherLinks = this.#linkNodes().length - bundle.links.length;
    return { bundle, skipped: this.#skipped, unplaced: this.#countUnplaced() + otherLinks, leftOut };
  }

  #linkNodes(): readonly XmlNode[] {
    return childrenOf(childOf(this.#project, 'Links'), 'Link');
  }

  #countUnplaced(): number {
    const notes = [...this.#notes].filter(([guid, text]) => !this.#usedNotes.has(guid) && !isRemark(text));
    const codesOfSources = childOf(this.#project, 'Sources')?.children.map((source) =>
      childrenOf(source, 'Coding'),
    );
    const groups = [
      ['Sets', 'Set'],
      ['Cases', 'Case'],
      ['Graphs', 'Graph'],
    ] as const;
    const grouped = groups.flatMap(([all, one]) => childrenOf(childOf(this.#project, all), one));
    return notes.length + grouped.length + (codesOfSources?.flat().length ?? 0);
  }

  /** The text of a source or a note: in the project, or in a part beside it. */
  #textOf(node: XmlNode): string {
    const inside = childOf(node, 'PlainTextContent')?.text;
    if (inside !== undefined) return inside;
    const place = node.attributes.plainTextPath?.replace(/^internal:\/\//iu, '').toLowerCase();
    const part = [...this.#parts].find(([name]) => name.toLowerCase() === `sources/${place}`);
    return part ? decodeText(part[1]) : '';
  }

  /** The texts of a source: its own, or those of what holds its words. */
  #textsOf(node: XmlNode): SourceText[] {
    const remark = this.#readRemark(node, sourceRemarkSchema);
    const { document, place } = remark
      ? { document: remark.document, place: remark.text }
      : this.#describeSource(node);
    const held = node.children.filter(({ name }) => holders.includes(name));
    return [node, ...held].map((holder) => ({
      ...{ document, text: this.#textOf(holder), rendition: place, node: holder },
    }));
  }

  /** A source of another program as a document, by its name and its variables. */
  #describeSource(node: XmlNode): { document: DocumentDraft; place: SourceText['rendition'] } {
    const guid = foldGuid(node.attributes.guid);
    const id = this.#context.createId(`document ${guid}`);
    const address = `urn:uuid:${uuidSchema.safeParse(guid).success ? guid : id}`;
    const mediaType = node.name === 'PDFSource' ? 'application/pdf' : 'text/html';
    const title = (node.attributes.name ?? '').trim().slice(0, maxTitleLength) || guid;
    const document: DocumentDraft = {
      ...{ id, sourceType: 'other', title },
      ...{ addresses: [{ address, mediaType }], identifiers: [] },
      ...readVariableValues(node, this.#variables, this.#context),
    };
    return { document, place: { source: address, mediaType } };
  }

  #readSelections(source: SourceText): void {
    const atPlaces = new Map<string, string>();
    for (const child of source.node.children) {
      if (wordy.includes(child.name)) this.#addSelection(source, child, atPlaces);
      else if (wordless.includes(child.name)) this.#skipped++;
    }
  }

  /** @param atPlaces passages of this text that another program made, by `placeKey`. */
  #addSelection(source: SourceText, node: XmlNode, atPlaces: Map<string, string>): void {
    const guid = foldGuid(node.attributes.guid);
    const remark = this.#readRemark(node, selectionRemarkSchema);
    const range = this.#rangeOf(source, node, remark);
    if (!range) {
      this.#skipped++;
      return;
    }
    const key = placeKey(node);
    const together = key === undefined ? undefined : atPlaces.get(key);
    const id = remark?.passage ?? together ?? this.#context.createId(`selection ${guid}`);
    if (!remark && key !== undefined) atPlaces.set(key, id);
    this.#passageOf.set(guid, id);
    const passage = this.#open(id, source, remark);
    passage.ranges.set(remark?.piece ?? 0, range);
    const meanings = this.#meaningsOf(node);
    const { index, ...extra } = remark?.coding ?? { index: 0 };
    if (remark) passage.codings.set(index, codingsOfCodes(meanings, extra));
    else passage.meanings.push(...meanings);
    const noted = [node, ...childrenOf(node, 'Coding')].flatMap((one) => childrenOf(one, 'NoteRef'));
    for (const { attributes } of noted) {
      const target = foldGuid(attributes.targetGUID);
      const note = this.#notes.get(target);
      if (note) passage.notes.add(note);
      this.#usedNotes.add(target);
    }
    // Ours is the citation.
    const description = remark ? '' : (childOf(node, 'Description')?.text.trim() ?? '');
    if (description !== '') passage.notes.add(description);
  }

  #open(id: string, { document, rendition }: SourceText, remark: SelectionRemark | undefined): OpenPassage {
    const known = this.#passages.get(id);
    if (known) return known;
    if (this.#passages.size >= maxRows) throw new ImportRefusal('too-many-rows');
    const source = remark?.source ?? rendition?.source ?? `urn:uuid:${document.id}`;
    const passage: OpenPassage = {
      draft: {
        ...{ id, document: document.id, source },
        ...(remark?.rendition ? { rendition: remark.rendition } : {}),
        ...(remark?.gone ? { gone: remark.gone } : {}),
      },
      ranges: new Map(),
      codings: new Map(),
      meanings: [],
      nobody: this.#isSaidByIssuer(document) ? {} : { speaker: unknownSpeaker },
      notes: new Set(),
    };
    this.#passages.set(id, passage);
    return passage;
  }

  #isSaidByIssuer(document: DocumentDraft): boolean {
    return document.issuer !== undefined || (this.#context.hasIssuer?.(document) ?? false);
  }

  /** The words of a selection and where they stand; undefined where it has none. */
  #rangeOf(
    { text, rendition, node: holder }: SourceText,
    node: XmlNode,
    remark: SelectionRemark | undefined,
  ): PassageRange | undefined {
    if (node.name === 'PDFSelection') return this.#rangeInPdf(node);
    const [from, to] = placesOf(node, holder);
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to <= from) return undefined;
    const start = fromCodePoints(from, '', text);
    const end = fromCodePoints(to, '', text);
    if (start?.start === undefined || end?.start === undefined) return undefined;
    const exact = text.slice(start.start, end.start);
    const place = rendition
      ? {
          start: start.start,
          end: end.start,
          ...(start.astralBefore ? { astralBefore: start.astralBefore } : {}),
        }
      : remark?.place;
    const { prefix, suffix, page, section } = remark ?? {};
    const known = Object.entries({ prefix, suffix, page, section, ...place }).filter(
      ([, value]) => value !== undefined,
    );
    return { exact, ...Object.fromEntries(known) };
  }

  /** A place on a page of a PDF that comes with the words there. Its pages count from 0. */
  #rangeInPdf(node: XmlNode): PassageRange | undefined {
    const representation = childOf(node, 'Representation');
    const exact = representation ? this.#textOf(representation).trim() : '';
    const page = Number(node.attributes.page);
    if (exact === '') return undefined;
    return { exact, ...(Number.isInteger(page) && page >= 0 ? { page: page + 1 } : {}) };
  }

  /** What the codes of a selection say. */
  #meaningsOf(node: XmlNode): CodeMeaning[] {
    return childrenOf(node, 'Coding').flatMap((coding) => {
      const target = foldGuid(childOf(coding, 'CodeRef')?.attributes.targetGUID);
      return this.#codes.meanings.get(target) ?? [];
    });
  }

  #close({ draft, ranges, codings, meanings, nobody, notes }: OpenPassage): AnnotationDraft[] {
    const inOrder = <T>(things: ReadonlyMap<number, T>) =>
      [...things].toSorted(([a], [b]) => a - b).map(([, thing]) => thing);
    const note = [...notes].join('\n');
    const said = [...inOrder(codings).flat(), ...codingsOfCodes(meanings)];
    const parsed = annotationDraftSchema.array().safeParse(
      // What is more than one passage holds becomes another one at the same words.
      Array.from({ length: Math.max(1, Math.ceil(said.length / maxCodings)) }, (_, part) => ({
        ...draft,
        id: part === 0 ? draft.id : this.#context.createId(`more of ${draft.id} ${part}`),
        ranges: inOrder(ranges),
        codings: said
          .slice(part * maxCodings, (part + 1) * maxCodings)
          .map((coding) => ({ ...nobody, ...coding })),
        ...(note === '' || part > 0 ? {} : { note }),
      })),
    );
    if (parsed.success) return parsed.data;
    this.#skipped++;
    return [];
  }

  #links(): Bundle['links'] {
    return this.#linkNodes().flatMap(({ attributes }) => {
      const kind = kindOfLink(attributes.name ?? '');
      const [from, to] = [attributes.originGUID, attributes.targetGUID].map((guid) =>
        this.#passageOf.get(foldGuid(guid)),
      );
      const guid = foldGuid(attributes.guid);
      const id = uuidSchema.safeParse(guid).data ?? this.#context.createId(`link ${guid}`);
      return kind && from && to && from !== to ? [{ id, from, to, kind }] : [];
    });
  }
}

/**
 * Reads a REFI-QDA project from the parts of its file. Positions count code points, the end is the first after the
 * selection.
 *
 * @throws ImportRefusal
 */
export function readProject(parts: ReadonlyMap<string, Uint8Array>, context: ProjectContext): ReadProject {
  const qde = [...parts].find(([name]) => /^[^/]+\.qde$/iu.test(name))?.[1];
  if (!qde) throw new ImportRefusal('no-project');
  const project = readXml(decodeText(qde));
  if (project.name !== 'Project') throw new ImportRefusal('no-project');
  return new ProjectReader(project, parts, context).read();
}

import type { Annotation, Coding, PassageRange } from '../annotation/index.ts';
import { citedPlace } from '../citation/index.ts';
import type { Codebook, Concept } from '../codebook/index.ts';
import type { PassageLink, Rendition, SourceDocument, Speaker } from '../dossier/index.ts';
import { createDossierWords, type DossierWords } from '../exchange/index.ts';
import { tableMessages } from '../messages/exchange-tables.ts';
import type { Language } from '../messages/index.ts';
import { countCodePoints } from '../w3c/index.ts';
import { RemarkWriter } from './remark.ts';
import type { SelectionRemark, SourceRemark } from './source-remark.ts';
import { writeVariables, writeVariableValues } from './source-variables.ts';
import { codeNames, type GuidOf, writeConceptCodes, writeOtherCodes } from './write-codes.ts';
import { element, writeXml, type XmlElement } from './xml-writer.ts';

/** A text that was kept, with its words. */
export type KeptText = Rendition & { readonly content: string };

/** A dossier as it becomes a project. */
export interface ProjectContent {
  readonly title: string;
  readonly codebook: Codebook;
  readonly speakers: readonly Speaker[];
  readonly documents: readonly SourceDocument[];
  readonly texts: readonly KeptText[];
  readonly annotations: readonly Annotation[];
  readonly links: readonly PassageLink[];
}

/** In which language a project is written, and how its parts are named. */
export interface ProjectSettings {
  readonly language: Language;
  readonly guidOf: GuidOf;
}

/** The parts of a QDPX file by their names: the project and the texts of its sources. */
export type ProjectParts = ReadonlyMap<string, string>;

/** A piece of a passage at its place in the text of a source, in UTF-16 code units. */
interface PlacedPiece {
  readonly annotation: Annotation;
  readonly range: PassageRange;
  readonly piece: number;
  readonly start: number;
  /** In code points. */
  readonly position: number;
  readonly isOriginal: boolean;
}

/** Stands between quotes where the text of a document was not kept. */
const betweenQuotes = '\n\n';

/** Pieces that stand in a kept text where they say. */
function placeInText({ id, content }: KeptText, annotations: readonly Annotation[]): PlacedPiece[] {
  return annotations.flatMap((annotation) => {
    if (annotation.rendition !== id) return [];
    return annotation.ranges.flatMap((range, piece) => {
      const { start, end, exact, astralBefore = 0 } = range;
      if (start === undefined || content.slice(start, end) !== exact) return [];
      return [{ annotation, range, piece, start, position: start - astralBefore, isOriginal: true }];
    });
  });
}

/** The pieces that no kept text holds, one under the other as a text of their own. */
function placeAsQuotes(annotations: readonly Annotation[], placed: ReadonlySet<PassageRange>) {
  const quotes: string[] = [];
  const pieces: PlacedPiece[] = [];
  let [start, position] = [0, 0];
  for (const annotation of annotations) {
    for (const [piece, range] of annotation.ranges.entries()) {
      if (placed.has(range)) continue;
      pieces.push({ annotation, range, piece, start, position, isOriginal: false });
      quotes.push(range.exact);
      start += range.exact.length + betweenQuotes.length;
      position += countCodePoints(range.exact) + betweenQuotes.length;
    }
  }
  return { text: quotes.join(betweenQuotes), pieces };
}

class ProjectWriter {
  readonly #content: ProjectContent;
  readonly #settings: ProjectSettings;
  readonly #words: DossierWords;
  readonly #parts = new Map<string, string>();
  readonly #remarks = new RemarkWriter();
  readonly #annotations: ReadonlyMap<string | undefined, readonly Annotation[]>;
  /** GUIDs of users and codes, of which each selection names a handful. */
  readonly #guids = new Map<string, string>();
  /** GUID of the first selection of each passage, to which notes and links lead. */
  readonly #selections = new Map<string, string>();

  constructor(content: ProjectContent, settings: ProjectSettings) {
    this.#content = content;
    this.#settings = settings;
    this.#words = createDossierWords(content, settings.language);
    this.#annotations = Map.groupBy(
      content.annotations,
      ({ document }) => this.#words.document(document)?.id,
    );
  }

  write(): ProjectParts {
    const { title, codebook, speakers, annotations, documents } = this.#content;
    const codeSettings = { ...this.#settings, remarks: this.#remarks };
    const users = [...new Map(annotations.map(({ creator }) => [creator.id, creator.name]))];
    const sources = documents.flatMap((document) => this.#sourcesOf(document));
    // Codings of a merged concept are written as those of the one for which they count.
    const concepts = codebook.concepts.filter(({ id }) => this.#words.concept(id)?.id === id);
    const codes = [
      ...writeConceptCodes({ ...codebook, concepts }, codeSettings),
      ...writeOtherCodes(speakers, codeSettings),
    ];
    const optional = (name: string, content: readonly XmlElement[]) =>
      content.length === 0 ? [] : [element(name, {}, content)];
    const project = element(
      'Project',
      { xmlns: 'urn:QDA-XML:project:1.0', name: title, origin: 'Waarborg', basePath: undefined },
      [
        ...optional(
          'Users',
          users.map(([id, name]) => element('User', { guid: this.#sharedGuid(`user ${id}`), name })),
        ),
        element('CodeBook', {}, [element('Codes', {}, codes)]),
        writeVariables(this.#settings),
        ...optional('Sources', sources),
        element('Notes', {}, [
          ...annotations.flatMap((annotation) => this.#noteOf(annotation)),
          this.#remarksNote(),
        ]),
        ...optional(
          'Links',
          this.#content.links.flatMap((link) => this.#linkOf(link)),
        ),
        element('NoteRef', { targetGUID: this.#guid('remarks') }),
      ],
    );
    return new Map([['project.qde', writeXml(project)], ...this.#parts]);
  }

  #guid(name: string): string {
    return this.#settings.guidOf(name);
  }

  /** The same for what many selections name: making one costs as much as writing a selection. */
  #sharedGuid(name: string): string {
    const known = this.#guids.get(name) ?? this.#guid(name);
    this.#guids.set(name, known);
    return known;
  }

  #sourcesOf(document: SourceDocument): XmlElement[] {
    const annotations = this.#annotations.get(document.id) ?? [];
    const placed = new Set<PassageRange>();
    const texts = this.#content.texts.filter(
      (text) => this.#words.document(text.document)?.id === document.id,
    );
    const own = texts.map((text) => {
      const pieces = placeInText(text, annotations);
      for (const { range } of pieces) placed.add(range);
      return this.#sourceOf(document, text.content, pieces, text);
    });
    const { text, pieces } = placeAsQuotes(annotations, placed);
    return pieces.length > 0 || own.length === 0 ? [...own, this.#sourceOf(document, text, pieces)] : own;
  }

  #sourceOf(
    document: SourceDocument,
    content: string,
    pieces: readonly PlacedPiece[],
    text?: KeptText,
  ): XmlElement {
    const guid = this.#guid(`source ${document.id} ${text?.id ?? ''}`);
    const { id, sourceType, title, date, issuer, addresses, identifiers } = document;
    const issuerName = issuer && this.#words.speaker(issuer)?.name;
    const remark: SourceRemark = {
      document: {
        ...{ id, sourceType, title, identifiers },
        addresses: addresses.slice(0, 50),
        ...(date ? { date } : {}),
        ...(issuerName ? { issuer: issuerName } : {}),
      },
      ...(text ? { text: { source: text.source, mediaType: text.mediaType } } : {}),
    };
    this.#remarks.add(guid, remark);
    this.#parts.set(`sources/${guid}.txt`, content);
    return element('TextSource', { guid, name: title, plainTextPath: `internal://${guid}.txt` }, [
      element('Description', {}, this.#words.cite(id, {}) ?? ''),
      ...pieces.flatMap((piece) => this.#selectionsOf(piece)),
      ...writeVariableValues(remark.document, this.#settings),
    ]);
  }

  /** What is read back, as a note of the project; called when everything else is written. */
  #remarksNote(): XmlElement {
    const guid = this.#guid('remarks');
    const { keptForWaarborg, keptForWaarborgIntro } = tableMessages[this.#settings.language];
    this.#parts.set(`sources/${guid}.txt`, this.#remarks.toText(keptForWaarborgIntro));
    return element('Note', { guid, name: keptForWaarborg, plainTextPath: `internal://${guid}.txt` });
  }

  /** A selection for each coding of the passage, or one where it has none: what belongs together stays together. */
  #selectionsOf(placed: PlacedPiece): XmlElement[] {
    const { codings } = placed.annotation;
    return codings.length === 0
      ? [this.#selectionOf(placed, undefined, 0)]
      : codings.map((coding, index) => this.#selectionOf(placed, coding, index));
  }

  #selectionOf(placed: PlacedPiece, coding: Coding | undefined, index: number): XmlElement {
    const { annotation, range, piece, position } = placed;
    const guid = this.#guid(`selection ${annotation.id} ${piece} ${index}`);
    const isFirst = !this.#selections.has(annotation.id);
    if (isFirst) this.#selections.set(annotation.id, guid);
    const user = this.#sharedGuid(`user ${annotation.creator.id}`);
    const at = { creatingUser: user, creationDateTime: annotation.created };
    const codes = coding ? this.#codesOf(coding) : [];
    this.#remarks.add(guid, this.#remarkOf(placed, coding, index));
    const attributes = {
      ...{ guid, name: this.#nameOf(coding, range) },
      ...{ startPosition: position, endPosition: position + countCodePoints(range.exact) },
      ...at,
    };
    return element('PlainTextSelection', attributes, [
      element('Description', {}, this.#words.cite(annotation.document, citedPlace(annotation)) ?? ''),
      ...codes.map((target) =>
        element('Coding', { guid: this.#guid(`coding ${guid} ${target}`), ...at }, [
          element('CodeRef', { targetGUID: target }),
        ]),
      ),
      ...(isFirst && annotation.note
        ? [element('NoteRef', { targetGUID: this.#guid(`note ${annotation.id}`) })]
        : []),
    ]);
  }

  /** "Voornemen en zienswijze → Kosten", or the words themselves. */
  #nameOf(coding: Coding | undefined, { exact }: PassageRange): string {
    if (!coding) return exact.slice(0, 80);
    const label = (id: string) => this.#words.concept(id)?.label[this.#settings.language] ?? id;
    return [coding.safeguard, ...(coding.impact ? [coding.impact] : [])].map(label).join(' → ');
  }

  #codesOf({ safeguard, impact, measure, direction, basis, stage, speaker }: Coding): string[] {
    const closed = { measure, direction, basis, stage };
    const values = Object.entries(closed).flatMap(([field, value]) =>
      value ? [codeNames.value(field, value)] : [],
    );
    const conceptCode = (kind: Concept['kind'], id: string) =>
      codeNames.concept({ kind, id: this.#words.concept(id)?.id ?? id });
    const names = [
      conceptCode('safeguard', safeguard),
      ...(impact ? [conceptCode('impact', impact)] : []),
      ...values,
      codeNames.speaker(this.#words.speaker(speaker)?.id ?? speaker),
    ];
    return names.map((name) => this.#sharedGuid(name));
  }

  #remarkOf(
    { annotation, range, piece, isOriginal }: PlacedPiece,
    coding: Coding | undefined,
    index: number,
  ): SelectionRemark {
    const { id: passage, source, rendition, gone } = annotation;
    const { prefix, suffix, page, section, start, end, astralBefore } = range;
    const reportedBy = coding?.reportedBy && this.#words.speaker(coding.reportedBy)?.name;
    return {
      ...{ passage, source, rendition, gone, piece, prefix, suffix, page, section },
      ...(!isOriginal && start !== undefined && end !== undefined
        ? { place: { start, end, astralBefore } }
        : {}),
      ...(coding
        ? {
            coding: {
              index,
              ...(coding.provision ? { provision: coding.provision } : {}),
              ...(coding.quantity ? { quantity: coding.quantity } : {}),
              ...(reportedBy ? { reportedBy } : {}),
            },
          }
        : {}),
    };
  }

  #noteOf({ id, note, creator, created }: Annotation): XmlElement[] {
    if (!note || !this.#selections.has(id)) return [];
    const guid = this.#guid(`note ${id}`);
    const at = { creatingUser: this.#sharedGuid(`user ${creator.id}`), creationDateTime: created };
    return [
      element('Note', { guid, name: note.slice(0, 80), ...at }, [element('PlainTextContent', {}, note)]),
    ];
  }

  #linkOf({ id, from, to, kind }: PassageLink): XmlElement[] {
    const [originGUID, targetGUID] = [this.#selections.get(from), this.#selections.get(to)];
    if (!originGUID || !targetGUID) return [];
    return [element('Link', { guid: id, name: kind, direction: 'OneWay', originGUID, targetGUID })];
  }
}

/** A dossier as a REFI-QDA project (QDPX 1.0): its parts before they are packed. Positions count code points. */
export function writeProject(content: ProjectContent, settings: ProjectSettings): ProjectParts {
  return new ProjectWriter(content, settings).write();
}

import { type CodingDraft, maxSpeakerNameLength } from '../annotation/index.ts';
import { type Concept, type ConceptGroup, idOfGroup, proposeId } from '../codebook/index.ts';
import type { SpeakerDraft } from '../dossier/index.ts';
import {
  assertNoCycle,
  childOf,
  childrenOf,
  conceptOfName,
  groupOfName,
  type VocabularyReader,
  type XmlNode,
} from '../imports/index.ts';
import { type CodeRemark, codeRemarkSchema } from './code-remark.ts';
import { foldGuid } from './guid.ts';
import type { ProjectContext } from './project-context.ts';
import { plainDescription, type RemarkReader } from './remark.ts';

/** What a code says of a passage: one part of a coding. */
export type CodeMeaning = Partial<
  Pick<CodingDraft, 'safeguard' | 'impact' | 'measure' | 'direction' | 'basis' | 'stage' | 'speaker'>
>;

/** The codes of a project or codebook, understood. */
export interface ReadCodes {
  /** By GUID, without braces, in lower case. */
  readonly meanings: ReadonlyMap<string, CodeMeaning>;
  /** What the codes bring of a codebook, whether the dossier has it or not. */
  readonly groups: readonly ConceptGroup[];
  readonly concepts: readonly Concept[];
  readonly speakers: readonly SpeakerDraft[];
}

/** Headings of other programs under which codes are impacts. */
const impactHeading = /\b(?:gevolg|effect|impact|consequence)/iu;
/** Headings under which codes are speakers. */
const speakerHeading = /\b(?:spreker|speaker|actor|stakeholder|organi[sz]ati)/iu;
/** Group of codes that stand under no heading. */
const ungrouped = 'Geïmporteerd';

class CodeReader {
  readonly meanings = new Map<string, CodeMeaning>();
  readonly groups = new Map<string, ConceptGroup>();
  readonly concepts = new Map<string, Concept>();
  readonly speakers: SpeakerDraft[] = [];
  readonly #vocabulary: VocabularyReader;
  readonly #createId: (name: string) => string;
  readonly #readRemark: RemarkReader;

  constructor({ vocabulary, createId }: ProjectContext, readRemark: RemarkReader) {
    this.#vocabulary = vocabulary;
    this.#createId = createId;
    this.#readRemark = readRemark;
  }

  read(code: XmlNode, path: readonly string[]): void {
    const remark = this.#readRemark(code, codeRemarkSchema);
    const name = code.attributes.name ?? '';
    const meaning = remark ? this.#understand(remark) : this.#guess(code, name, path);
    if (meaning) this.meanings.set(foldGuid(code.attributes.guid), meaning);
    for (const child of childrenOf(code, 'Code')) this.read(child, [...path, name]);
  }

  #understand(remark: CodeRemark): CodeMeaning | undefined {
    if ('group' in remark) {
      this.groups.set(remark.group.id, remark.group);
      return undefined;
    }
    if ('concept' in remark) {
      this.concepts.set(remark.concept.id, remark.concept);
      return { [remark.concept.kind]: remark.concept.id };
    }
    if ('speaker' in remark) {
      const { parent, ...speaker } = remark.speaker;
      const idOf = (name: string) => this.#createId(`speaker ${name}`);
      this.speakers.push({
        ...{ id: idOf(speaker.name), ...speaker },
        ...(parent === undefined ? {} : { parent: idOf(parent) }),
      });
      return { speaker: speaker.name };
    }
    return remark;
  }

  /** What a code of another program means: what its name says, else a concept of its own. */
  #guess(code: XmlNode, name: string, path: readonly string[]): CodeMeaning | undefined {
    const fields = ['safeguard', 'impact', 'measure', 'direction', 'basis', 'stage'] as const;
    for (const field of fields) {
      const value = this.#vocabulary(field, name);
      if (value !== undefined) return { [field]: value };
    }
    if (code.attributes.isCodable === 'false' || name.trim() === '') return undefined;
    if (path.some((heading) => speakerHeading.test(heading))) return this.#addSpeaker(name);
    const kind = path.some((heading) => impactHeading.test(heading)) ? 'impact' : 'safeguard';
    const group = this.#groupFor(path.at(-1) ?? ungrouped, kind);
    const id = proposeId(name, (one) => this.#isTaken(one));
    const description = plainDescription(code);
    this.concepts.set(
      id,
      conceptOfName(name, { id, kind, group, ...(description ? { definition: description } : {}) }),
    );
    return { [kind]: id };
  }

  #addSpeaker(written: string): CodeMeaning {
    const name = written.trim().slice(0, maxSpeakerNameLength);
    this.speakers.push({ id: this.#createId(`speaker ${name}`), name, aliases: [], kind: 'other' });
    return { speaker: name };
  }

  #groupFor(name: string, kind: Concept['kind']): string {
    const wanted = groupOfName(name, kind);
    const group =
      this.groups.get(wanted.id)?.kind === kind || !this.groups.has(wanted.id)
        ? wanted
        : { ...wanted, id: idOfGroup(name, kind) };
    if (!this.groups.has(group.id)) this.groups.set(group.id, group);
    return group.id;
  }

  #isTaken(id: string): boolean {
    return (
      this.concepts.has(id) ||
      this.#vocabulary('safeguard', id) !== undefined ||
      this.#vocabulary('impact', id) !== undefined
    );
  }
}

/**
 * The codes under a `CodeBook`. Those that Waarborg wrote say themselves what they are; those of other programs are
 * known by their names, and else become concepts.
 *
 * @throws ImportRefusal `codebook-cycle`
 */
export function readCodes(
  codeBook: XmlNode | undefined,
  context: ProjectContext,
  readRemark: RemarkReader,
): ReadCodes {
  const reader = new CodeReader(context, readRemark);
  for (const code of childrenOf(childOf(codeBook, 'Codes'), 'Code')) reader.read(code, []);
  const concepts = [...reader.concepts.values()];
  assertNoCycle(
    new Map(concepts.flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto] as const] : []))),
  );
  return {
    meanings: reader.meanings,
    groups: [...reader.groups.values()],
    concepts,
    speakers: reader.speakers,
  };
}

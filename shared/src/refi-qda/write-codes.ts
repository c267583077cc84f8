import { bases, directions, measures, stages } from '../annotation/index.ts';
import type { Codebook, Concept } from '../codebook/index.ts';
import type { Speaker } from '../dossier/index.ts';
import { mergeResolver } from '../matrix/index.ts';
import { tableMessages } from '../messages/exchange-tables.ts';
import { domainMessages, type Language } from '../messages/index.ts';
import type { CodeRemark } from './code-remark.ts';
import { RemarkWriter } from './remark.ts';
import { element, type XmlElement } from './xml-writer.ts';

/** A GUID for a name, always the same one. */
export type GuidOf = (name: string) => string;

interface CodeSettings {
  readonly language: Language;
  readonly guidOf: GuidOf;
  /** Takes what codes stand for. */
  readonly remarks: RemarkWriter;
}

/** Names under which codes have their GUIDs. */
export const codeNames = {
  concept: ({ kind, id }: Pick<Concept, 'kind' | 'id'>) => `code ${kind} ${id}`,
  value: (field: string, value: string) => `code ${field} ${value}`,
  speaker: (id: string) => `code speaker ${id}`,
};

/** A heading, which is no code that a passage can have. */
function heading(name: string, guid: string, codes: readonly XmlElement[]): XmlElement[] {
  if (codes.length === 0) return [];
  return [element('Code', { guid, name, isCodable: 'false' }, codes)];
}

function code(name: string, guid: string, words: string): XmlElement {
  const described = words === '' ? [] : [element('Description', {}, words)];
  return element('Code', { guid, name, isCodable: 'true' }, described);
}

function conceptCode(concept: Concept, { language, guidOf, remarks }: CodeSettings): XmlElement {
  const guid = guidOf(codeNames.concept(concept));
  // A kept concept says of which revision it is, which means nothing elsewhere.
  const { revision: _, ...plain } = concept as Concept & { revision?: number };
  remarks.add(guid, { concept: plain } satisfies CodeRemark);
  return code(concept.label[language], guid, concept.definition[language]);
}

/** The concepts of a kind under their groups. */
function codesOfKind(kind: Concept['kind'], codebook: Codebook, settings: CodeSettings): XmlElement[] {
  const { language, guidOf, remarks } = settings;
  const groups = codebook.groups
    .filter((group) => group.kind === kind)
    .flatMap(({ id, label }) => {
      const own = codebook.concepts.filter((concept) => concept.kind === kind && concept.group === id);
      const codes = own.map((concept) => conceptCode(concept, settings));
      const guid = guidOf(`group ${id}`);
      remarks.add(guid, { group: { id, kind, label } } satisfies CodeRemark);
      return heading(label[language], guid, codes);
    });
  const [first = ''] = tableMessages[language][`kind.${kind}`];
  const name = first.toUpperCase() + tableMessages[language][`kind.${kind}`].slice(1);
  return heading(name, guidOf(`kind ${kind}`), groups);
}

/** The codebook as codes: safeguards and impacts, each under its group. */
export function writeConceptCodes(codebook: Codebook, settings: CodeSettings): XmlElement[] {
  return (['safeguard', 'impact'] as const).flatMap((kind) => codesOfKind(kind, codebook, settings));
}

/** What else a coding says, as codes, so that any program shows it at the passage: what happens, direction, basis, stage, speakers. */
export function writeOtherCodes(
  speakers: readonly Speaker[],
  { language, guidOf, remarks }: CodeSettings,
): XmlElement[] {
  const words: Readonly<Record<string, string>> = domainMessages[language];
  const vocabularies = { measure: measures, direction: directions, basis: bases, stage: stages } as const;
  const closed = Object.entries(vocabularies).flatMap(([field, values]) => {
    const codes = values.map((value) => {
      const guid = guidOf(codeNames.value(field, value));
      remarks.add(guid, { [field]: value } as CodeRemark);
      return code(words[`${field}.${value}`] ?? value, guid, '');
    });
    const name = tableMessages[language][`column.${field as keyof typeof vocabularies}`];
    return heading(name, guidOf(`field ${field}`), codes);
  });
  const now = mergeResolver(speakers);
  const own = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const standing = speakers.filter(({ id }) => now(id) === id);
  const spoken = standing.map(({ id, name, kind, parent }) => {
    const guid = guidOf(codeNames.speaker(id));
    const names = speakers.filter((one) => now(one.id) === id).flatMap((one) => [one.name, ...one.aliases]);
    const aliases = [...new Set(names)].filter((one) => one !== name);
    const above = parent === undefined ? undefined : own.get(now(parent))?.name;
    const remark: CodeRemark = { speaker: { name, aliases, kind, ...(above ? { parent: above } : {}) } };
    remarks.add(guid, remark);
    return code(name, guid, [words[`speakerKind.${kind}`], ...aliases].join('; '));
  });
  return [...closed, ...heading(tableMessages[language]['table.speakers'], guidOf('speakers'), spoken)];
}

/** The codebook by itself: a QDC file (REFI-QDA codebook exchange 1.0). */
export function codebookElement(codebook: Codebook, settings: Omit<CodeSettings, 'remarks'>): XmlElement {
  const { guidOf, language } = settings;
  const remarks = new RemarkWriter();
  const codes = element('Codes', {}, writeConceptCodes(codebook, { ...settings, remarks }));
  const { keptForWaarborg, keptForWaarborgIntro } = tableMessages[language];
  const set = element('Set', { guid: guidOf('remarks'), name: keptForWaarborg }, [
    element('Description', {}, remarks.toText(keptForWaarborgIntro)),
  ]);
  return element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Waarborg' }, [
    codes,
    element('Sets', {}, [set]),
  ]);
}

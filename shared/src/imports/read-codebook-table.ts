import {
  type Codebook,
  type Concept,
  type ConceptGroup,
  conceptGroupSchema,
  conceptSchema,
  idOfGroup,
  idOfName,
} from '../codebook/index.ts';
import { valueSeparator } from '../exchange/index.ts';
import { tableMessages } from '../messages/exchange-tables.ts';
import { languages } from '../messages/index.ts';
import { foldText } from '../text/index.ts';
import { ImportRefusal } from './import-refusal.ts';
import { assertNoCycle, conceptOfName, groupOfName } from './new-concepts.ts';

const columns = [
  'kind',
  'group',
  'groupNl',
  'groupEn',
  'id',
  'labelNl',
  'labelEn',
  'shortNl',
  'shortEn',
  'definitionNl',
  'definitionEn',
  'legalBasis',
  'terms',
  'retired',
  'mergedInto',
] as const;
type Column = (typeof columns)[number];

function isWord(text: string, name: 'kind.impact' | 'yes'): boolean {
  return languages.some((language) => foldText(tableMessages[language][name]) === foldText(text.trim()));
}

function placesOf(head: readonly string[]): ReadonlyMap<Column, number> {
  const folded = head.map((text) => foldText(text).trim());
  const places = columns.flatMap((column) => {
    const heads = languages.map((language) => foldText(tableMessages[language][`column.${column}`]));
    const place = folded.findIndex((text) => heads.includes(text));
    return place === -1 ? [] : [[column, place] as const];
  });
  return new Map(places);
}

/** Whether a table is a codebook as we write one: it has a kind and a Dutch name in every row. */
export function isCodebookTable([head = []]: readonly (readonly string[])[]): boolean {
  const places = placesOf(head);
  return places.has('kind') && places.has('labelNl');
}

/** Heads of the columns of a codebook that say something and are not read. */
export function leftOutOfCodebook([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const read = new Set(placesOf(head).values());
  return head.filter((name, place) => name !== '' && !read.has(place) && rows.some((row) => row[place]));
}

type Read = (column: Column) => string;

function conceptOf(read: Read, group: string): Concept {
  const kind = isWord(read('kind'), 'kind.impact') ? 'impact' : 'safeguard';
  const nl = read('labelNl') || read('labelEn');
  const id = read('id') || idOfName(nl);
  const plain = conceptOfName(nl, { id, kind, group });
  const bilingual = (own: string, other: string) => ({ nl: own || other, en: other || own });
  return {
    ...plain,
    label: bilingual(nl, read('labelEn')),
    shortLabel: bilingual(read('shortNl') || plain.shortLabel.nl, read('shortEn')),
    definition: { nl: read('definitionNl'), en: read('definitionEn') },
    ...(read('legalBasis') ? { legalBasis: read('legalBasis') } : {}),
    terms: read('terms')
      .split(valueSeparator.trim())
      .map((term) => term.trim())
      .filter((term) => term !== ''),
    ...(isWord(read('retired'), 'yes') ? { retired: true } : {}),
    ...(read('mergedInto') ? { mergedInto: read('mergedInto') } : {}),
  };
}

/**
 * The groups and concepts of a codebook that was kept as a table.
 *
 * @throws ImportRefusal `no-codebook` where a row is no concept, `codebook-cycle`
 */
export function readCodebookTable([head = [], ...rows]: readonly (readonly string[])[]): Codebook {
  const places = placesOf(head);
  const groups = new Map<string, ConceptGroup>();
  const concepts = rows.map((row) => {
    const read: Read = (column) => row[places.get(column) ?? -1] ?? '';
    const kind = isWord(read('kind'), 'kind.impact') ? 'impact' : 'safeguard';
    const name = read('groupNl') || read('groupEn') || read('group') || 'Geïmporteerd';
    const id = read('group') || idOfGroup(name, kind);
    if (!groups.has(id)) {
      groups.set(id, { ...groupOfName(name, kind), id, label: { nl: name, en: read('groupEn') || name } });
    }
    const parsed = conceptSchema.safeParse(conceptOf(read, id));
    if (!parsed.success) throw new ImportRefusal('no-codebook', { cause: parsed.error });
    return parsed.data;
  });
  const parsedGroups = conceptGroupSchema.array().safeParse([...groups.values()]);
  if (!parsedGroups.success) throw new ImportRefusal('no-codebook', { cause: parsedGroups.error });
  assertNoCycle(
    new Map(concepts.flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto] as const] : []))),
  );
  return { groups: parsedGroups.data, concepts };
}

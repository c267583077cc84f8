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
import { rowsWithHead } from './guess-columns.ts';
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

/** Heads that teams give such columns, besides those of our own exports. */
const synonyms: Readonly<Partial<Record<Column, readonly string[]>>> = {
  kind: ['type', 'soort begrip', 'waarborg/gevolg', 'waarborg of gevolg'],
  groupNl: ['categorie', 'hoofdcategorie', 'thema', 'rubriek', 'category', 'theme'],
  labelNl: ['code', 'naam', 'begrip', 'label', 'codenaam', 'name', 'concept'],
  definitionNl: ['omschrijving', 'definitie', 'beschrijving', 'uitleg', 'definition', 'description'],
  legalBasis: ['rechtsgrond', 'grondslag', 'wetsartikel'],
  terms: ['termen', 'trefwoorden', 'synoniemen', 'keywords', 'terms'],
};

type Kind = Concept['kind'];
const kindWords: Readonly<Record<Kind, readonly string[]>> = {
  safeguard: ['waarborg', 'waarborgen', 'safeguard', 'safeguards'],
  impact: ['gevolg', 'gevolgen', 'impact', 'impacts', 'effect', 'effecten'],
};

function isKind(text: string, kind: Kind): boolean {
  return kindWords[kind].includes(foldText(text).trim());
}

function isYes(text: string): boolean {
  return languages.some((language) => foldText(tableMessages[language].yes) === foldText(text.trim()));
}

function ownHeads(column: Column): string[] {
  return languages.map((language) => foldText(tableMessages[language][`column.${column}`]));
}

/** Where each column is: by our own heads first. */
function placesOf(head: readonly string[]): ReadonlyMap<Column, number> {
  const folded = head.map((text) => foldText(text).trim());
  const places = new Map<Column, number>();
  for (const headsOf of [ownHeads, (column: Column) => synonyms[column] ?? []]) {
    for (const column of columns) {
      const taken = [...places.values()];
      const place = folded.findIndex((text, at) => headsOf(column).includes(text) && !taken.includes(at));
      if (place !== -1 && !places.has(column)) places.set(column, place);
    }
  }
  return places;
}

/** Whether the first row is the head of a codebook: of our own, or of one whose rows say which are safeguards and impacts. */
function isCodebookTable([head = [], ...rows]: Rows): boolean {
  const places = placesOf(head);
  const kind = places.get('kind');
  if (kind === undefined || !places.has('labelNl')) return false;
  if (head.some((text) => ownHeads('labelNl').includes(foldText(text).trim()))) return true;
  return rows.every((row) => isKind(row[kind] ?? '', 'safeguard') || isKind(row[kind] ?? '', 'impact'));
}

type Rows = readonly (readonly string[])[];

/** The rows of a codebook from its head on, above which a title may stand; undefined for a table that is none. */
export function findCodebookTable(rows: Rows): Rows | undefined {
  const heads = Math.min(rowsWithHead, rows.length - 1);
  return Array.from({ length: heads }, (_, head) => rows.slice(head)).find(isCodebookTable);
}

/** Heads of the columns of a codebook that say something and are not read. */
export function leftOutOfCodebook([head = [], ...rows]: Rows): string[] {
  const read = new Set(placesOf(head).values());
  return head.filter((name, place) => name !== '' && !read.has(place) && rows.some((row) => row[place]));
}

type Read = (column: Column) => string;

/** The id of what a codebook has of that name and kind already. */
function knownId(
  things: readonly { id: string; kind: Kind; label: Concept['label'] }[],
  name: string,
  kind: Kind,
) {
  const folded = foldText(name).trim();
  return things.find(
    ({ label, ...one }) =>
      one.kind === kind && languages.some((language) => foldText(label[language]) === folded),
  )?.id;
}

const kindOf = (read: Read): Kind => (isKind(read('kind'), 'impact') ? 'impact' : 'safeguard');

function conceptOf(read: Read, group: string, known: Codebook): Concept {
  const kind = kindOf(read);
  const nl = read('labelNl') || read('labelEn');
  const id = read('id') || (knownId(known.concepts, nl, kind) ?? idOfName(nl));
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
    ...(isYes(read('retired')) ? { retired: true } : {}),
    ...(read('mergedInto') ? { mergedInto: read('mergedInto') } : {}),
  };
}

/** The group of a row: by its id, or by its name alone. */
function readGroup(read: Read, known: Codebook): ConceptGroup {
  const kind = kindOf(read);
  const given = read('group');
  const isId = given === idOfName(given);
  const name = read('groupNl') || read('groupEn') || given || 'Geïmporteerd';
  const id = isId ? given : (knownId(known.groups, name, kind) ?? idOfGroup(name, kind));
  return { ...groupOfName(name, kind), id, label: { nl: name, en: read('groupEn') || name } };
}

/**
 * The groups and concepts of a codebook that was kept as a table. What has no id and the name of something that is
 * `known` is that; of rows that say the same twice the first counts.
 *
 * @throws ImportRefusal `no-codebook` where a row is no concept, `codebook-cycle`
 */
export function readCodebookTable(
  [head = [], ...rows]: Rows,
  known: Codebook = { groups: [], concepts: [] },
): Codebook {
  const places = placesOf(head);
  const groups = new Map<string, ConceptGroup>();
  const byId = new Map<string, Concept>();
  for (const row of rows) {
    const read: Read = (column) => row[places.get(column) ?? -1] ?? '';
    const group = readGroup(read, known);
    if (!groups.has(group.id)) groups.set(group.id, group);
    const parsed = conceptSchema.safeParse(conceptOf(read, group.id, known));
    if (!parsed.success) throw new ImportRefusal('no-codebook', { cause: parsed.error });
    if (!byId.has(parsed.data.id)) byId.set(parsed.data.id, parsed.data);
  }
  const concepts = [...byId.values()];
  const parsedGroups = conceptGroupSchema.array().safeParse([...groups.values()]);
  if (!parsedGroups.success) throw new ImportRefusal('no-codebook', { cause: parsedGroups.error });
  assertNoCycle(
    new Map(concepts.flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto] as const] : []))),
  );
  return { groups: parsedGroups.data, concepts };
}

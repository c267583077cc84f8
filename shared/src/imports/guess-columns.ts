import { tableMessages } from '../messages/exchange-tables.ts';
import { languages } from '../messages/index.ts';
import { foldText } from '../text/index.ts';
import { type Columns, type ImportField, importFields } from './import-field.ts';
import { readDay, readIdentifiers } from './read-values.ts';
import type { VocabularyReader } from './vocabulary-reader.ts';

/** Heads that teams give their columns, besides those of our own exports. */
const synonyms: Readonly<Record<ImportField, readonly string[]>> = {
  quote: [
    'passage',
    'tekst',
    'fragment',
    'quotatie',
    'text',
    'excerpt',
    'citaten',
    'tekstfragment',
    'quotation',
  ],
  safeguard: ['waarborgen', 'procedurele waarborg', 'code', 'procedural safeguard', 'safeguards'],
  measure: ['maatregel', 'wijziging', 'wat gebeurt er', 'measure', 'change', 'verandering'],
  impact: ['gevolgen', 'effect', 'impact', 'effecten', 'consequence', 'impacts'],
  direction: [
    'richting',
    'positief/negatief',
    'waardering',
    'oordeel',
    'valence',
    'effect richting',
    'gunstig/ongunstig',
  ],
  basis: ['bewijs', 'soort bewering', 'type claim', 'evidence', 'onderbouwing', 'claim type'],
  stage: ['fase', 'status wet', 'phase', 'stand van de wet'],
  speaker: [
    'actor',
    'wie',
    'wie zegt het',
    'organisatie',
    'who',
    'organisation',
    'organization',
    'zegsman',
    'partij',
  ],
  reportedBy: ['via', 'bron van bron', 'according to', 'gerapporteerd door', 'gemeld door'],
  provision: ['artikel', 'art.', 'wetsartikel', 'bepaling', 'provision'],
  quantity: ['bedrag', 'aantal', 'getal', 'amount', 'value', 'waarde'],
  quantityTo: ['tot', 'maximum', 'max', 'to'],
  unit: ['eenheid', 'valuta', 'currency'],
  period: ['periode', 'per'],
  note: [
    'opmerking',
    'opmerkingen',
    'toelichting',
    'notities',
    'memo',
    'comment',
    'comments',
    'notes',
    'notitie',
    'aantekeningen',
    'remark',
  ],
  document: ['titel', 'stuk', 'naam document', 'titel document', 'title', 'document title', 'documentnaam'],
  identifier: [
    'kamerstuk',
    'kamerstuknummer',
    'nummer',
    'ecli',
    'dossiernummer',
    'documentnummer',
    'id document',
    'document id',
    'reference',
    'referentie',
  ],
  address: ['url', 'link', 'hyperlink', 'webadres', 'bron url', 'source url', 'bron'],
  date: ['publicatiedatum', 'datum document', 'dated', 'publication date'],
  sourceType: ['type', 'soort', 'brontype', 'document type', 'soort document'],
  issuer: ['instantie', 'auteur', 'author', 'van', 'publisher', 'uitgever'],
  page: ['blz', 'blz.', 'bladzijde', 'pag', 'p.', 'paginanummer', 'page number'],
  prefix: [],
  suffix: [],
  safeguardId: ['waarborg id', 'safeguard id'],
  impactId: ['gevolg id', 'impact id'],
  passageId: ['passage id', 'annotation id'],
};

function foldHead(head: string): string {
  return foldText(head)
    .replace(/[_*:\s]+/gu, ' ')
    .trim();
}

/** Heads of our own exports in both languages, then the others; a field of its own head is never another one's synonym. */
function fieldsByHead(): ReadonlyMap<string, ImportField> {
  const fields = new Map<string, ImportField>();
  const own = languages.flatMap((language) =>
    importFields.map((field) => [tableMessages[language][`column.${field}`], field] as const),
  );
  const others = importFields.flatMap((field) => synonyms[field].map((head) => [head, field] as const));
  for (const [head, field] of [...own, ...others]) {
    if (!fields.has(foldHead(head))) fields.set(foldHead(head), field);
  }
  return fields;
}

/** The field that a name stands for: the head of a column, or what another program calls such a thing. */
export function importFieldOf(name: string): ImportField | undefined {
  return fieldsByHead().get(foldHead(name));
}

/** Rows among which the head of a table is looked for: above it may stand a title, a day, a remark. */
export const rowsWithHead = 10;

/** Index of the row that is taken for the head of a table: the first of those in which most heads are known. */
export function findHead(rows: readonly (readonly string[])[]): number {
  const byHead = fieldsByHead();
  const known = rows
    .slice(0, rowsWithHead)
    .map((row) => new Set(row.flatMap((text) => byHead.get(foldHead(text)) ?? [])).size);
  const most = Math.max(...known);
  // One word alone may be that of a title.
  return most > 1 ? known.indexOf(most) : 0;
}

/** Shares of a column's values from which on it is taken for what they are. */
const mostValues = 0.6;
/** Average length from which on text may be quotes. */
const quoteLength = 40;

/** What the values of a column look like; undefined where nothing is clear. */
function fieldOfValues(values: readonly string[], vocabulary: VocabularyReader): ImportField | undefined {
  if (values.length === 0) return undefined;
  const share = (isSo: (value: string) => boolean) =>
    values.filter(isSo).length / values.length >= mostValues;
  if (share((value) => /^https?:\/\//iu.test(value))) return 'address';
  if (share((value) => readIdentifiers(value).length > 0)) return 'identifier';
  const closed = (
    ['measure', 'direction', 'basis', 'stage', 'sourceType', 'safeguard', 'impact'] as const
  ).find((field) => share((value) => vocabulary(field, value) !== undefined));
  if (closed) return closed;
  if (share((value) => readDay(value) !== undefined)) return 'date';
  const length = values.reduce((sum, value) => sum + value.length, 0) / values.length;
  return length >= quoteLength ? 'quote' : undefined;
}

/**
 * Guesses what each column of a table holds: by its head in Dutch or English, else by its values. The first column
 * that fits a field has it.
 */
export function guessColumns(rows: readonly (readonly string[])[], vocabulary: VocabularyReader): Columns {
  const [head = [], ...others] = rows;
  const byHead = fieldsByHead();
  const taken = new Set<ImportField>();
  const take = (field: ImportField | undefined) => {
    if (field === undefined || taken.has(field)) return undefined;
    taken.add(field);
    return field;
  };
  const guessed = head.map((text) => take(byHead.get(foldHead(text))));
  return guessed.map((field, place) => {
    if (field) return field;
    const values = others.slice(0, 200).flatMap((row) => row[place] || []);
    return take(fieldOfValues(values, vocabulary));
  });
}

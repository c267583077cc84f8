import { tableMessages } from '../messages/exchange-tables.ts';
import { languages } from '../messages/index.ts';
import { foldText } from '../text/index.ts';
import { readAmountScale } from './amount-scale.ts';
import { type ImportField, importFields } from './import-field.ts';

/** Heads that teams and other programs give their columns, besides those of our own exports. */
const synonyms: Readonly<Record<ImportField, readonly string[]>> = {
  quote: [
    ...['passage', 'passages', 'tekst', 'fragment', 'fragmenten', 'quotatie', 'text', 'excerpt', 'citaten'],
    ...['tekstfragment', 'tekstpassage', 'relevante passage', 'relevante tekst', 'letterlijke tekst'],
    ...['letterlijk citaat', 'geciteerde tekst', 'tekst van de passage', 'segment', 'coded segment'],
    ...['gecodeerd segment', 'quotation', 'quotation content', 'quoted text', 'selection'],
    'citaat uit document',
  ],
  safeguard: [
    ...['waarborgen', 'procedurele waarborg', 'procedurele waarborgen', 'rechtswaarborg', 'code', 'codes'],
    ...['procedural safeguard', 'safeguards'],
  ],
  measure: [
    ...['maatregel', 'wijziging', 'wat gebeurt er', 'measure', 'change', 'verandering'],
    'wat gebeurt er met de waarborg',
  ],
  impact: [
    ...['gevolgen', 'effect', 'impact', 'effecten', 'consequence', 'consequences', 'impacts'],
    ...['gevolg voor', 'effect op', 'impact op'],
  ],
  direction: [
    ...['richting', 'positief/negatief', 'waardering', 'oordeel', 'valence', 'effect richting'],
    ...['gunstig/ongunstig', 'positief of negatief', '+/-', 'plus/min', 'richting van het gevolg'],
    ...['voor/tegen', 'voor of tegen', 'pro/contra', 'voordeel/nadeel'],
  ],
  basis: [
    'bewijs',
    'soort bewering',
    'type claim',
    'evidence',
    'onderbouwing',
    'claim type',
    'type bewering',
  ],
  stage: ['fase', 'status wet', 'phase', 'stand van de wet'],
  speaker: [
    ...['actor', 'actoren', 'wie', 'wie zegt het', 'wie zegt dit', 'organisatie', 'who', 'organisation'],
    'naam organisatie',
    ...['organization', 'zegsman', 'partij', 'persoon', 'naam spreker', 'bewindspersoon', 'fractie'],
  ],
  reportedBy: ['via', 'bron van bron', 'according to', 'gerapporteerd door', 'gemeld door'],
  provision: [
    'artikel',
    'artikelen',
    'art',
    'art nr',
    'artikelnummer',
    'wetsartikel',
    'bepaling',
    'provision',
  ],
  quantity: ['bedrag', 'aantal', 'getal', 'omvang', 'percentage', 'amount', 'value', 'waarde'],
  quantityTo: ['tot', 'maximum', 'max', 'to'],
  unit: ['eenheid', 'valuta', 'currency'],
  period: ['periode', 'per'],
  note: [
    ...['opmerking', 'opmerkingen', 'opm', 'toelichting', 'notities', 'memo', 'comment', 'comments', 'notes'],
    ...['notitie', 'aantekeningen', 'remark', 'remarks', 'commentaar', 'motivering', 'interpretatie'],
  ],
  document: [
    ...['titel', 'stuk', 'naam document', 'titel document', 'titel stuk', 'title', 'document title'],
    ...['document name', 'documentnaam', 'documenttitel', 'documenten', 'brondocument', 'naam bron'],
    ...['titel bron', 'publicatie', 'bestand', 'bestandsnaam', 'source document', 'file name'],
  ],
  identifier: [
    ...['kamerstuk', 'kamerstuknummer', 'kamerstuknr', 'kamerstuk nr', 'kst', 'kst nr', 'nummer', 'ecli'],
    ...['ecli nummer', 'dossiernummer', 'documentnummer', 'id document', 'document id', 'reference'],
    'referentie',
  ],
  address: ['url', 'link', 'hyperlink', 'weblink', 'webadres', 'bron url', 'source url', 'link naar bron'],
  date: [
    ...['publicatiedatum', 'datum document', 'datum stuk', 'datum bron', 'datum publicatie', 'dated'],
    ...['publication date', 'jaar', 'year', 'documentdatum', 'dd'],
  ],
  sourceType: [
    ...['type', 'soort', 'brontype', 'type bron', 'document type', 'documenttype', 'soort document'],
    ...['soort stuk', 'type document', 'type stuk', 'source type'],
  ],
  issuer: [
    'instantie',
    'auteur',
    'auteurs',
    'author',
    'authors',
    'van',
    'publisher',
    'uitgever',
    'opsteller',
  ],
  page: [
    ...['blz', 'bladzijde', 'bladzijden', 'pag', 'p', 'paginanummer', 'pagina nr', 'page number', 'pages'],
    "pagina's",
  ],
  prefix: [],
  suffix: [],
  safeguardId: ['waarborg id', 'safeguard id'],
  impactId: ['gevolg id', 'impact id'],
  passageId: ['passage id', 'annotation id'],
};

/** Heads of columns that say where a passage is from, by title, by reference, by address or by page. */
const sourceHeads = [
  ...['bron', 'bronnen', 'bronvermelding', 'bronverwijzing', 'vindplaats', 'vindplaatsen', 'verwijzing'],
  ...['herkomst', 'source', 'sources', 'citation', 'citatie'],
];

function foldHead(head: string): string {
  return foldText(head)
    .replace(/[_*:.?\-\s]+/gu, ' ')
    .trim();
}

let read: ReadonlyMap<string, { readonly field: ImportField; readonly isOwn: boolean }> | undefined;

/** Heads of our own exports in both languages, then the others; a field of its own head is never another one's synonym. */
function fieldsByHead() {
  const fields = new Map<string, { field: ImportField; isOwn: boolean }>();
  const learn = (head: string, field: ImportField, isOwn: boolean) => {
    if (!fields.has(foldHead(head))) fields.set(foldHead(head), { field, isOwn });
  };
  for (const language of languages) {
    for (const field of importFields) learn(tableMessages[language][`column.${field}`], field, true);
  }
  for (const field of importFields) for (const head of synonyms[field]) learn(head, field, false);
  return fields;
}

/** A head by itself, without what stands in parentheses, and the words that it gives a choice of. */
function* readings(head: string): Generator<string[]> {
  yield [foldHead(head)];
  const plain = head.replace(/\([^()]*\)/gu, ' ');
  yield [foldHead(plain)];
  const words = plain.split('/').map(foldHead);
  if (words.length > 1) yield words;
}

/** Whether a head begins as those of amounts do, and says what these count: `Bedrag in mln euro`, `Aantal zaken per jaar`. */
function isOfAmounts(head: string): boolean {
  const [first = '', ...others] = foldHead(head).split(' ');
  if (others.length === 0 || read?.get(first)?.field !== 'quantity') return false;
  const { factor, unit } = readAmountScale(head);
  return factor > 1 || unit !== undefined;
}

/** What the head of a column says that it holds. */
export interface ColumnHead {
  /** `source`: where the passage is from, in whatever way. */
  readonly field: ImportField | 'source';
  /** Whether our own exports call it so. */
  readonly isOwn: boolean;
}

/** What a head says; undefined for one that says nothing, or several things. */
export function readHead(head: string): ColumnHead | undefined {
  read ??= fieldsByHead();
  for (const words of readings(head)) {
    const known = words.flatMap((word): ColumnHead[] => {
      if (sourceHeads.includes(word)) return [{ field: 'source', isOwn: false }];
      const one = read?.get(word);
      return one ? [one] : [];
    });
    const fields = new Set(known.map(({ field }) => field));
    if (fields.size === 1) return known[0];
  }
  return isOfAmounts(head) ? { field: 'quantity', isOwn: false } : undefined;
}

/** The field that a name stands for: the head of a column, or what another program calls such a thing. */
export function importFieldOf(name: string): ImportField | undefined {
  const field = readHead(name)?.field;
  return field === 'source' ? 'address' : field;
}

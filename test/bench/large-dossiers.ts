import { bases, directions, measures, stages } from '@waarborg/shared/annotation';
import { defaultCodebook } from '@waarborg/shared/codebook';
import { sourceTypes, speakerKinds } from '@waarborg/shared/dossier';
import { v7 as uuid } from 'uuid';
import type { BareDriver, TableRows, Value } from './bare-driver.ts';
import { createRandom, type Random } from './random.ts';

/** Codings of each passage. */
const codingsOfPassage = 2;
/** Passages that are inserted in one transaction. */
const passagesAtOnce = 5_000;

const words =
  'het voornemen vervalt en de vreemdeling kan niet meer reageren waardoor de rechtbank meer zaken krijgt omdat een tolk ontbreekt bij gehoor over nareis termijn besluit beroep kosten advies minister raad zienswijze medisch onderzoek kind advocaat uitstel dwangsom bewijs lidstaat overdracht'.split(
    ' ',
  );
/** Stands in one passage of fifty. */
export const rareWord = 'dwangsomregeling';

/** Something generated to be counted: a dossier that its database holds, with its parts. */
export interface LargeDossier {
  readonly id: string;
  readonly speakers: readonly string[];
  readonly documents: readonly string[];
}

export interface DossierSize {
  readonly dossier: string;
  readonly user: string;
  readonly codings: number;
  readonly seed: number;
}

/** Some values are far more common than others, as in real dossiers. */
function pickCommon<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random.next() ** 2 * values.length)] as T;
}

const [safeguards = [], impacts = []] = (['safeguard', 'impact'] as const).map((kind) =>
  defaultCodebook.concepts.filter((concept) => concept.kind === kind).map(({ id }) => id),
);

function speakerRows(dossier: string, count: number): TableRows {
  return {
    table: 'speaker',
    columns: ['id', 'dossier_id', 'name', 'aliases', 'kind', 'revision'],
    rows: Array.from({ length: count }, (_, index) => [
      uuid(),
      dossier,
      `Spreker ${index + 1}`,
      '[]',
      speakerKinds[index % speakerKinds.length] ?? 'other',
      1,
    ]),
  };
}

function documentRows(dossier: string, count: number): TableRows {
  return {
    table: 'document',
    columns: ['id', 'dossier_id', 'source_type', 'title', 'date', 'revision'],
    rows: Array.from({ length: count }, (_, index) => [
      uuid(),
      dossier,
      sourceTypes[index % sourceTypes.length] ?? 'other',
      `Stuk ${index + 1}`,
      `202${4 + (index % 3)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
      1,
    ]),
  };
}

const annotationColumns = [
  ...['id', 'dossier_id', 'document_id', 'source', 'rendition_id', 'ranges', 'note', 'gone', 'creator_id'],
  ...['created', 'modified', 'revision', 'foreign_json'],
];
const codingColumns = [
  ...[
    'id',
    'annotation_id',
    'dossier_id',
    'position',
    'safeguard',
    'measure',
    'stage',
    'impact',
    'direction',
  ],
  ...['basis', 'speaker_id', 'reported_by_id', 'provision', 'quantity', 'status', 'reason'],
];

/** Words that look like a passage, in its place of a text: no two passages of a document share words. */
function rangesOf(number: number, random: Random): string {
  const exact = `${Array.from({ length: 25 }, () => random.pick(words)).join(' ')}${number % 50 === 0 ? ` ${rareWord}` : ''}.`;
  const start = number * 400;
  return JSON.stringify([
    { exact, prefix: 'aldus de minister. ', suffix: ' Dat geldt ook', start, end: start + exact.length },
  ]);
}

function codingRow(
  annotation: string,
  dossier: string,
  position: number,
  { speakers, random }: { speakers: readonly string[]; random: Random },
): Value[] {
  return [
    uuid(),
    annotation,
    dossier,
    position,
    // Of one passage each coding is about another safeguard, so that no two of them are one claim.
    pickCommon(
      safeguards.filter((_, index) => index % codingsOfPassage === position),
      random,
    ),
    random.chance(0.9) ? pickCommon(measures, random) : null,
    random.chance(0.6) ? random.pick(stages) : null,
    random.chance(0.9) ? pickCommon(impacts, random) : null,
    pickCommon(directions, random),
    random.pick(bases),
    pickCommon(speakers, random),
    null,
    random.chance(0.5) ? `art. ${1 + random.between(0, 59)} Vw 2000` : null,
    null,
    random.chance(0.3) ? 'accepted' : 'draft',
    null,
  ];
}

/** Fills a dossier with codings, beside the server; it must not have looked at the dossier yet. */
export async function fillDossier(driver: BareDriver, size: DossierSize): Promise<LargeDossier> {
  const { dossier, user, codings } = size;
  const random = createRandom(size.seed);
  const speakers = speakerRows(dossier, Math.min(300, 20 + Math.ceil(codings / 1_000)));
  const documents = documentRows(dossier, Math.min(1_000, 10 + Math.ceil(codings / 500)));
  await driver.insert([speakers, documents]);
  const idsOf = ({ rows }: TableRows) => rows.map(([id]) => String(id));
  const known = { id: dossier, speakers: idsOf(speakers), documents: idsOf(documents) };
  const passages = codings / codingsOfPassage;
  for (let start = 0; start < passages; start += passagesAtOnce) {
    const annotations: Value[][] = [];
    const rows: Value[][] = [];
    for (let number = start; number < Math.min(passages, start + passagesAtOnce); number++) {
      const id = uuid();
      const document = pickCommon(known.documents, random);
      const at = '2026-11-01T10:00:00.000Z';
      annotations.push([
        ...[id, dossier, document, `https://example.org/${document}`, document.replaceAll('-', '').repeat(2)],
        ...[rangesOf(number, random), null, null, user, at, at, 1, null],
      ]);
      for (let position = 0; position < codingsOfPassage; position++) {
        rows.push(codingRow(id, dossier, position, { speakers: known.speakers, random }));
      }
    }
    await driver.insert([
      { table: 'annotation', columns: annotationColumns, rows: annotations },
      { table: 'coding', columns: codingColumns, rows },
    ]);
  }
  return known;
}

import type { Annotation, Coding } from '../annotation/index.ts';
import { citedPlace, sourceLink } from '../citation/index.ts';
import { stanceOf } from '../matrix/index.ts';
import { domainMessages } from '../messages/index.ts';
import { quantityWord } from '../messages/quantity-words.ts';
import { wordsOfPieces } from '../text/index.ts';
import { type DescribedColumn, layOutTable } from './describe-columns.ts';
import type { DossierWords } from './dossier-words.ts';
import type { Table } from './table.ts';

/** Stands between values of which a cell has several, such as the names of a speaker. */
export const valueSeparator = '; ';

type Coded = { readonly annotation: Annotation; readonly coding: Coding };

/** Columns that say where a passage stands and what it says. */
function passageColumns(words: DossierWords): DescribedColumn<Annotation>[] {
  return [
    ['quote', ({ ranges }) => wordsOfPieces(ranges)],
    ['citation', (annotation) => words.cite(annotation.document, citedPlace(annotation))],
    [
      'link',
      ({ id, source, ranges: [first] }) =>
        first && sourceLink({ id, source, exact: first.exact, page: first.page }),
      'link',
    ],
    ['note', ({ note }) => note],
    ['page', ({ ranges }) => ranges[0]?.page, 'number'],
    ['prefix', ({ ranges }) => ranges[0]?.prefix],
    ['suffix', ({ ranges }) => ranges[0]?.suffix],
  ];
}

/** Columns that say which document it is. */
function documentColumns(words: DossierWords): DescribedColumn<Annotation>[] {
  const of = ({ document }: Annotation) => words.document(document);
  return [
    ['document', (annotation) => of(annotation)?.title],
    [
      'identifier',
      (annotation) =>
        of(annotation)
          ?.identifiers.map(({ value }) => value)
          .join(valueSeparator),
    ],
    ['address', ({ source }) => source, 'link'],
    ['date', (annotation) => of(annotation)?.date, 'date'],
    [
      'sourceType',
      (annotation) => {
        const type = of(annotation)?.sourceType;
        return type && domainMessages[words.language][`sourceType.${type}`];
      },
    ],
    [
      'issuer',
      (annotation) => {
        const issuer = of(annotation)?.issuer;
        return issuer && words.speaker(issuer)?.name;
      },
    ],
  ];
}

function codingColumns(words: DossierWords): DescribedColumn<Coding>[] {
  const said = domainMessages[words.language];
  const label = (id: string | undefined) => id && (words.concept(id)?.label[words.language] ?? id);
  const speakerName = (id: string | undefined) => id && (words.speaker(id)?.name ?? id);
  return [
    ['safeguard', ({ safeguard }) => label(safeguard)],
    ['measure', ({ measure }) => measure && said[`measure.${measure}`]],
    ['impact', ({ impact }) => label(impact)],
    ['direction', ({ direction }) => said[`direction.${direction}`]],
    ['stance', (coding) => said[`stance.${stanceOf(coding)}`]],
    ['basis', ({ basis }) => said[`basis.${basis}`]],
    ['stage', ({ stage }) => stage && said[`stage.${stage}`]],
    ['speaker', ({ speaker }) => speakerName(speaker)],
    ['reportedBy', ({ reportedBy }) => speakerName(reportedBy)],
    ['provision', ({ provision }) => provision],
    ['quantity', ({ quantity }) => quantity?.value, 'number'],
    ['quantityTo', ({ quantity }) => quantity?.to, 'number'],
    ['unit', ({ quantity }) => quantity && quantityWord('unit', quantity.unit, words.language)],
    ['period', ({ quantity }) => quantity?.period && quantityWord('period', quantity.period, words.language)],
    ['status', ({ status }) => said[`status.${status}`]],
    ['reason', ({ reason }) => reason],
  ];
}

const through = <T, U>(
  [name, value, kind]: DescribedColumn<U>,
  part: (thing: T) => U,
): DescribedColumn<T> => [name, (thing) => value(part(thing)), kind];

/** Every coding with its passage and its document, so that a row can be read, and imported, by itself. */
export function codingTable(
  annotations: readonly Annotation[],
  isWanted: (coding: Coding) => boolean,
  words: DossierWords,
): Table {
  const rows = annotations.flatMap((annotation) =>
    annotation.codings.filter(isWanted).map((coding): Coded => ({ annotation, coding })),
  );
  const columns: DescribedColumn<Coded>[] = [
    ...codingColumns(words).map((column) => through<Coded, Coding>(column, ({ coding }) => coding)),
    ...[...passageColumns(words), ...documentColumns(words)].map((column) =>
      through<Coded, Annotation>(column, ({ annotation }) => annotation),
    ),
    ['reviewer', ({ annotation }) => annotation.creator.name],
    ['created', ({ annotation }) => annotation.created, 'instant'],
    ['safeguardId', ({ coding }) => words.concept(coding.safeguard)?.id ?? coding.safeguard],
    ['impactId', ({ coding: { impact } }) => impact && (words.concept(impact)?.id ?? impact)],
    ['passageId', ({ annotation }) => annotation.id],
    ['codingId', ({ coding }) => coding.id],
  ];
  return layOutTable('codings', columns, rows, words.language);
}

/** Every passage with its document. */
export function passageTable(annotations: readonly Annotation[], words: DossierWords): Table {
  const columns: DescribedColumn<Annotation>[] = [
    ...passageColumns(words),
    ...documentColumns(words),
    ['codings', ({ codings }) => codings.length, 'number'],
    ['reviewer', ({ creator }) => creator.name],
    ['created', ({ created }) => created, 'instant'],
    ['modified', ({ modified }) => modified, 'instant'],
    ['gone', ({ gone }) => gone, 'instant'],
    ['passageId', ({ id }) => id],
  ];
  return layOutTable('passages', columns, annotations, words.language);
}

import type { Axis, MatrixFilters } from '@waarborg/shared/matrix';
import type { BareDriver } from './bare-driver.ts';

/** Where SQL finds the value of an axis. */
const expressions: Readonly<Record<Axis, string>> = {
  safeguard: 'c.safeguard',
  impact: 'c.impact',
  document: 'a.document_id',
  speaker: 'c.speaker_id',
  speakerKind: 's.kind',
  sourceType: 'd.source_type',
  measure: 'c.measure',
  stage: 'c.stage',
  provision: 'c.provision',
  month: 'substr(d.date, 1, 7)',
  reviewer: 'a.creator_id',
};

const keeps = `c.measure in ('kept', 'strengthened', 'introduced')`;
const takes = `c.measure in ('abolished', 'restricted', 'not-observed', 'absent')`;
const stance = `case
  when c.direction = 'neutral' and (${keeps} or ${takes}) then 'noEffect'
  when (${keeps} and c.direction = 'favourable') or (${takes} and c.direction = 'unfavourable') then 'helps'
  when (${keeps} and c.direction = 'unfavourable') or (${takes} and c.direction = 'favourable') then 'hurts'
  else 'none' end`;

/** A cell as the database groups it; counts come as text from PostgreSQL. */
export interface AggregateRow {
  readonly row: string | null;
  readonly column: string | null;
  readonly codings: number | string;
  readonly documents: number | string;
  readonly speakers: number | string;
}

/**
 * The bare aggregate that a matrix could be: grouped by two axes, with the distinct counts and the balance of
 * directions and stances. It folds no claims and knows no contradictions, no totals and no blind spots.
 */
export function countBySql(
  driver: BareDriver,
  dossier: string,
  rows: Axis,
  columns: Axis,
  filters: MatrixFilters,
): Promise<AggregateRow[]> {
  const conditions: string[] = [];
  const values: string[] = [];
  const wantAny = (expression: string, wanted: readonly string[] | undefined) => {
    if (!wanted?.length) return;
    conditions.push(`${expression} in (${wanted.map(() => '?').join(', ')})`);
    values.push(...wanted);
  };
  for (const [axis, expression] of Object.entries(expressions)) wantAny(expression, filters[axis as Axis]);
  wantAny('c.basis', filters.basis);
  wantAny('c.status', filters.status ?? ['draft', 'accepted']);
  wantAny(stance, filters.stance);
  if (filters.from) {
    conditions.push('d.date >= ?');
    values.push(filters.from);
  }
  if (filters.q) {
    conditions.push('a.ranges like ?');
    values.push(`%${filters.q}%`);
  }
  const balance = (expression: string, all: readonly string[]) =>
    all
      .map((value) => `sum(case when ${expression} = '${value}' then 1 else 0 end) as "${value}"`)
      .join(', ');
  return driver.all<AggregateRow>(
    `select ${expressions[rows]} as "row", ${expressions[columns]} as "column", count(*) as codings,
       count(distinct a.document_id) as documents, count(distinct c.speaker_id) as speakers,
       count(distinct a.id) as passages,
       ${balance('c.direction', ['favourable', 'unfavourable', 'neutral', 'unclear'])},
       ${balance(stance, ['helps', 'hurts', 'noEffect', 'none'])}
     from coding c
     join annotation a on a.id = c.annotation_id
     join document d on d.id = a.document_id
     join speaker s on s.id = c.speaker_id
     where c.dossier_id = ? ${conditions.map((condition) => `and ${condition}`).join(' ')}
     group by 1, 2`,
    [dossier, ...values],
  );
}

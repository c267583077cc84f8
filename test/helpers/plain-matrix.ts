/**
 * The matrix counted once more, from the text of `domain.md` and not from our code: slow, plain, and a list
 * of statements for every number. The tests hold the product's matrix against it.
 */
import type { Codebook } from '@waarborg/shared/codebook';
import type { Reading, SourceDocument, Speaker } from '@waarborg/shared/dossier';
import type { Axis, MatrixFilters } from '@waarborg/shared/matrix';

/** One coding with all that can be asked of it; merges are followed. `claim` and `place` say what is the same. */
export interface Statement {
  readonly passage: string;
  readonly document: string;
  readonly sourceType?: string | undefined;
  readonly date?: string | undefined;
  readonly safeguard: string;
  readonly impact?: string | undefined;
  readonly measure?: string | undefined;
  readonly stage?: string | undefined;
  readonly direction: string;
  readonly basis: string;
  readonly provision?: string | undefined;
  readonly speaker: string;
  readonly speakerKind?: string | undefined;
  readonly reviewer: string;
  readonly status: string;
  /** Whether a reviewer confirmed that the passage is not there any more. */
  readonly isGone: boolean;
  /** Words of the passage and its note. */
  readonly text: string;
  /** The same words of one document, for the same safeguard, impact and speaker. */
  place?: number;
  /** The same claim, wherever it is repeated. */
  claim?: number;
}

/** Whether two passages of one document share words. */
export type SharesWords = (a: string, b: string) => boolean;

/** Numbers groups: `joined` says of two whether they are the same, and so are those between which it leads. */
function numberGroups(size: number, joined: (a: number, b: number) => boolean): number[] {
  const groups = Array.from({ length: size }, (_, index) => index);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const [one, other] = [groups[a], groups[b]];
      if (one === other || !joined(a, b)) continue;
      for (let index = 0; index < size; index++) if (groups[index] === one) groups[index] = other ?? 0;
    }
  }
  return groups;
}

/** Says of statements which are the same place and the same claim. */
export function foldStatements(
  statements: readonly Statement[],
  sharesWords: SharesWords,
  repeats: readonly { from: string; to: string }[],
): Statement[] {
  const isSameSubject = (a: Statement, b: Statement) => a.safeguard === b.safeguard && a.impact === b.impact;
  const at = (index: number) => statements[index] as Statement;
  const places = numberGroups(statements.length, (one, other) => {
    const [a, b] = [at(one), at(other)];
    const isAlike = isSameSubject(a, b) && a.speaker === b.speaker && a.document === b.document;
    return isAlike && (a.passage === b.passage || sharesWords(a.passage, b.passage));
  });
  const claims = numberGroups(statements.length, (one, other) => {
    const [a, b] = [at(one), at(other)];
    const isLinked = repeats.some(
      ({ from, to }) => (from === a.passage && to === b.passage) || (from === b.passage && to === a.passage),
    );
    return places[one] === places[other] || (isSameSubject(a, b) && isLinked);
  });
  return statements.map((statement, index) => ({
    ...statement,
    place: places[index] ?? 0,
    claim: claims[index] ?? 0,
  }));
}

/** Does it help or hurt? By the table of `domain.md`. */
function stanceOf({ measure, direction }: Statement): 'helps' | 'hurts' | 'noEffect' | 'none' {
  const table: Record<string, Record<string, 'helps' | 'hurts'>> = {
    favourable: {
      kept: 'helps',
      strengthened: 'helps',
      introduced: 'helps',
      abolished: 'hurts',
      restricted: 'hurts',
      'not-observed': 'hurts',
      absent: 'hurts',
    },
    unfavourable: {
      kept: 'hurts',
      strengthened: 'hurts',
      introduced: 'hurts',
      abolished: 'helps',
      restricted: 'helps',
      'not-observed': 'helps',
      absent: 'helps',
    },
  };
  const hasStance = measure !== undefined && measure !== 'moved';
  if (direction === 'neutral') return hasStance ? 'noEffect' : 'none';
  return (measure && table[direction]?.[measure]) || 'none';
}

export function memberOf(statement: Statement, axis: Axis): string {
  const value = axis === 'month' ? statement.date?.slice(0, 7) : statement[axis];
  return value ?? 'none';
}

function isInPeriod(date: string | undefined, { from, to }: MatrixFilters): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === undefined) return false;
  // As text, a date that is known only in part lies before all that it can be; with nines it lies after.
  return (
    (from === undefined || date.padEnd(10, '9') >= from) && (to === undefined || date <= to.padEnd(10, '9'))
  );
}

const axisNames: readonly Axis[] = [
  'safeguard',
  'impact',
  'document',
  'speaker',
  'speakerKind',
  'sourceType',
  'measure',
  'stage',
  'provision',
  'month',
  'reviewer',
];

export function passes(statement: Statement, filters: MatrixFilters): boolean {
  const isAnyOf = (wanted: readonly string[] | undefined, value: string) =>
    wanted === undefined || wanted.length === 0 || wanted.includes(value);
  const words = (filters.q ?? '').toLowerCase().split(' ').filter(Boolean);
  return (
    axisNames.every((axis) => isAnyOf(filters[axis], memberOf(statement, axis))) &&
    isAnyOf(filters.direction, statement.direction) &&
    isAnyOf(filters.stance, stanceOf(statement)) &&
    isAnyOf(filters.basis, statement.basis) &&
    isAnyOf(filters.gone, statement.isGone ? 'true' : 'false') &&
    (filters.status?.length
      ? filters.status.includes(statement.status as 'draft')
      : statement.status !== 'rejected') &&
    isInPeriod(statement.date, filters) &&
    words.every((word) => statement.text.toLowerCase().includes(word))
  );
}

function countEach<T extends string>(
  values: readonly T[],
  claims: readonly Statement[][],
  read: (s: Statement) => string,
) {
  return Object.fromEntries(
    values.map((value) => [value, claims.filter((claim) => claim.some((one) => read(one) === value)).length]),
  );
}

/** Who says helps against whom who says hurts, among statements on one safeguard and one impact. */
function oppositionsAmong(statements: readonly Statement[]) {
  const basesOf = (speaker: string, stance: string) =>
    statements.filter((one) => one.speaker === speaker && stanceOf(one) === stance).map(({ basis }) => basis);
  const all = (bases: readonly string[], basis: string) => bases.every((one) => one === basis);
  const speakers = [...new Set(statements.map(({ speaker }) => speaker))];
  return speakers.flatMap((helpsId) =>
    speakers.flatMap((hurtsId) => {
      const [helps, hurts] = [basesOf(helpsId, 'helps'), basesOf(hurtsId, 'hurts')];
      if (helpsId === hurtsId || helps.length === 0 || hurts.length === 0) return [];
      const normMeetsExpectation =
        (all(helps, 'norm') && all(hurts, 'expectation')) ||
        (all(helps, 'expectation') && all(hurts, 'norm'));
      return [{ helpsId, hurtsId, normMeetsExpectation }];
    }),
  );
}

/** The filters but those on what a coding says, by which one of several readings would be left. */
export function withoutReadings(filters: MatrixFilters): MatrixFilters {
  const { measure, stage, provision, direction, stance, basis, q, ...others } = filters;
  return others;
}

/** The places that reviewers read differently, by all that is read at them. */
function placesThatDiffer(within: readonly Statement[]): ReadonlySet<number | undefined> {
  const readingsOf = (place: readonly Statement[]) =>
    [...Map.groupBy(place, ({ reviewer }) => reviewer).values()].map((own) =>
      [...new Set(own.map((one) => (stanceOf(one) === 'none' ? `none ${one.direction}` : stanceOf(one))))]
        .sort()
        .join(),
    );
  const places = [...Map.groupBy(within, ({ place }) => place).values()];
  const isDifferent = (place: readonly Statement[]) => new Set(readingsOf(place)).size > 1;
  return new Set(places.filter(isDifferent).map(([one]) => one?.place));
}

/** What is said of it that all reviewers read alike. */
export function readAlike(statements: readonly Statement[], within: readonly Statement[]): Statement[] {
  const differing = placesThatDiffer(within);
  return statements.filter(({ place }) => !differing.has(place));
}

/**
 * What a list of statements adds up to. `within`: all that is read at these places, whatever it says, by which reviewers
 * agree or differ.
 */
export function count(statements: readonly Statement[], within: readonly Statement[]) {
  const differing = placesThatDiffer(within);
  const agreed = readAlike(statements, within);
  const claims = [...Map.groupBy(agreed, ({ claim }) => claim).values()];
  const subjects = [...Map.groupBy(agreed, ({ safeguard, impact }) => `${safeguard} ${impact}`).values()];

  const sayers = (subject: readonly Statement[], stances: readonly string[]) => [
    ...new Set(subject.filter((one) => stances.includes(stanceOf(one))).map(({ speaker }) => speaker)),
  ];
  const found = subjects.flatMap(oppositionsAmong);
  const pairs = [...Map.groupBy(found, ({ helpsId, hurtsId }) => `${helpsId} ${hurtsId}`).values()].map(
    (same) => ({
      helpsId: same[0]?.helpsId ?? '',
      hurtsId: same[0]?.hurtsId ?? '',
      normMeetsExpectation: same.every(({ normMeetsExpectation }) => normMeetsExpectation),
    }),
  );
  return {
    claims: new Set(statements.map(({ claim }) => claim)).size,
    documents: new Set(statements.map(({ document }) => document)).size,
    speakers: new Set(statements.map(({ speaker }) => speaker)).size,
    directions: countEach(
      ['favourable', 'unfavourable', 'neutral', 'unclear'],
      claims,
      (one) => one.direction,
    ),
    stances: countEach(['helps', 'hurts', 'noEffect', 'none'], claims, stanceOf),
    contested: found.length > 0,
    denied: subjects.some((subject) =>
      sayers(subject, ['noEffect']).some((denier) =>
        sayers(subject, ['helps', 'hurts']).some((sayer) => sayer !== denier),
      ),
    ),
    mixed: subjects.some((subject) =>
      sayers(subject, ['helps']).some((speaker) => sayers(subject, ['hurts']).includes(speaker)),
    ),
    disagreements: new Set(statements.filter(({ place }) => differing.has(place)).map(({ claim }) => claim))
      .size,
    pairs: pairs
      .map(({ helpsId, hurtsId, normMeetsExpectation }) => `${helpsId} ${hurtsId} ${normMeetsExpectation}`)
      .sort(),
    opposing: {
      helps: new Set(pairs.map(({ helpsId }) => helpsId)).size,
      hurts: new Set(pairs.map(({ hurtsId }) => hurtsId)).size,
      normMeetsExpectation:
        pairs.length > 0 && pairs.every(({ normMeetsExpectation }) => normMeetsExpectation),
    },
    isDisputed: agreed.some(
      (one) =>
        one.measure === 'kept' &&
        agreed.some(
          (other) =>
            other.measure === 'not-observed' &&
            other.safeguard === one.safeguard &&
            other.stage === one.stage &&
            other.speaker !== one.speaker,
        ),
    ),
  };
}

/** What a row or column is about: one value of its axis, or the values of a group. */
export type Values = string | readonly string[];

function isAmong(wanted: Values | undefined, value: string): boolean {
  return wanted === undefined || [wanted].flat().includes(value);
}

/** The statements of a cell, of a row or column (one of both named) or of all. */
export function statementsAt(
  statements: readonly Statement[],
  [rows, columns]: readonly [Axis, Axis],
  { row, column }: { row?: Values; column?: Values },
): Statement[] {
  if (rows !== columns) {
    return statements.filter(
      (one) => isAmong(row, memberOf(one, rows)) && isAmong(column, memberOf(one, columns)),
    );
  }
  // Both axes the same: named in the same passage.
  return statements.filter((one) => {
    const own = memberOf(one, rows);
    const others = statements.filter(
      (other) => other.passage === one.passage && memberOf(other, rows) !== own,
    );
    return isAmong(row, own) && others.some((other) => isAmong(column, memberOf(other, rows)));
  });
}

/** How many of the documents have been read for the members that a number is about. */
export function readingAt(
  {
    codebook,
    documents,
    readings,
  }: { codebook: Codebook; documents: readonly SourceDocument[]; readings: readonly Reading[] },
  filters: MatrixFilters,
  members: Partial<Record<Axis, Values>>,
): { documents: number; of: number } {
  const considered = documents.filter((document) => {
    const facts = {
      document: document.id,
      sourceType: document.sourceType,
      month: document.date?.slice(0, 7) ?? 'none',
    };
    return (
      (['document', 'sourceType', 'month'] as const).every(
        (axis) =>
          (!filters[axis]?.length || filters[axis].includes(facts[axis])) &&
          isAmong(members[axis], facts[axis]),
      ) && isInPeriod(document.date, filters)
    );
  });
  const safeguards = [members.safeguard ?? []].flat().filter((safeguard) => safeguard !== 'none');
  const readingsOf = ({ id, aliases }: SourceDocument) =>
    readings.filter(
      ({ document, reviewer }) =>
        (document === id || aliases.includes(document)) &&
        (!filters.reviewer?.length || filters.reviewer.includes(reviewer)),
    );
  // Of a group a document is read that is read for each of its safeguards.
  const read = considered.filter((document) => {
    const own = readingsOf(document);
    const isReadFor = (wanted: string) =>
      own.some(
        ({ safeguard }) => safeguard === undefined || mergedWith(codebook.concepts, safeguard) === wanted,
      );
    return own.length > 0 && safeguards.every(isReadFor);
  });
  return { documents: read.length, of: considered.length };
}

/** Follows a merge to the end. */
export function mergedWith(
  entries: readonly { id: string; mergedInto?: string | undefined }[],
  id: string,
): string {
  const next = entries.find((entry) => entry.id === id)?.mergedInto;
  return next === undefined ? id : mergedWith(entries, next);
}

/** The kind of a speaker. */
export function kindOf(speakers: readonly Speaker[], id: string): string | undefined {
  return speakers.find((speaker) => speaker.id === id)?.kind;
}

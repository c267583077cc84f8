import { buildMatrix, indexDossier } from '@waarborg/shared/matrix';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { council, lawyers, minister, smallDossier } from '../matrix-view/small-dossier.ts';
import { ticksOf } from './draw-months.ts';
import { lanesOf } from './lay-out-picture.ts';
import { findMilestones, shapeMonths } from './shape-months.ts';
import { opponentsOf, shapeOpposition, weightOf } from './shape-opposition.ts';
import { leaningOf, shapeSpeakers } from './shape-speakers.ts';
import { shapeStances } from './shape-stances.ts';

const index = indexDossier(smallDossier);
const matrixOf = (rows: 'safeguard' | 'speaker' | 'month', columns: 'impact' | 'safeguard') =>
  structuredClone(buildMatrix(index, { rows, columns, filters: {}, language: 'nl' })) as never as Parameters<
    typeof shapeSpeakers
  >[0];

afterEach(() => vi.unstubAllGlobals());

describe('the shapes of pictures', () => {
  it('lay out each safeguard with claims, those with most stances first', () => {
    const bars = shapeStances(matrixOf('safeguard', 'impact'));
    expect(bars[0]?.safeguard.id).toBe('voornemen');
    expect(bars.every(({ total }) => total.claims > 0)).toBe(true);
  });

  it('name who opposes whom with every point, as many times as the cells do', () => {
    const matrix = matrixOf('safeguard', 'impact');
    const pairs = shapeOpposition(matrix);
    const inCells = matrix.cells.reduce((sum, cell) => sum + cell.opposition.length, 0);
    expect(pairs.reduce((sum, pair) => sum + weightOf(pair), 0)).toBe(inCells);
    expect(inCells).toBeGreaterThan(0);
    expect(pairs.map(({ hurter }) => hurter.id)).toContain(minister.id);
    const names = opponentsOf(pairs).map(({ id }) => id);
    expect(names.every((id) => [minister.id, council.id, lawyers.id].includes(id as never))).toBe(true);
  });

  it('name the pairs alone where the matrix is too large to list their points', () => {
    const matrix = { ...matrixOf('safeguard', 'impact'), listsOpposition: false };
    const all = [{ helps: 'A', hurts: 'B', helpsId: 'a', hurtsId: 'b', normMeetsExpectation: true }];
    expect(shapeOpposition(matrix, all)).toEqual([
      { helper: { id: 'a', name: 'A' }, hurter: { id: 'b', name: 'B' }, normMeetsExpectation: true },
    ]);
  });

  it('have a point for each speaker and safeguard with claims', () => {
    const matrix = matrixOf('speaker', 'safeguard');
    const { points, speakers, safeguards } = shapeSpeakers(matrix);
    expect(points.length).toBe(matrix.cells.filter(({ claims }) => claims > 0).length);
    expect(speakers.length).toBe(3);
    expect(safeguards.map(({ id }) => id)).toContain('voornemen');
  });

  it.each([
    [{ helps: 2, hurts: 1, noEffect: 5, none: 0 }, 'helps'],
    [{ helps: 1, hurts: 1, noEffect: 0, none: 0 }, 'both'],
    [{ helps: 0, hurts: 0, noEffect: 1, none: 4 }, 'noEffect'],
    [{ helps: 0, hurts: 0, noEffect: 0, none: 4 }, 'none'],
    // Only claims on which reviewers differ: they are not the speaker's.
    [{ helps: 0, hurts: 0, noEffect: 0, none: 0 }, 'differing'],
  ])('lean with %o to %s', (counts, leaning) => {
    expect(leaningOf(counts)).toBe(leaning);
  });

  it('put claims without a known month last', () => {
    const months = shapeMonths(matrixOf('month', 'safeguard'));
    expect(months.length).toBeGreaterThan(0);
    expect(months.at(-1)?.begin).toBeUndefined();
  });

  it('have nothing to draw over time where reviewers differ on all that is dated, and say so', async () => {
    vi.stubGlobal('document', { documentElement: {} });
    const { describePicture } = await import('./describe-picture.ts');
    const { language } = await import('../language/language.ts');
    language.value = 'nl';
    const [month] = shapeMonths(matrixOf('month', 'safeguard'));
    const { all } = matrixOf('month', 'safeguard').totals;
    if (!month) throw new Error('The small dossier has no month.');
    const begin = new Date('2026-03-01');
    const stances = { helps: 0, hurts: 0, noEffect: 0, none: 0 };
    const differing = { ...month, id: '2026-03', begin, total: { ...month.total, claims: 1, stances } };
    const tell = (...months: (typeof differing)[]) =>
      describePicture({ kind: 'months', data: { months, milestones: [] } }, all as never);
    expect(tell(differing)).toMatchObject({ isEmpty: true, summary: expect.stringContaining('verschillen') });
    expect(tell()).toMatchObject({ isEmpty: true, summary: expect.stringContaining('Van geen document') });
    const spoken = { ...differing, total: { ...differing.total, stances: { ...stances, hurts: 1 } } };
    expect(tell(differing, spoken)).toMatchObject({ isEmpty: false, summary: 'Eén maand: maart 2026.' });
  });

  it('let numbers that would touch stand above each other', () => {
    const days = [0, 5, 10, 40].map((day) => ({ day: new Date(day) }));
    expect(lanesOf(days, 1)).toEqual([0, 1, 2, 0]);
  });

  it('name each month once where there are few', () => {
    const from = new Date('2026-09-01');
    expect(ticksOf([from, new Date('2026-10-01')])).toEqual({ ticks: 'month' });
    expect(ticksOf([from, new Date('2028-10-01')])).toEqual({});
  });
});

describe('findMilestones', () => {
  const paper = (value: string, date: string, sourceType = 'parliamentary-paper') => ({
    ...{ id: value, title: value, date, sourceType, addresses: [], aliases: [], revision: 1 },
    identifiers: [{ scheme: 'official-publication', value }],
  });

  it('finds the papers of the bill and the advice on it, in the order of time', () => {
    const documents = [
      paper('kst-36704-11', '2026-03-02'),
      paper('kst-36704-3', '2026-03-02'),
      paper('kst-36704-2', '2026-03-01'),
      paper('kst-19637-9', '2026-01-01'),
      paper('advies', '2026-02', 'legislative-advice'),
      paper('kst-36704-4', '2026'),
      paper('brief', '2026-01-05', 'inspection-letter'),
    ] as never;
    expect(findMilestones(documents).map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 advies',
      '2 kst-36704-2',
      '3 kst-36704-3',
      '4 kst-36704-11',
    ]);
    // The bill is that of the whole dossier; only what is shown of it is limited.
    const inPeriod = (filters: object) => findMilestones(documents, filters).map(({ title }) => title);
    expect(inPeriod({ from: '2026-03-02' })).toEqual(['kst-36704-3', 'kst-36704-11']);
    expect(inPeriod({ to: '2026-02' })).toEqual(['advies']);
    expect(inPeriod({ month: ['2026-03'], sourceType: ['press'] })).toEqual([
      ...['kst-36704-2', 'kst-36704-3', 'kst-36704-11'],
    ]);
    expect(inPeriod({ from: '2026-05' })).toEqual([]);
  });
});

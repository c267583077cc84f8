import { describe, expect, it } from 'vitest';
import { type Concept, defaultCodebook } from '../codebook/index.ts';
import type { Reading } from '../dossier/index.ts';
import {
  axes,
  buildMatrix,
  explainCell,
  indexDossier,
  type MatrixFilters,
  type MatrixQuery,
} from './index.ts';
import { cellOf, content, document, helps, hurts, matrixOf, passage, speakers } from './testing.ts';

describe('blind spots', () => {
  const reading = (documentId: string, safeguard?: string): Reading => ({
    document: documentId,
    reviewer: 'me',
    at: '2026-01-01T00:00:00Z',
    ...(safeguard ? { safeguard } : {}),
  });

  it('tell not read from nothing found, and how far the reading got', () => {
    const dossier = content([], { readings: [reading('a'), reading('b', 'voornemen')] });
    expect(cellOf(dossier)).toMatchObject({ state: 'nothing-found', read: { documents: 2, of: 3 } });
    expect(cellOf(dossier, 'interpreter')).toMatchObject({
      state: 'nothing-found',
      read: { documents: 1, of: 3 },
    });
    const unread = content([], { readings: [reading('b', 'voornemen')] });
    expect(cellOf(unread, 'interpreter')).toMatchObject({ state: 'not-read', read: { documents: 0, of: 3 } });
  });

  it('count only the documents that the filters leave', () => {
    const dossier = content([], {
      documents: [document('a', { sourceType: 'press', aliases: ['old'] }), document('b')],
      readings: [reading('old'), reading('b')],
    });
    expect(cellOf(dossier, 'voornemen', 'cost', { sourceType: ['press'] }).read).toEqual({
      documents: 1,
      of: 1,
    });
  });

  it('are per document where documents are columns', () => {
    const dossier = content([], { readings: [reading('a')] });
    const states = matrixOf(dossier, 'safeguard', 'document')
      .cells.filter(({ row }) => row === 'voornemen')
      .map(({ state }) => state);
    expect(states).toEqual(['nothing-found', 'not-read', 'not-read']);
  });
});

describe('a cell whose claims the filters leave out', () => {
  const readings: Reading[] = [{ document: 'a', reviewer: 'me', at: '2026-01-01T00:00:00Z' }];

  it('is no blind spot', () => {
    const dossier = content([passage('1', [hurts])], { readings });
    expect(cellOf(dossier, 'voornemen', 'cost', { direction: ['neutral'] })).toMatchObject({
      claims: 0,
      state: 'evidence',
    });
    expect(cellOf(dossier, 'voornemen', 'cost', { document: ['b'] })).toMatchObject({
      claims: 0,
      state: 'not-read',
    });
  });

  it('counts the readings of the reviewers, and the documents of the months, that are asked for', () => {
    const documents = [document('a', { date: '2026-05-12' }), document('b', { date: '2026-06' })];
    const dossier = content([], { readings, documents });
    const read = (filters: MatrixFilters) => cellOf(dossier, 'voornemen', 'cost', filters).read;
    expect(read({ reviewer: ['colleague'] })).toEqual({ documents: 0, of: 2 });
    expect(read({ month: ['2026-06'] })).toEqual({ documents: 0, of: 1 });
  });
});

describe('a row', () => {
  it('is disputed when speakers disagree on the fact itself at the same stage', () => {
    const kept = { measure: 'kept', stage: 'in-force' } as const;
    const notObserved = { measure: 'not-observed', stage: 'in-force', speaker: 'court' } as const;
    expect(matrixOf(content([passage('1', [kept]), passage('2', [notObserved])])).disputed).toEqual([
      'voornemen',
    ]);
    expect(
      matrixOf(content([passage('1', [kept]), passage('2', [{ ...notObserved, stage: 'proposed' }])]))
        .disputed,
    ).toEqual([]);
    expect(
      matrixOf(content([passage('1', [kept]), passage('2', [{ ...notObserved, speaker: 'ind' }])])).disputed,
    ).toEqual([]);
  });
});

describe('a disputed row', () => {
  const kept = { measure: 'kept', speaker: 'ind' } as const;
  const notObserved = { measure: 'not-observed', speaker: 'court' } as const;

  it('needs both to speak of the same safeguard', () => {
    const apart = content([
      passage('1', [kept]),
      passage('2', [{ ...notObserved, safeguard: 'information' }]),
    ]);
    expect(matrixOf(apart, 'document', 'stage').disputed).toEqual([]);
    const same = content([passage('1', [kept]), passage('2', [notObserved])]);
    expect(matrixOf(same, 'document', 'stage').disputed).toEqual(['a']);
  });

  it('names who says what, each stage apart, in the number that counts both', () => {
    const said = content([
      passage('1', [{ ...kept, stage: 'in-force' }]),
      passage('2', [{ ...notObserved, stage: 'in-force' }]),
      passage('3', [{ ...notObserved, stage: 'proposed' }]),
    ]);
    const explain = (number: Parameters<typeof explainCell>[2]) =>
      explainCell(
        indexDossier(said),
        { rows: 'safeguard', columns: 'stage', filters: {}, language: 'nl' },
        number,
      ).disputes;
    const dispute = { safeguard: 'voornemen', stage: 'in-force', kept: ['ind'], notObserved: ['court'] };
    expect(explain({ row: 'voornemen' })).toEqual([dispute]);
    expect(explain({ row: 'voornemen', column: 'in-force' })).toEqual([dispute]);
    expect(explain({ row: 'voornemen', column: 'proposed' })).toEqual([]);
  });

  it('is none by words that reviewers read differently', () => {
    const place = { start: 100, exact: 'dezelfde woorden' };
    const dossier = content([
      passage('1', [kept], place),
      passage('2', [{ ...notObserved, speaker: 'ind' }], { ...place, reviewer: 'colleague' }),
      passage('3', [notObserved]),
    ]);
    expect(matrixOf(dossier).disputed).toEqual([]);
  });
});

describe('merges', () => {
  it('let a merged speaker, concept and document count for the other', () => {
    const dossier = content(
      [
        passage('1', [hurts]),
        passage('2', [{ ...helps, speaker: 'old', safeguard: 'oud' }], { document: 'copy' }),
      ],
      {
        speakers: [...speakers, { id: 'old', name: 'Oud', aliases: [], kind: 'other', mergedInto: 'ind' }],
        documents: [document('a', { aliases: ['copy'] })],
        codebook: {
          ...defaultCodebook,
          concepts: [
            ...defaultCodebook.concepts,
            { ...(defaultCodebook.concepts[0] as Concept), id: 'oud', mergedInto: 'voornemen' },
          ],
        },
      },
    );
    expect(cellOf(dossier)).toMatchObject({ claims: 2, speakers: 1, documents: 1, mixed: true });
    expect(matrixOf(dossier).rows.map(({ id }) => id)).not.toContain('oud');
  });

  it('let what was read for a merged safeguard be read for the other', () => {
    const merged = { ...(defaultCodebook.concepts[0] as Concept), id: 'oud', mergedInto: 'voornemen' };
    const dossier = content([], {
      documents: [document('a'), document('b')],
      codebook: { ...defaultCodebook, concepts: [...defaultCodebook.concepts, merged] },
      readings: [{ document: 'a', reviewer: 'r', safeguard: 'oud', at: '2026-01-01T00:00:00Z' }],
    });
    expect(matrixOf(dossier).totals.rows.voornemen?.read).toEqual({ documents: 1, of: 2 });
    expect(matrixOf(dossier).totals.rows.interpreter?.read).toEqual({ documents: 0, of: 2 });
  });
});

describe('a total', () => {
  it('is contested only by claims about the same safeguard and impact', () => {
    const apart = content([
      passage('1', [hurts]),
      passage('2', [{ ...helps, impact: 'duration', speaker: 'court' }]),
    ]);
    expect(matrixOf(apart).totals.rows.voornemen).toMatchObject({
      contested: false,
      mixed: false,
      claims: 2,
    });
    expect(matrixOf(apart, 'document', 'stage').cells.some(({ contested }) => contested)).toBe(false);
    const same = content([passage('1', [hurts]), passage('2', [{ ...helps, speaker: 'court' }])]);
    expect(matrixOf(same).totals.rows.voornemen).toMatchObject({ contested: true });
  });
});

describe('a folded group', () => {
  const dossier = content([
    passage('1', [hurts, { ...hurts, safeguard: 'objection' }]),
    passage('2', [{ ...helps, safeguard: 'penalty-payment', speaker: 'court' }]),
  ]);
  const query: MatrixQuery = {
    rows: 'safeguard',
    columns: 'impact',
    filters: {},
    language: 'nl',
    folded: ['the-decision'],
  };

  it('is one row in the place of its members, whose speakers and documents count once', () => {
    const { rows, cells, totals } = buildMatrix(indexDossier(dossier), query);
    const plain = matrixOf(dossier);
    const place = plain.rows.findIndex(({ groupId }) => groupId === 'the-decision');
    expect(rows[place]).toMatchObject({ id: 'group:the-decision', label: 'Het besluit' });
    expect(rows[place]?.values).toContain('objection');
    expect(rows.filter(({ groupId }) => groupId === 'the-decision')).toHaveLength(1);
    const cell = cells.find(({ row, column }) => row === 'group:the-decision' && column === 'cost');
    expect(cell).toMatchObject({ claims: 3, documents: 1, speakers: 2 });
    expect(totals.all).toEqual(plain.totals.all);
  });

  it('is not contested by what is said of different safeguards', () => {
    const { totals } = buildMatrix(indexDossier(dossier), query);
    expect(totals.rows['group:the-decision']).toMatchObject({ contested: false });
  });

  it('is read where each of its safeguards is', () => {
    const reading = { document: 'a', reviewer: 'me', safeguard: 'objection', at: '2026-01-01T00:00:00Z' };
    const { totals } = buildMatrix(indexDossier({ ...dossier, readings: [reading] }), query);
    expect(totals.rows['group:the-decision']?.read).toEqual({ documents: 0, of: 3 });
  });

  it('leads to the claims of all its members', () => {
    const { claims } = explainCell(indexDossier(dossier), query, { row: 'group:the-decision' });
    expect(claims).toHaveLength(3);
  });
});

describe('who opposes whom in a total', () => {
  it('is norm against expectation only where it is for each subject', () => {
    const norm = { ...hurts, basis: 'norm' } as const;
    const expectation = { ...helps, basis: 'expectation', speaker: 'court' } as const;
    const dossier = content([
      passage('1', [norm, { ...norm, basis: 'figure', impact: 'duration' }, { ...norm, impact: 'chain' }]),
      passage('2', [
        expectation,
        { ...expectation, impact: 'duration' },
        { ...expectation, impact: 'chain' },
      ]),
    ]);
    expect(matrixOf(dossier).totals.all.opposition).toMatchObject([{ normMeetsExpectation: false }]);
  });
});

describe('axes and filters', () => {
  const dossier = content(
    [
      passage('1', [hurts, { ...hurts, safeguard: 'legal-aid', impact: undefined }]),
      {
        ...passage('2', [{ ...helps, speaker: 'court', stage: 'proposed', provision: 'art. 39 Vw 2000' }], {
          document: 'b',
          exact: 'Een zin over dwangsommen.',
        }),
        gone: '2026-06-01T09:00:00Z',
      },
    ],
    {
      documents: [
        document('a', { date: '2025-05-12' }),
        document('b', { date: '2026', sourceType: 'court-ruling' }),
      ],
    },
  );

  it.each(axes.flatMap((rows) => axes.map((columns) => [rows, columns] as const)))(
    'lays %s × %s out so that every number is the number of its claims',
    (rows, columns) => {
      const query = { rows, columns, filters: {}, language: 'en' } as const;
      const index = indexDossier(dossier);
      const matrix = buildMatrix(index, query);
      for (const { row, column, claims } of matrix.cells) {
        expect(explainCell(index, query, { row, column }).claims).toHaveLength(claims);
      }
      for (const { id } of matrix.rows) {
        expect(explainCell(index, query, { row: id }).claims).toHaveLength(
          matrix.totals.rows[id]?.claims ?? -1,
        );
      }
      expect(matrix.cells).toHaveLength(matrix.rows.length * matrix.columns.length);
    },
  );

  it('lays safeguards out against safeguards that the same passage names', () => {
    const pairs = matrixOf(dossier, 'safeguard', 'safeguard').cells.filter(({ claims }) => claims > 0);
    expect(pairs.map(({ row, column }) => [row, column])).toEqual([
      ['voornemen', 'legal-aid'],
      ['legal-aid', 'voornemen'],
    ]);
  });

  it.each<[MatrixFilters, number]>([
    [{}, 3],
    [{ speaker: ['court'] }, 1],
    [{ speakerKind: ['court', 'executive'] }, 3],
    [{ stance: ['helps'] }, 1],
    [{ direction: ['favourable'] }, 2],
    [{ basis: ['norm'] }, 0],
    [{ gone: ['true'] }, 1],
    [{ gone: ['false'] }, 2],
    [{ gone: ['true', 'false'] }, 3],
    [{ stage: ['none'] }, 2],
    [{ impact: ['none'] }, 1],
    [{ from: '2025-06' }, 1],
    [{ to: '2025-05-12' }, 2],
    [{ from: '2026-03-01', to: '2026-03-02' }, 1],
    [{ q: 'DWANGSOMMEN zin' }, 1],
    [{ q: 'dwangsommen niet' }, 0],
    [{ document: ['a'], safeguard: ['voornemen'] }, 1],
  ])('counts what passes %j', (filters, claims) => {
    expect(matrixOf(dossier, 'safeguard', 'impact', filters).totals.all.claims).toBe(claims);
  });
});

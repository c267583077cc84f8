import { describe, expect, it } from 'vitest';
import { type Annotation, type Coding, directions, measures } from '../annotation/index.ts';
import { type Concept, defaultCodebook } from '../codebook/index.ts';
import type { PassageLink, Reading, SourceDocument, Speaker } from '../dossier/index.ts';
import {
  type Axis,
  axes,
  buildMatrix,
  type Cell,
  type DossierContent,
  explainCell,
  type MatrixFilters,
  type Stance,
  stanceOf,
} from './index.ts';

const speakers: Speaker[] = [
  { id: 'ind', name: 'IND', aliases: [], kind: 'executive' },
  { id: 'court', name: 'Rechtspraak', aliases: ['De rechter'], kind: 'court' },
  { id: 'inspectorate', name: 'Inspectie', aliases: [], kind: 'inspectorate' },
];

function document(id: string, changes: Partial<SourceDocument> = {}): SourceDocument {
  const fields = { sourceType: 'other', title: id, addresses: [], identifiers: [], aliases: [] } as const;
  return { ...fields, id, revision: 1, addresses: [], identifiers: [], aliases: [], ...changes };
}

let numberOfCodings = 0;

function coding(changes: Partial<Coding>): Coding {
  numberOfCodings++;
  return {
    id: `coding-${numberOfCodings}`,
    safeguard: 'voornemen',
    measure: 'abolished',
    impact: 'cost',
    direction: 'favourable',
    basis: 'expectation',
    speaker: 'ind',
    status: 'draft',
    ...changes,
  };
}

/** A passage at a place of a document, by a reviewer. */
function passage(
  id: string,
  codings: Partial<Coding>[],
  place: { document?: string; start?: number; reviewer?: string; exact?: string; source?: string } = {},
): Annotation {
  const {
    document: documentId = 'a',
    start = Number(id) * 100,
    reviewer = 'me',
    exact = `woorden ${id}`,
  } = place;
  return {
    id,
    document: documentId,
    source: place.source ?? `https://example.org/${documentId}`,
    ranges: [{ exact, start, end: start + exact.length }],
    codings: codings.map(coding),
    creator: { id: reviewer, name: reviewer },
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    revision: 1,
  };
}

function content(annotations: Annotation[], changes: Partial<DossierContent> = {}): DossierContent {
  return {
    codebook: defaultCodebook,
    speakers,
    documents: [document('a'), document('b'), document('c')],
    annotations,
    links: [],
    readings: [],
    ...changes,
  };
}

function matrixOf(
  dossier: DossierContent,
  rows: Axis = 'safeguard',
  columns: Axis = 'impact',
  filters: MatrixFilters = {},
) {
  return buildMatrix(dossier, { rows, columns, filters, language: 'nl' });
}

function cellOf(
  dossier: DossierContent,
  row = 'voornemen',
  column = 'cost',
  filters: MatrixFilters = {},
): Cell {
  const cell = matrixOf(dossier, 'safeguard', 'impact', filters).cells.find(
    (candidate) => candidate.row === row && candidate.column === column,
  );
  if (!cell) throw new RangeError(`no cell ${row} × ${column}`);
  return cell;
}

const helps = { measure: 'abolished', direction: 'unfavourable' } as const;
const hurts = { measure: 'abolished', direction: 'favourable' } as const;
const noEffect = { measure: 'abolished', direction: 'neutral' } as const;

describe('stanceOf', () => {
  const table: Record<string, [favourable: Stance, unfavourable: Stance, neutral: Stance]> = {
    abolished: ['hurts', 'helps', 'noEffect'],
    restricted: ['hurts', 'helps', 'noEffect'],
    'not-observed': ['hurts', 'helps', 'noEffect'],
    absent: ['hurts', 'helps', 'noEffect'],
    kept: ['helps', 'hurts', 'noEffect'],
    strengthened: ['helps', 'hurts', 'noEffect'],
    introduced: ['helps', 'hurts', 'noEffect'],
    moved: ['none', 'none', 'none'],
    'no measure': ['none', 'none', 'none'],
  };
  it.each([...measures, undefined])('follows the table for measure %s', (measure) => {
    const row = table[measure ?? 'no measure'];
    expect(directions.map((direction) => stanceOf({ measure, direction }))).toEqual([...(row ?? []), 'none']);
  });
});

describe('a cell', () => {
  it('counts ten passages of one letter as ten claims of one speaker in one document', () => {
    const ten = Array.from({ length: 10 }, (_, index) => passage(String(index), [hurts]));
    expect(cellOf(content(ten))).toMatchObject({
      claims: 10,
      documents: 1,
      speakers: 1,
      stances: { helps: 0, hurts: 10, noEffect: 0, none: 0 },
      directions: { favourable: 10, unfavourable: 0, neutral: 0, unclear: 0 },
      contested: false,
      state: 'evidence',
    });
  });

  it('is contested when different speakers say helps and hurts, and names who opposes whom', () => {
    const cell = cellOf(content([passage('1', [hurts]), passage('2', [{ ...helps, speaker: 'court' }])]));
    expect(cell).toMatchObject({ contested: true, mixed: false, denied: false });
    expect(cell.opposition).toEqual([
      { helps: 'Rechtspraak', hurts: 'IND', helpsId: 'court', hurtsId: 'ind', normMeetsExpectation: false },
    ]);
  });

  it('agrees when one says that keeping protects and another that abolishing harms', () => {
    const keeping = { measure: 'kept', direction: 'favourable', speaker: 'court' } as const;
    expect(cellOf(content([passage('1', [keeping]), passage('2', [helps])]))).toMatchObject({
      contested: false,
      stances: { helps: 2 },
      directions: { favourable: 1, unfavourable: 1 },
    });
  });

  it('marks where a norm meets an expectation', () => {
    const norm = passage('1', [{ ...helps, speaker: 'court', basis: 'norm' }]);
    const opposition = cellOf(content([norm, passage('2', [hurts])])).opposition;
    expect(opposition).toMatchObject([{ normMeetsExpectation: true }]);
    const finding = passage('3', [{ ...helps, speaker: 'court', basis: 'finding' }]);
    expect(cellOf(content([norm, finding, passage('2', [hurts])])).opposition).toMatchObject([
      { normMeetsExpectation: false },
    ]);
  });

  it('is mixed and not contested when one speaker says both', () => {
    expect(cellOf(content([passage('1', [hurts]), passage('2', [helps])]))).toMatchObject({
      contested: false,
      mixed: true,
    });
  });

  it('is denied when one says helps or hurts and another that there is no effect', () => {
    const denier = passage('2', [{ ...noEffect, speaker: 'inspectorate' }]);
    expect(cellOf(content([passage('1', [hurts]), denier]))).toMatchObject({
      denied: true,
      contested: false,
    });
    expect(cellOf(content([passage('1', [hurts]), passage('2', [noEffect])])).denied).toBe(false);
  });

  it('takes no stance from moved, from no measure and from unclear', () => {
    const passages = [
      passage('1', [{ measure: 'moved' }]),
      passage('2', [{ measure: undefined }]),
      passage('3', [{ direction: 'unclear' }]),
    ];
    expect(cellOf(content(passages)).stances).toEqual({ helps: 0, hurts: 0, noEffect: 0, none: 3 });
  });

  it('leaves out what a curator sent back, unless it is asked for', () => {
    const dossier = content([passage('1', [{ ...hurts, status: 'rejected' }]), passage('2', [hurts])]);
    expect(cellOf(dossier).claims).toBe(1);
    expect(cellOf(dossier, 'voornemen', 'cost', { status: ['rejected', 'draft'] }).claims).toBe(2);
  });

  it('has a column for passages that name no impact', () => {
    expect(cellOf(content([passage('1', [{ impact: undefined }])]), 'voornemen', 'none').claims).toBe(1);
  });
});

describe('a claim', () => {
  const sameWords = { start: 100, exact: 'dezelfde woorden' };

  it('is one when two reviewers code overlapping words alike', () => {
    const dossier = content([
      passage('1', [hurts], sameWords),
      passage('2', [hurts], { ...sameWords, start: 110, reviewer: 'colleague' }),
    ]);
    expect(cellOf(dossier)).toMatchObject({ claims: 1, disagreements: 0, stances: { hurts: 1 } });
  });

  it('is a disagreement of reviewers, and nobody’s stance, when they differ', () => {
    const dossier = content([
      passage('1', [hurts], sameWords),
      passage('2', [helps], { ...sameWords, reviewer: 'colleague' }),
    ]);
    expect(cellOf(dossier)).toMatchObject({
      claims: 1,
      disagreements: 1,
      mixed: false,
      contested: false,
      stances: { helps: 0, hurts: 0, noEffect: 0, none: 1 },
    });
  });

  it('is one in the HTML and the PDF of a document when the words agree', () => {
    const dossier = content([
      passage('1', [hurts], { exact: 'Het voornemen vervalt.', source: 'https://example.org/a' }),
      passage('2', [hurts], {
        exact: 'voorne-\nmen vervalt',
        source: 'https://example.org/a.pdf',
        reviewer: 'x',
      }),
    ]);
    expect(cellOf(dossier).claims).toBe(1);
  });

  it('is two when the words, the impact or the speaker differ', () => {
    expect(cellOf(content([passage('1', [hurts]), passage('2', [hurts])])).claims).toBe(2);
    const two = content([
      passage('1', [hurts, { ...hurts, speaker: 'court' }, { ...hurts, impact: 'duration' }]),
    ]);
    expect(cellOf(two).claims).toBe(2);
    expect(cellOf(two, 'voornemen', 'duration').claims).toBe(1);
  });

  it('counts once however many documents repeat it', () => {
    const links: PassageLink[] = [
      { id: 'l1', from: '2', to: '1', kind: 'repeats' },
      { id: 'l2', from: '3', to: '1', kind: 'repeats' },
      { id: 'l3', from: '4', to: '1', kind: 'supports' },
    ];
    const dossier = content(
      [
        passage('1', [hurts]),
        passage('2', [hurts], { document: 'b' }),
        passage('3', [hurts], { document: 'c' }),
        passage('4', [hurts]),
      ],
      { links },
    );
    expect(cellOf(dossier)).toMatchObject({ claims: 2, documents: 3, speakers: 1 });
  });
});

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
});

describe('axes and filters', () => {
  const dossier = content(
    [
      passage('1', [hurts, { ...hurts, safeguard: 'legal-aid', impact: undefined }]),
      passage('2', [{ ...helps, speaker: 'court', stage: 'proposed', provision: 'art. 39 Vw 2000' }], {
        document: 'b',
        exact: 'Een zin over dwangsommen.',
      }),
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
      const matrix = buildMatrix(dossier, query);
      for (const { row, column, claims } of matrix.cells) {
        expect(explainCell(dossier, query, { row, column }).claims).toHaveLength(claims);
      }
      for (const { id } of matrix.rows) {
        expect(explainCell(dossier, query, { row: id }).claims).toHaveLength(
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

import { describe, expect, it } from 'vitest';
import { directions, measures } from '../annotation/index.ts';
import type { PassageLink } from '../dossier/index.ts';
import { buildMatrix, countByArticle, explainCell, indexDossier, type Stance, stanceOf } from './index.ts';
import { cellOf, content, helps, hurts, noEffect, passage } from './testing.ts';

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
      stances: { helps: 0, hurts: 0, noEffect: 0, none: 0 },
      directions: { favourable: 0, unfavourable: 0, neutral: 0, unclear: 0 },
    });
  });

  it('stays a disagreement where a filter, a column or an article leaves one of the readings', () => {
    const dossier = content([
      passage('1', [{ ...hurts, provision: 'art. I' }], sameWords),
      passage('2', [noEffect], { ...sameWords, exact: 'dezelfde', reviewer: 'colleague' }),
    ]);
    const index = indexDossier(dossier);
    const query = { rows: 'safeguard', columns: 'impact', language: 'nl' } as const;
    const silent = { claims: 1, disagreements: 1, stances: { helps: 0, hurts: 0, noEffect: 0, none: 0 } };
    for (const filters of [
      { stance: ['noEffect' as const] },
      { direction: ['neutral' as const] },
      { q: 'woorden' },
    ]) {
      const { totals } = buildMatrix(index, { ...query, filters });
      expect(totals.all, JSON.stringify(filters)).toMatchObject(silent);
      const { claims } = explainCell(index, { ...query, filters }, {});
      expect(claims.flatMap(({ places }) => places.map((place) => place.reviewersDiffer))).toEqual([true]);
    }
    const { cells } = buildMatrix(index, { ...query, columns: 'provision', filters: {} });
    for (const cell of cells.filter(({ claims }) => claims > 0)) expect(cell).toMatchObject(silent);
    const [article] = countByArticle(index, {});
    expect(article?.versions[0]?.effects?.[0]?.impacts[0]).toMatchObject(silent);
    // What one reviewer reads is one reading.
    const { totals } = buildMatrix(index, { ...query, filters: { reviewer: ['colleague'] } });
    expect(totals.all).toMatchObject({ disagreements: 0, stances: { noEffect: 1 } });
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

  it('is a disagreement also where both take no stance and differ in direction', () => {
    const vague = (direction: 'favourable' | 'unfavourable') => ({ measure: undefined, direction });
    const dossier = content([
      passage('1', [vague('favourable')], sameWords),
      passage('2', [vague('unfavourable')], { ...sameWords, reviewer: 'colleague' }),
    ]);
    expect(cellOf(dossier)).toMatchObject({ claims: 1, disagreements: 1 });
  });

  it('is one when quotes of two copies overlap in part', () => {
    const dossier = content([
      passage('1', [hurts], {
        exact: 'Het voornemen vervalt voor alle aanvragen',
        source: 'https://example.org/a',
      }),
      passage('2', [hurts], {
        exact: 'vervalt voor alle aan-\nvragen die nog niet zijn behandeld',
        source: 'https://example.org/a.pdf',
      }),
    ]);
    expect(cellOf(dossier).claims).toBe(1);
  });

  it('is two when a word of one copy merely occurs in a sentence of another', () => {
    const dossier = content([
      passage('1', [hurts], { exact: 'voornemen', source: 'https://example.org/a' }),
      passage('2', [hurts], {
        exact: 'Elders gaat het ook over een voornemen.',
        source: 'https://example.org/a.pdf',
      }),
    ]);
    expect(cellOf(dossier).claims).toBe(2);
  });

  it('is one when the same sentence was sent twice from versions of a page, without its text', () => {
    const exact = 'Zonder voornemen komen er meer zaken bij de rechter.';
    const dossier = content([
      passage('1', [hurts], { exact, start: 10 }),
      passage('2', [hurts], { exact, start: 500, reviewer: 'colleague' }),
    ]);
    expect(cellOf(dossier).claims).toBe(1);
  });

  it.each([
    ['a number that another one begins with', 'Passage 1', 'Passage 10'],
    ['a number that another one ends with', '1 juni gaat de wet in', '11 juni gaat de wet in'],
    ['a number with a point', 'zoals geregeld in artikel 3', 'zoals geregeld in artikel 3.109'],
  ])('is two when the words differ by %s', (_what, one, other) => {
    const dossier = content([
      passage('1', [hurts], { exact: one }),
      passage('2', [hurts], { exact: other, source: 'https://example.org/a.pdf' }),
    ]);
    expect(cellOf(dossier).claims).toBe(2);
  });

  it('is one where two copies write a number otherwise', () => {
    const dossier = content([
      passage('1', [hurts], { exact: 'Kamerstuk 36 704', source: 'https://example.org/a' }),
      passage('2', [hurts], { exact: 'Kamerstuk 36704', source: 'https://example.org/a.pdf' }),
    ]);
    expect(cellOf(dossier).claims).toBe(1);
  });

  it('is two at two places of one page, although the one quote stands in the other', () => {
    const dossier = content([
      passage('1', [hurts], { exact: 'Zonder voornemen komen er meer zaken', start: 10 }),
      passage('2', [hurts], { exact: 'Zonder voornemen komen er meer zaken bij de rechter.', start: 500 }),
    ]);
    expect(cellOf(dossier).claims).toBe(2);
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

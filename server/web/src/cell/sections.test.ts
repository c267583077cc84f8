import { describe, expect, it } from 'vitest';
import { readingsOf, shownPassages, speak } from './sections.ts';

type Shown = Parameters<typeof shownPassages>[0];
type Claims = Shown['claims'];

describe('speak', () => {
  const place = { document: 'd', stance: 'helps', reviewersDiffer: false } as const;

  it('folds what repeats a claim behind the passage that leads', () => {
    const claim = {
      places: [
        { ...place, annotation: 'a', coding: 'a1', speaker: 's' },
        { ...place, annotation: 'b', coding: 'b1', speaker: 's' },
        { ...place, annotation: 'b', coding: 'b2', speaker: 's' },
      ],
    };
    expect(speak(claim, 'helps', 's')).toEqual({
      passages: [
        { annotation: 'a', codings: ['a1'] },
        { annotation: 'b', codings: ['b1', 'b2'] },
      ],
    });
    expect(speak(claim, 'hurts', 's')).toBeUndefined();
  });

  it('names the first to make a claim where another one makes it too', () => {
    const claim = {
      places: [
        { ...place, annotation: 'a', coding: 'a1', speaker: 'first' },
        { ...place, annotation: 'b', coding: 'b1', speaker: 'second' },
      ],
    };
    expect(speak(claim, 'helps', 'first')?.echoes).toBeUndefined();
    expect(speak(claim, 'helps', 'second')?.echoes).toBe('first');
  });

  it('keeps words that reviewers read differently from every speaker', () => {
    const differing = { ...place, speaker: 's', reviewersDiffer: true };
    const claim = {
      places: [
        { ...differing, annotation: 'a', coding: 'a1' },
        { ...differing, annotation: 'b', coding: 'b1', stance: 'noEffect' as const },
      ],
    };
    expect(speak(claim, 'helps', 's')).toBeUndefined();
    expect(readingsOf(claim)).toEqual([
      { passage: { annotation: 'a', codings: ['a1'] }, stance: 'helps' },
      { passage: { annotation: 'b', codings: ['b1'] }, stance: 'noEffect' },
    ]);
  });
});

describe('shownPassages', () => {
  const place = { document: 'd', stance: 'helps', reviewersDiffer: false } as const;
  const said = (annotation: string, speaker: string, stance: 'helps' | 'hurts' = 'helps') => ({
    ...{ ...place, annotation, coding: `${annotation} ${speaker}`, speaker, stance },
  });
  const quoting = (...ids: string[]) => ids.map((id) => ({ id, ranges: [{ exact: id }] }));
  const voice = (speaker: string | undefined, ...first: number[]) => ({
    ...(speaker === undefined ? {} : { speaker }),
    ...{ claims: first.length, first },
  });
  const show = (claims: Claims, annotations: object[], sections: Shown['sections']) =>
    shownPassages({ claims, annotations, sections } as Shown);

  it('are in the order of the page: by stance and by speaker, and what reviewers differ on last', () => {
    const differing = { ...said('e', 's'), reviewersDiffer: true };
    const claims = [
      { places: [differing] },
      { places: [said('a', 'few', 'hurts')] },
      { places: [said('b', 'few')] },
      { places: [said('c', 'many')] },
      { places: [said('d', 'many')] },
    ];
    const { shown } = show(claims, quoting('a', 'b', 'c', 'd', 'e'), [
      { part: 'helps', claims: 3, voices: [voice('many', 3, 4), voice('few', 2)] },
      { part: 'hurts', claims: 1, voices: [voice('few', 1)] },
      { part: 'differ', claims: 1, voices: [voice(undefined, 0)] },
    ]);
    expect(shown).toEqual(['c', 'd', 'b', 'a', 'e']);
  });

  it('are each there once, of folded repeats the one that leads, with how many are folded only', () => {
    const claims = [
      { places: [said('a', 's'), said('b', 's'), said('c', 's')] },
      { places: [said('b', 's')] },
      { places: [said('a', 's', 'hurts')] },
    ];
    const sections: Shown['sections'] = [
      { part: 'helps', claims: 2, voices: [voice('s', 0, 1)] },
      { part: 'hurts', claims: 1, voices: [voice('s', 2)] },
    ];
    expect(show(claims, quoting('a', 'b', 'c'), sections)).toEqual({ shown: ['a', 'b'], folded: 1 });
  });

  it('are not those that quote nothing', () => {
    const claims = [{ places: [said('a', 's')] }, { places: [said('b', 's')] }];
    const sections: Shown['sections'] = [{ part: 'helps', claims: 2, voices: [voice('s', 0, 1)] }];
    expect(show(claims, [...quoting('a'), { id: 'b', ranges: [] }], sections)).toEqual({
      shown: ['a'],
      folded: 0,
    });
  });
});

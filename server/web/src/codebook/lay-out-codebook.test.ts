import type { KeptCodebook, KeptConcept } from '@waarborg/shared/codebook';
import { describe, expect, it } from 'vitest';
import {
  beginOf,
  type CodebookFilter,
  countCodings,
  everyConcept,
  layOutCodebook,
  movesOf,
} from './lay-out-codebook.ts';

const both = (text: string) => ({ nl: text, en: `${text} (en)` });

function concept(id: string, group: string, changes: Partial<KeptConcept> = {}): KeptConcept {
  const texts = { label: both(id), shortLabel: both(id), definition: both('') };
  const kind = group === 'mensen' ? 'impact' : 'safeguard';
  return { id, kind, group, ...texts, terms: [], revision: 1, ...changes };
}

const codebook: KeptCodebook = {
  groups: [
    { id: 'mensen', kind: 'impact', label: both('Mensen'), revision: 1 },
    { id: 'gehoor', kind: 'safeguard', label: both('Gehoor'), revision: 1 },
    { id: 'besluit', kind: 'safeguard', label: both('Besluit'), revision: 1 },
    { id: 'leeg', kind: 'safeguard', label: both('Leeg'), revision: 1 },
  ],
  concepts: [
    concept('tolk', 'gehoor', { terms: ['vertaler*'] }),
    concept('vertaling', 'gehoor', { mergedInto: 'tolk' }),
    concept('duur', 'mensen'),
    concept('brief', 'besluit', { mergedInto: 'vertaling' }),
    concept('motivering', 'besluit', { legalBasis: 'art. 3:46 Awb' }),
    concept('bezwaar', 'besluit', { retired: true }),
  ],
};
const own = { tolk: 3, vertaling: 2, brief: 1, duur: 4 };

const laidOut = (filter: Partial<CodebookFilter>) =>
  layOutCodebook(codebook, own, { ...everyConcept, ...filter }).map(({ kind, groups }) => [
    kind,
    ...groups.map(({ group, concepts }) => [group.id, ...concepts.map((one) => one.concept.id)]),
  ]);

describe('a codebook that is laid out', () => {
  it('has safeguards and impacts by group, in its order, without what was merged away', () => {
    expect(laidOut({})).toEqual([
      ['safeguard', ['gehoor', 'tolk'], ['besluit', 'motivering', 'bezwaar'], ['leeg']],
      ['impact', ['mensen', 'duur']],
    ]);
  });

  it('counts the codings of all that was merged into a concept, by whatever way', () => {
    const [safeguards] = layOutCodebook(codebook, own, everyConcept);
    const [interview, decision] = safeguards?.groups ?? [];
    expect(interview?.concepts[0]).toMatchObject({
      codings: 6,
      merged: [{ id: 'vertaling' }, { id: 'brief' }],
    });
    expect(countCodings(codebook, own, 'vertaling')).toBe(3);
    expect(decision).toMatchObject({ members: 3, order: ['motivering', 'bezwaar'] });
  });

  it('keeps what is held, of whatever it is filtered on', () => {
    const filter: CodebookFilter = { words: 'tolk', kind: 'impact', state: 'all' };
    const held = layOutCodebook(codebook, own, filter, new Set(['bezwaar', 'leeg']));
    expect(held.map(({ kind, groups }) => [kind, groups.map(({ group }) => group.id)])).toEqual([
      ['safeguard', ['besluit', 'leeg']],
      ['impact', []],
    ]);
    const [decision] = held[0]?.groups ?? [];
    expect(decision?.concepts.map((one) => one.concept.id)).toEqual(['bezwaar']);
  });

  it.each<[Partial<CodebookFilter>, string[]]>([
    [{ words: 'VERTALER' }, ['tolk']],
    [{ words: 'brief' }, ['tolk']],
    [{ words: '3:46' }, ['motivering']],
    [{ words: '(en)', kind: 'impact' }, ['duur']],
    [{ state: 'retired' }, ['bezwaar']],
    [{ state: 'merged' }, ['tolk']],
    [{ state: 'uncoded' }, ['motivering', 'bezwaar']],
    [{ state: 'used', kind: 'safeguard' }, ['tolk', 'motivering']],
    [{ words: 'nergens' }, []],
  ])('of %o has %o', (filter, expected) => {
    const found = layOutCodebook(codebook, own, { ...everyConcept, ...filter });
    const ids = found.flatMap(({ groups }) =>
      groups.flatMap(({ concepts }) => concepts.map((one) => one.concept.id)),
    );
    expect(ids).toEqual(expected);
    expect(found.every(({ groups }) => groups.every(({ concepts }) => concepts.length > 0))).toBe(true);
  });
});

describe('the moves of a concept', () => {
  const order = ['a', 'b', 'c'];

  it.each([
    ['a', { down: { before: 'c' } }],
    ['b', { up: { before: 'a' }, down: { before: undefined } }],
    ['c', { up: { before: 'b' } }],
    ['elders', {}],
  ])('of %s are %o', (id, moves) => {
    expect(movesOf(order, id)).toEqual(moves);
  });
});

describe('the beginning of a codebook', () => {
  const begun = (most: number) =>
    beginOf(layOutCodebook(codebook, own, everyConcept), most).map(({ kind, groups }) => [
      kind,
      ...groups.map(({ group, concepts }) => [group.id, ...concepts.map((one) => one.concept.id)]),
    ]);

  it('has so many concepts, and no group or kind after the last of them', () => {
    expect(begun(2)).toEqual([['safeguard', ['gehoor', 'tolk'], ['besluit', 'motivering']]]);
  });

  it('is all of it where it has no more concepts', () => {
    expect(begun(5)).toEqual(laidOut({}));
    expect(begun(Number.POSITIVE_INFINITY)).toEqual(laidOut({}));
  });
});

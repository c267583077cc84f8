import { describe, expect, it } from 'vitest';
import { planSplit, type SplitChoices, stays } from './plan-split.ts';

const concept = { id: 'beroep', kind: 'safeguard', group: 'rechter' } as const;
const part = (key: string, nl: string, en = '', shortNl = '') => ({ key, nl, en, shortNl });
const plan = (choices: Partial<SplitChoices>) =>
  planSplit(concept, { parts: [], codings: new Map(), others: stays, ...choices }, [
    'beroep',
    'hoger-beroep',
  ]);

describe('the plan of a split', () => {
  it('names new concepts by what they are called, and sends codings to them or to others', () => {
    const parts = [part('een', 'Hoger beroep', 'Appeal'), part('twee', 'Verzet')];
    const codings = new Map([
      ['c1', 'een'],
      ['c2', 'bezwaar'],
      ['c3', stays],
    ]);
    expect(plan({ parts, codings, others: 'twee' }).split).toMatchObject({
      concepts: [
        {
          id: 'hoger-beroep-2',
          kind: 'safeguard',
          group: 'rechter',
          label: { nl: 'Hoger beroep', en: 'Appeal' },
        },
        { id: 'verzet', shortLabel: { nl: 'Verzet', en: 'Verzet' } },
      ],
      codings: [
        { id: 'c1', concept: 'hoger-beroep-2' },
        { id: 'c2', concept: 'bezwaar' },
        { id: 'c3', concept: 'beroep' },
      ],
      others: 'verzet',
    });
  });

  it('leaves all other codings where they are unless something else is chosen', () => {
    expect(plan({ parts: [part('een', 'Verzet')] }).split).not.toHaveProperty('others');
  });

  it.each([
    ['a part without a name', { parts: [part('een', ' ')] }, { part: 'een' }],
    [
      'a name that needs a short one',
      { parts: [part('een', 'Een zeer lange naam van iets')] },
      { part: 'een' },
    ],
    ['no choice at all', {}, 'nothing'],
    ['codings that all stay', { codings: new Map([['c1', stays]]) }, 'nothing'],
  ])('says what is missing of %s', (_, choices, wrong) => {
    expect(plan(choices)).toEqual({ wrong });
  });
});

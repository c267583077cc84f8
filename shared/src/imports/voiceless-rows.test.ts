import { expect, it } from 'vitest';
import { guessColumns, planRows } from './index.ts';
import { context, id, paper, vocabulary } from './testing.ts';

const rows = [
  ['Citaat', 'Waarborg', 'Titel', 'Afzender', 'Spreker'],
  ['een', 'Voornemen', 'Brief', '', ''],
  ['twee', 'Voornemen', 'Advies', 'ACVZ', ''],
  ['drie', 'Voornemen', 'Brief', '', 'COA'],
  ['vier', '', 'Brief', '', ''],
];
const planned = (otherwiseSpeaker?: string) =>
  planRows(rows, guessColumns(rows, vocabulary), {
    ...{ documents: [], speakers: [], vocabulary, otherwiseSpeaker },
    createId: (name) => `018f0000-0000-7000-8000-${String(name.length).padStart(12, '0')}`,
  });

it('says how many rows have nobody who speaks, and leaves them out', () => {
  expect(planned()).toMatchObject({ voiceless: 1, rows: 3, refused: [{ row: 2, problem: 'no-speaker' }] });
});

it('gives them the speaker that is named, and no other row', () => {
  const plan = planned('VWN');
  expect(plan).toMatchObject({ voiceless: 1, rows: 4, refused: [] });
  const speakers = plan.annotations.flatMap(({ ranges: [range], codings }) =>
    codings.map(({ speaker }) => [range?.exact, speaker]),
  );
  expect(speakers).toEqual([
    ['een', 'VWN'],
    ['twee', undefined],
    ['drie', 'COA'],
  ]);
  expect(plan.newSpeakers).toEqual(['ACVZ', 'VWN', 'COA']);
});

it('lets the issuer that a row names speak where its document has none, and says where it has another', () => {
  const named = [
    ['Citaat', 'Waarborg', 'Titel', 'Afzender', 'Spreker'],
    ['een', 'Voornemen', 'Nota', 'COA', ''],
    ['twee', 'Voornemen', 'Nota', 'immigratiedienst', ''],
    ['drie', 'Voornemen', 'Verslag', 'ACVZ', ''],
    ['vier', 'Voornemen', 'Verslag', 'ACVZ', 'COA'],
    ['vijf', 'Voornemen', 'Verslag', '', ''],
    ['zes', 'Voornemen', 'Brief', '', 'COA'],
    ['zeven', 'Voornemen', 'Brief', 'VWN', ''],
  ];
  const { issuer: _, ...report } = { ...paper, id: id(3), title: 'Verslag', addresses: [], identifiers: [] };
  const plan = planRows(named, guessColumns(named, vocabulary), {
    ...{ ...context, documents: [paper, report] },
  });
  expect(plan.annotations.map(({ codings: [coding] }) => coding?.speaker)).toEqual([
    ...[undefined, undefined, 'ACVZ', 'COA', 'COA', 'VWN'],
  ]);
  expect(plan).toMatchObject({
    ...{ voiceless: 1, newSpeakers: ['ACVZ', 'COA', 'VWN'] },
    refused: [{ row: 6, problem: 'no-speaker' }],
  });
  expect(plan.gaps.document).toBe(4);
});

import { expect, it } from 'vitest';
import { guessColumns, planRows } from './index.ts';
import { vocabulary } from './testing.ts';

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

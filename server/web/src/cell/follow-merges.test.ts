import { defaultCodebook } from '@waarborg/shared/codebook';
import { noValue } from '@waarborg/shared/matrix';
import { createVocabulary } from '@waarborg/shared/ui';
import { describe, expect, it } from 'vitest';
import { council, lawyers, minister } from '../matrix-view/small-dossier.ts';
import { parseView, type Selection } from '../matrix-view/view.ts';
import { followMerges } from './follow-merges.ts';

const codebook = {
  ...defaultCodebook,
  concepts: defaultCodebook.concepts.map((concept) =>
    concept.id === 'voornemen' ? { ...concept, mergedInto: 'reasoned-decision' } : concept,
  ),
};
const speakers = [minister, { ...council, mergedInto: minister.id }, lawyers];
const names = { vocabulary: createVocabulary(codebook, speakers, 'nl'), documentsById: new Map() };
const follow = (selection: Selection, search = '') => followMerges(selection, parseView(search), names);

describe('what is opened by the id of something merged', () => {
  it('is what stands for it now, on the axis that has it', () => {
    expect(follow({ row: 'voornemen', column: 'cost' })).toEqual({
      row: 'reasoned-decision',
      column: 'cost',
    });
    expect(follow({ column: council.id }, '?columns=speaker')).toEqual({ column: minister.id });
  });

  it('is itself where nothing was merged, where it stands for no value, and where nobody knows it', () => {
    for (const selection of [{}, { row: 'decision-period' }, { row: noValue }, { column: council.id }])
      expect(follow(selection)).toEqual(selection);
  });
});

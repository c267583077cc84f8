import type { Speaker } from '@waarborg/shared/dossier';
import { expect, it } from 'vitest';
import { findSpeaker } from './propose-details.ts';

it('a speaker is found by any name as whoever speaks for it now, however often it was merged', () => {
  const ind: Speaker = { id: 'ind', name: 'IND', aliases: ['Immigratiedienst'], kind: 'executive' };
  const between: Speaker = { ...ind, id: 'between', name: 'Dienst', aliases: [], mergedInto: 'ind' };
  const old: Speaker = { ...between, id: 'old', name: 'I.N.D.', mergedInto: 'between' };
  for (const text of ['ind', 'immigratieDIENST', 'Dienst', 'i.n.d. ', 'old']) {
    expect(findSpeaker([old, between, ind], text), text).toBe(ind);
  }
  expect(findSpeaker([old, between, ind], 'COA')).toBeUndefined();
});

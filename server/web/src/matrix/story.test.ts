import { buildMatrix, indexDossier } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import { smallDossier } from '../matrix-view/small-dossier.ts';
import { type StoryLine, tellStory } from './story.ts';

const query = { rows: 'safeguard', columns: 'impact', filters: {}, language: 'nl' } as const;
const matrix = {
  revision: 1,
  ...structuredClone(buildMatrix(indexDossier(smallDossier), query)),
} as Parameters<typeof tellStory>[0]['matrix'];
const lines = tellStory({ matrix, language: 'nl' });
const lineOf = (id: StoryLine['id']) => lines.find((line) => line.id === id);

describe('tellStory', () => {
  it('begins with how much there is, which leads to all of it', () => {
    expect(lineOf('overall')?.items).toEqual([
      {
        label: '5 beweringen van 3 sprekers in 2 documenten',
        detail: '1 van 2 op ten minste één waarborg gelezen',
        leadsTo: {},
      },
    ]);
  });

  it('names the safeguards that go, the abolished before the restricted', () => {
    expect(lineOf('goes')?.items).toEqual([
      { label: 'Voornemen', detail: 'afgeschaft', leadsTo: { row: 'voornemen' } },
      { label: 'Rusttermijn', detail: 'beperkt', leadsTo: { row: 'rest-period' } },
    ]);
  });

  it('says who opposes whom, by speakers and not by passages', () => {
    expect(lineOf('contested')?.items).toEqual([
      {
        label: 'Voornemen → Werk rechtspraak',
        detail: '2 tegen 1: Asieladvocatuur, Raad voor de rechtspraak tegen Minister',
        leadsTo: { row: 'voornemen', column: 'court-workload' },
      },
    ]);
  });

  it('keeps what nobody read apart from what was read in vain', () => {
    expect(lineOf('nothingFound')?.items.map(({ leadsTo }) => leadsTo.row)).toEqual(['minors']);
    const notRead = lineOf('notRead');
    expect(notRead?.items.some(({ leadsTo }) => leadsTo.row === 'minors')).toBe(false);
    expect(notRead?.items).toHaveLength(24);
    expect(notRead?.shown).toBe(6);
  });

  it('leaves out what there is not', () => {
    expect(lineOf('disputed')).toBeUndefined();
    expect(lineOf('notObserved')).toBeUndefined();
  });
});

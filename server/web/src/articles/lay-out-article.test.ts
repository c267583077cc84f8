import type { ArticlesResponse } from '@waarborg/shared/api';
import { countByArticle, indexDossier } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import { smallDossier } from '../matrix-view/small-dossier.ts';
import { layOutArticle } from './lay-out-article.ts';

describe('layOutArticle', () => {
  it('puts stages and changes of an article beside each other, a row for each safeguard', () => {
    const said = [
      { provision: 'art. I', stage: 'proposed' },
      { provision: 'art. I', stage: 'adopted' },
      { provision: 'art. I (amendement 39990, nr. 14)' },
      { provision: 'art. I', stage: 'proposed' },
    ] as const;
    const annotations = smallDossier.annotations.map((annotation, place) => ({
      ...annotation,
      codings: annotation.codings.map((coding) => ({ ...coding, ...(said[place] ?? {}) })),
    }));
    const [article] = countByArticle(indexDossier({ ...smallDossier, annotations }), {});
    const table = layOutArticle(article as ArticlesResponse['articles'][number]);
    expect(table.columns).toEqual([
      { provision: 'art. I', stage: 'proposed' },
      { provision: 'art. I', stage: 'adopted' },
      {
        provision: 'art. I (amendement 39990, nr. 14)',
        stage: 'none',
        change: 'amendement 39990, nr. 14',
      },
    ]);
    expect(table.rows.map(({ safeguard }) => safeguard)).toEqual(['voornemen']);
    const claims = table.rows[0]?.effects.map((effects) =>
      effects.flatMap(({ impacts }) => impacts.map((one) => [one.impact, one.claims])),
    );
    expect(claims).toEqual([
      [
        ['duration', 1],
        ['court-workload', 1],
      ],
      [['court-workload', 1]],
      [['court-workload', 1]],
    ]);
  });
});

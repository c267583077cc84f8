import {
  cellResponseSchema,
  documentListSchema,
  dossierListSchema,
  matrixResponseSchema,
} from '@waarborg/shared/api';
import { defaultCodebook } from '@waarborg/shared/codebook';
import type { OfflineDossier } from '@waarborg/shared/exchange';
import { buildMatrix, foundElsewhere, indexDossier } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import { memorandum, smallDossier } from '../matrix-view/small-dossier.ts';
import { createOfflineAnswers } from './answer-offline.ts';

const kept = <T extends object>(thing: T) => ({ ...thing, revision: 1 });
const content: OfflineDossier = {
  dossier: {
    ...{ id: '018f0000-0000-7000-8000-000000000099', slug: 'klein', title: 'Klein' },
    ...{ revision: 7, role: 'reader' },
  },
  codebook: {
    groups: defaultCodebook.groups.map(kept),
    concepts: defaultCodebook.concepts.map(kept),
  },
  speakers: smallDossier.speakers.map(kept),
  documents: [...smallDossier.documents],
  links: [...smallDossier.links],
  readings: [...smallDossier.readings],
  annotations: [...smallDossier.annotations],
  made: '2026-05-12T09:00:00Z',
  search: '',
};
const answer = createOfflineAnswers(content);

describe('a file for offline reading', () => {
  it('answers with the matrix that the server would count, under its filters', () => {
    const filters = { speaker: [smallDossier.speakers[1]?.id ?? ''] };
    const query = { rows: 'safeguard', columns: 'impact', filters, language: 'nl' } as const;
    const path = `/dossiers/klein/matrix?rows=safeguard&columns=impact&speaker=${filters.speaker[0]}`;
    const given = matrixResponseSchema.parse(answer(path, 'nl'));
    const counted = buildMatrix(indexDossier(smallDossier), query);
    expect(given).toEqual(matrixResponseSchema.parse({ revision: 7, ...structuredClone(counted) }));
    expect(given.totals.all.claims).toBeGreaterThan(0);
  });

  it('answers with the passages behind a number, and with everything that names them', () => {
    const path =
      '/dossiers/klein/matrix/cell?rows=safeguard&columns=impact&row=voornemen&column=court-workload';
    const cell = cellResponseSchema.parse(answer(path, 'nl'));
    expect(cell.total).toBe(cell.claims.length);
    expect(cell.annotations.map(({ ranges }) => ranges[0]?.exact)).toContain(
      'De rechter krijgt minder zaken.',
    );
    expect(
      documentListSchema.parse(answer('/dossiers/klein/documents?limit=500', 'nl')).documents,
    ).toHaveLength(2);
    expect(dossierListSchema.parse(answer('/dossiers', 'nl')).dossiers[0]?.slug).toBe('klein');
  });

  it('answers with the first claims of each part, and with the others part by part', () => {
    const path = '/dossiers/klein/matrix/cell?row=voornemen&column=court-workload';
    const first = cellResponseSchema.parse(answer(`${path}&first=1&each=1`, 'nl'));
    const [helps] = first.sections ?? [];
    expect([helps?.part, helps?.claims, helps?.voices.map(({ first: { length } }) => length)]).toEqual([
      'helps',
      2,
      [1, 0],
    ]);
    const by = helps?.voices[1]?.speaker;
    const other = cellResponseSchema.parse(answer(`${path}&part=helps&by=${by}&cursor=0&limit=100`, 'nl'));
    expect(other.claims.map(({ places: [place] }) => place?.speaker)).toEqual([by]);
  });

  it('does not say of a part of a dossier that nothing was found where only that part has nothing', () => {
    const isHeld = (one: { impact?: string | undefined }) => one.impact !== 'court-workload';
    const part = {
      ...content,
      annotations: content.annotations
        .map((one) => ({ ...one, codings: one.codings.filter(isHeld) }))
        .filter(({ codings }) => codings.length > 0),
      elsewhere: foundElsewhere(indexDossier(smallDossier), { impact: ['duration'] }),
    };
    const stateOf = (
      held: OfflineDossier,
      row: string,
      column: string,
      axes = 'rows=safeguard&columns=impact',
    ) =>
      matrixResponseSchema
        .parse(createOfflineAnswers(held)(`/dossiers/klein/matrix?${axes}`, 'nl'))
        .cells.find((cell) => cell.row === row && cell.column === column)?.state;
    expect(part.elsewhere).toContainEqual({ safeguard: 'voornemen', impact: 'court-workload' });
    // What a filter on documents leaves is read by itself: nothing found in these is said as in the matrix.
    expect(foundElsewhere(indexDossier(smallDossier), { document: [memorandum] })).toEqual([]);
    for (const impact of ['duration', 'court-workload', 'cost']) {
      expect(stateOf(part, 'voornemen', impact)).toBe(stateOf(content, 'voornemen', impact));
    }
    expect(stateOf({ ...part, elsewhere: [] }, 'voornemen', 'court-workload')).toBe('nothing-found');
    const swapped = 'rows=impact&columns=safeguard';
    expect(stateOf(part, 'court-workload', 'voornemen', swapped)).toBe('evidence');
    const bySpeaker = 'rows=safeguard&columns=speaker';
    expect(stateOf(part, 'voornemen', smallDossier.speakers[1]?.id ?? '', bySpeaker)).not.toBe(
      'nothing-found',
    );
  });

  it('has nothing where it has no server', () => {
    expect(answer('/me', 'nl')).toBeUndefined();
    expect(answer('/dossiers/klein/history', 'nl')).toBeUndefined();
  });
});

import type { Annotation } from '@waarborg/shared/annotation';
import { type Concept, defaultCodebook } from '@waarborg/shared/codebook';
import { createVocabulary, idsOfConcept } from '@waarborg/shared/dossier';
import { describe, expect, it } from 'vitest';
import { codedBeside, earlierReasons, queueOf, wantedReviewers } from './queue.ts';

type Parts = { id: string; by?: string; start?: number; exact?: string; codings?: object[] };

function passage({ id, by = 'anna', start, exact = 'woorden', codings = [] }: Parts): Annotation {
  const place = start === undefined ? {} : { start, end: start + exact.length };
  const given = {
    id,
    document: 'd',
    ranges: [{ exact, ...place }],
    ...(start === undefined ? {} : { rendition: 'text' }),
    codings,
    creator: { id: by, name: by },
  };
  return given as unknown as Annotation;
}
const draft = (safeguard: string) => ({ safeguard, status: 'draft' });

describe('queueOf', () => {
  it('holds each waiting coding once, of the wanted safeguard', () => {
    const accepted = { safeguard: 'minors', status: 'accepted' };
    const passages = [passage({ id: 'a', codings: [draft('minors'), accepted, draft('voornemen')] })];
    expect(queueOf(passages, { status: 'draft' }).map(({ coding }) => coding.safeguard)).toEqual([
      'minors',
      'voornemen',
    ]);
    expect(queueOf(passages, { status: 'draft', safeguards: ['minors'] })).toHaveLength(1);
  });

  it('holds what was coded before its safeguard was merged, by whichever id the safeguard is asked for', () => {
    const merges: Record<string, string> = { minors: 'interpreter', interpreter: 'voornemen' };
    const concepts = defaultCodebook.concepts.map((concept): Concept => {
      const mergedInto = merges[concept.id];
      return mergedInto ? { ...concept, mergedInto } : concept;
    });
    const vocabulary = createVocabulary({ ...defaultCodebook, concepts }, [], 'nl');
    const passages = [passage({ id: 'a', codings: ['minors', 'voornemen', 'zienswijze'].map(draft) })];
    for (const id of ['voornemen', 'minors']) {
      const safeguards = idsOfConcept(vocabulary, id);
      const held = queueOf(passages, { status: 'draft', safeguards }).map(({ coding }) => coding.safeguard);
      expect(held).toEqual(['minors', 'voornemen']);
    }
    expect(idsOfConcept(vocabulary, 'unknown')).toEqual(['unknown']);
  });
});

describe('earlierReasons', () => {
  it('gives each reason once, the most frequent first', () => {
    const because = (reason: string) => ({ status: 'rejected', reason });
    const passages = [
      passage({ id: 'a', codings: [because('te kort'), because('geen effect')] }),
      passage({ id: 'b', codings: [because('geen effect '), draft('minors')] }),
    ];
    expect(earlierReasons(passages)).toEqual(['geen effect', 'te kort']);
  });
});

describe('codedBeside', () => {
  const own = passage({ id: 'own', start: 10, exact: 'de termijn', codings: [draft('minors')] });
  it('finds what another reviewer coded at the same words of the same text', () => {
    const near = passage({
      id: 'near',
      by: 'bram',
      start: 15,
      exact: 'rmijn is',
      codings: [draft('minors')],
    });
    const far = passage({
      id: 'far',
      by: 'bram',
      start: 40,
      exact: 'de termijn',
      codings: [draft('minors')],
    });
    expect(codedBeside(own, [own, near, far])).toEqual([near]);
  });
  it('goes by the words where the texts differ', () => {
    const copy = passage({ id: 'copy', by: 'bram', exact: 'dus de termijn', codings: [draft('minors')] });
    expect(codedBeside(own, [copy])).toEqual([copy]);
  });
  it('leaves out what the same reviewer coded, and passages without codings', () => {
    const same = passage({ id: 'same', start: 10, codings: [draft('minors')] });
    const bare = passage({ id: 'bare', by: 'bram', start: 10 });
    expect(codedBeside(own, [same, bare])).toEqual([]);
  });
});

describe('wantedReviewers', () => {
  const everybody = [{ id: 'anna' }, { id: 'bram' }];

  it('are all others, and nobody where there are none', () => {
    expect(wantedReviewers('others', everybody, 'anna')).toEqual(['bram']);
    expect(wantedReviewers('others', [{ id: 'anna' }], 'anna')).toEqual(['nobody']);
  });

  it('are everybody unless somebody is named', () => {
    expect(wantedReviewers('', everybody, 'anna')).toEqual([]);
    expect(wantedReviewers('me', everybody, 'anna')).toEqual(['me']);
    expect(wantedReviewers('bram', everybody, 'anna')).toEqual(['bram']);
  });
});

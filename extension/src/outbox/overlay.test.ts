import type { Annotation } from '@waarborg/shared/annotation';
import { documentDraftSchema } from '@waarborg/shared/dossier';
import { describe, expect, it } from 'vitest';
import {
  findNews,
  learn,
  overlayAnnotations,
  overlayDismissals,
  overlayDocuments,
  overlayLinks,
  overlayReadings,
  withLatestNames,
} from './overlay.ts';
import {
  create,
  dismiss,
  documentDraft,
  operation,
  putDocument,
  remove,
  restore,
  sampleLink,
  update,
  uuid,
} from './sample-operations.ts';

const user = { id: 'u', name: 'Ada' };
const refusal = { code: 'invalid-request', detail: 'No.' };
const coding = {
  id: uuid(50),
  safeguard: 'voornemen',
  direction: 'unclear',
  basis: 'norm',
  speaker: uuid(60),
  status: 'accepted',
} as const;
const sent: Annotation = {
  id: uuid(11),
  document: uuid(1),
  source: 'https://example.nl/1',
  ranges: [{ exact: 'passage 11' }],
  codings: [coding],
  creator: { id: 'v', name: 'Bo' },
  created: '2026-05-01T00:00:00Z',
  modified: '2026-05-01T00:00:00Z',
  revision: 3,
};

describe('overlayAnnotations', () => {
  it('shows what the server has and what waits', () => {
    const view = overlayAnnotations([sent], [operation(1, create(12, 1))], user);
    expect(view).toMatchObject([
      { id: uuid(11), sync: 'sent', revision: 3 },
      { id: uuid(12), sync: 'waiting', creator: user },
    ]);
  });

  it('shows an update at once and keeps the status of the codings', () => {
    const change = update(11, 1, 3);
    if (change.kind === 'update-annotation') change.update.codings = [{ ...coding, basis: 'figure' }];
    const [view] = overlayAnnotations([sent], [operation(1, change)], user);
    expect(view).toMatchObject({
      sync: 'waiting',
      note: 'changed',
      codings: [{ basis: 'figure', status: 'accepted' }],
      creator: { id: 'v' },
    });
  });

  it('tells a change that somebody else was first with from one that the server takes from nobody', () => {
    const isConflict = (code: string) => {
      const deletion = operation(1, remove(11, 1, 3), { refusal: { ...refusal, code } });
      return overlayAnnotations([sent], [deletion], user).map((shown) => shown.isConflict);
    };
    expect(isConflict('precondition-failed')).toEqual([true]);
    expect(isConflict('invalid-request')).toEqual([false]);
  });

  it('keeps what I altered of a passage that somebody else has deleted', () => {
    const deleted = { ...refusal, code: 'annotation-not-found' };
    const waiting = operation(1, update(11, 1, 3));
    expect(overlayAnnotations([], [waiting], user)).toMatchObject([{ note: 'changed', sync: 'waiting' }]);
    expect(overlayAnnotations([], [{ ...waiting, refusal: deleted }], user)).toMatchObject([
      { note: 'changed', sync: 'refused', isConflict: true },
    ]);
    expect(overlayAnnotations([], [waiting, operation(2, remove(11, 1, 3))], user)).toEqual([]);
  });

  it('hides what was deleted, until the server refuses it', () => {
    expect(overlayAnnotations([sent], [operation(1, remove(11, 1, 3))], user)).toEqual([]);
    expect(overlayAnnotations([sent], [operation(1, remove(11, 1, 3), { refusal })], user)).toMatchObject([
      { sync: 'refused', problem: 'No.' },
    ]);
  });
});

describe('overlayReadings', () => {
  it("replaces all that this reviewer read, and nobody else's", () => {
    const at = '2026-05-01T00:00:00Z';
    const readings = [
      { document: uuid(1), reviewer: 'u', at },
      { document: uuid(1), reviewer: 'v', at },
      { document: uuid(2), reviewer: 'u', at },
    ];
    const reading = { document: uuid(1), safeguards: ['beroep'] };
    expect(
      overlayReadings(readings, [operation(1, { kind: 'set-reading', reading })], [uuid(1)], user),
    ).toMatchObject([{ reviewer: 'v' }, { reviewer: 'u', safeguard: 'beroep' }]);
  });
});

describe('overlayDismissals', () => {
  const { id, dismissal } = dismiss(5, 1);
  const kept = { ...dismissal, id, reviewer: 'v', at: '2026-05-01T00:00:00Z', revision: 3 };

  it('shows at once what is dismissed here and what is brought back', () => {
    expect(overlayDismissals([kept], [operation(1, dismiss(6, 1))]).map((one) => one.id)).toEqual([
      uuid(5),
      uuid(6),
    ]);
    expect(overlayDismissals([kept], [operation(1, restore(5, 1))])).toEqual([]);
  });

  it('leaves dismissed what the server does not bring back', () => {
    const refused = operation(1, restore(5, 1), { refusal });
    expect(overlayDismissals([kept], [refused])).toMatchObject([{ id, quote: dismissal.quote }]);
  });
});

describe('overlayDocuments', () => {
  it('adds what is proposed to the document that has that id as an alias', () => {
    const known = { ...documentDraft(1), aliases: [uuid(2)], revision: 1 };
    const [view, ...others] = overlayDocuments([known], [operation(1, putDocument(2))]);
    expect(others).toEqual([]);
    expect(view?.addresses.map(({ address }) => address)).toEqual([
      'https://example.nl/1',
      'https://example.nl/2',
    ]);
    expect(view?.ids).toEqual([uuid(1), uuid(2)]);
  });

  it('shows a correction at once; null takes a value away', () => {
    const known = { ...documentDraft(1), date: '2026', aliases: [], revision: 1 };
    const change = { kind: 'correct-document', id: uuid(1), update: { title: 'B', date: null } } as const;
    const [view] = overlayDocuments([known], [operation(1, change)]);
    expect(view).toMatchObject({ title: 'B', date: undefined });
  });
});

describe('findNews', () => {
  const known = { ...documentDraft(1), ids: [uuid(1)] };

  it('is only what the dossier does not know of a copy, under the id that it knows', () => {
    const news = findNews(known, documentDraft(2));
    expect(news).toEqual({ ...documentDraft(1), addresses: documentDraft(2).addresses });
  });

  it('is nothing for a copy that is known', () => {
    expect(findNews(known, documentDraft(1))).toBeUndefined();
  });
});

describe('withLatestNames', () => {
  it('keeps a document with many copies, and the copy under view, within what may be sent', () => {
    const addresses = Array.from({ length: 60 }, (_, number) => documentDraft(number).addresses).flat();
    const document = withLatestNames({ ...documentDraft(1), addresses });
    expect(documentDraftSchema.safeParse(document).success).toBe(true);
    expect(document.addresses.at(-1)).toEqual(addresses.at(-1));
  });
});

describe('learn', () => {
  it('gives the same document back when there is nothing new', () => {
    const document = documentDraft(1);
    expect(learn(document, documentDraft(1))).toBe(document);
  });
});

describe('overlayLinks', () => {
  const kept = { ...sampleLink(31, 11, 12), revision: 4 };
  const made = sampleLink(32, 11, 13);

  it('shows what the server has and what waits, without what was removed', () => {
    const waiting = [operation(1, { kind: 'create-link', link: made })];
    expect(overlayLinks([kept], waiting)).toEqual([
      { ...sampleLink(31, 11, 12), sync: 'sent' },
      { ...made, sync: 'waiting' },
    ]);
    const removed = operation(2, { kind: 'delete-link', link: sampleLink(31, 11, 12), base: 4 });
    expect(overlayLinks([kept], [...waiting, removed]).map(({ id }) => id)).toEqual([made.id]);
  });

  it('says of a link that the server refused why, and shows one again of which it refused the removal', () => {
    const refused = operation(1, { kind: 'create-link', link: made }, { refusal });
    const back = operation(2, { kind: 'delete-link', link: sampleLink(31, 11, 12), base: 4 }, { refusal });
    expect(overlayLinks([kept], [refused, back])).toMatchObject([
      { id: uuid(31), sync: 'refused', problem: 'No.' },
      { id: uuid(32), sync: 'refused', problem: 'No.' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  addAnnotation,
  addDeletion,
  addDismissal,
  addLatest,
  addLink,
  discardChange,
  removeLink,
  retryChange,
  type Stamp,
  undoDeletion,
  undoWindowMs,
} from './add-change.ts';
import {
  annotationDraft,
  create,
  dismiss,
  operation,
  putDocument,
  remove,
  restore,
  sampleLink,
  update,
  uuid,
} from './sample-operations.ts';

const stamp: Stamp = { key: uuid(9), now: 1_000 };
const draft = annotationDraft(11, 1, 'mine');
const refusal = { code: 'invalid-request', detail: 'No.' };
const ids = { key: uuid(8), annotation: uuid(12) };

describe('addAnnotation', () => {
  it('creates what the server does not have', () => {
    const { put } = addAnnotation([], draft, undefined, stamp);
    expect(put).toMatchObject([{ key: uuid(9), attempts: 0, change: { kind: 'create-annotation', draft } }]);
  });

  it('updates what the server has, on the revision that the reviewer saw', () => {
    const { put } = addAnnotation([], draft, 41, stamp);
    expect(put).toMatchObject([
      { change: { kind: 'update-annotation', base: 41, update: { note: 'mine' } } },
    ]);
    expect(put[0]).not.toHaveProperty('sequence');
  });

  it('replaces a change that was never sent', () => {
    const { put } = addAnnotation([operation(7, create(11, 1))], draft, undefined, stamp);
    expect(put).toMatchObject([
      { sequence: 7, change: { kind: 'create-annotation', draft: { note: 'mine' } } },
    ]);
  });

  it('follows a change that was sent once, since its answer may be lost', () => {
    const { put } = addAnnotation([operation(7, create(11, 1), { attempts: 1 })], draft, undefined, stamp);
    expect(put[0]?.sequence).toBeUndefined();
    expect(put[0]?.change).toMatchObject({ kind: 'update-annotation', base: undefined });
  });

  it('takes the place of a refused change, as a new request', () => {
    const refused = operation(7, update(11, 1, 3), { attempts: 1, refusal });
    const { put } = addAnnotation([refused], draft, 3, stamp);
    expect(put).toMatchObject([{ sequence: 7, key: uuid(9), attempts: 0, change: { base: 3 } }]);
    expect(put[0]?.refusal).toBeUndefined();
  });

  it('does not decide a conflict by itself', () => {
    for (const code of ['precondition-failed', 'annotation-not-found']) {
      const conflict = { code, detail: 'Changed.' };
      const refused = operation(7, update(11, 1, 3), { attempts: 1, refusal: conflict });
      expect(addAnnotation([refused], draft, 5, stamp).put).toMatchObject([{ refusal: conflict }]);
    }
  });

  it('takes back a deletion that was not sent', () => {
    const edit = addAnnotation([operation(7, remove(11, 1, 3))], draft, 3, stamp);
    expect(edit.remove).toEqual([7]);
    expect(edit.put).toMatchObject([{ change: { kind: 'update-annotation', base: 3 } }]);
  });
});

describe('addDeletion', () => {
  const annotation = { id: uuid(11), document: uuid(1) };

  it('waits for "undo"', () => {
    const { put } = addDeletion([], { ...annotation, revision: 3 }, stamp);
    expect(put).toMatchObject([{ notBefore: 1_000 + undoWindowMs, change: { base: 3 } }]);
  });

  it('drops a creation that the server refused, and asks the server nothing', () => {
    const edit = addDeletion([operation(7, create(11, 1), { attempts: 1, refusal })], annotation, stamp);
    expect(edit).toEqual({ put: [], remove: [7] });
  });

  it('deletes once', () => {
    const edit = addDeletion([operation(7, remove(11, 1, 3))], { ...annotation, revision: 3 }, stamp);
    expect(edit).toEqual({ put: [], remove: [] });
  });

  it('can be undone until it is sent', () => {
    expect(undoDeletion([operation(7, remove(11, 1, 3))], uuid(11))).toEqual({ put: [], remove: [7] });
    expect(undoDeletion([operation(7, remove(11, 1, 3), { attempts: 1 })], uuid(11))).toBeUndefined();
  });
});

describe('addLatest', () => {
  const reading = (safeguards: 'all' | string[]) =>
    ({ kind: 'set-reading', reading: { document: uuid(1), safeguards } }) as const;

  it('keeps only the latest reading of a document', () => {
    const { put } = addLatest([operation(7, reading('all'))], reading(['voornemen']), stamp);
    expect(put).toMatchObject([{ sequence: 7, change: reading(['voornemen']) }]);
  });

  it('adds corrections of a document up', () => {
    const before = operation(7, {
      kind: 'correct-document',
      id: uuid(1),
      update: { title: 'A', date: '2026' },
    });
    const change = { kind: 'correct-document', id: uuid(1), update: { title: 'B' } } as const;
    expect(addLatest([before], change, stamp).put).toMatchObject([
      { sequence: 7, change: { update: { title: 'B', date: '2026' } } },
    ]);
  });
});

describe('a correction of a document', () => {
  const correction = (title: string, base?: number) =>
    ({ kind: 'correct-document', id: uuid(1), update: { title }, base }) as const;

  it('stays one of the revision that the reviewer saw first, also when it was a conflict', () => {
    const conflict = { code: 'precondition-failed', detail: 'Changed.' };
    for (const extra of [{}, { attempts: 1, refusal: conflict }]) {
      const { put } = addLatest([operation(7, correction('A', 3), extra)], correction('B', 5), stamp);
      expect(put).toMatchObject([
        { sequence: 7, change: { base: 3, update: { title: 'B' } }, ...extra, attempts: 0 },
      ]);
    }
  });

  it('waits for the revision that the one under way will make', () => {
    const { put } = addLatest([operation(7, correction('A', 3), { attempts: 1 })], correction('B', 3), stamp);
    expect(put).toMatchObject([{ change: { update: { title: 'B' }, base: undefined } }]);
  });

  it('goes over the other version when somebody says so', () => {
    expect(retryChange(operation(7, correction('A'), { refusal }), 9, ids).change).toMatchObject({
      base: 9,
    });
  });

  it('is let go of with what was queued upon it', () => {
    const queue = [operation(1, correction('A', 3), { attempts: 1, refusal }), operation(2, correction('B'))];
    expect(discardChange(queue, uuid(1001)).remove).toEqual([1, 2]);
  });
});

describe('retryChange', () => {
  it('goes over the other version with a new key', () => {
    const refused = operation(7, update(11, 1, 3), { attempts: 2, notBefore: 9, refusal });
    const retried = retryChange(refused, 5, ids);
    expect(retried).toMatchObject({
      sequence: 7,
      key: uuid(8),
      attempts: 0,
      notBefore: 0,
      change: { base: 5 },
    });
    expect(retried.refusal).toBeUndefined();
  });

  it('makes anew what altered a passage that is deleted, unless that is back', () => {
    const deleted = { code: 'annotation-not-found', detail: 'Gone.' };
    const refused = operation(7, update(11, 1, 3), { attempts: 1, refusal: deleted });
    expect(retryChange(refused, undefined, ids).change).toMatchObject({
      kind: 'create-annotation',
      draft: { id: uuid(12), document: uuid(1), note: 'changed' },
    });
    expect(retryChange(refused, 5, ids).change).toMatchObject({ kind: 'update-annotation', base: 5 });
  });
});

describe('discardChange', () => {
  it('lets go of a refused change and of what was queued upon it', () => {
    const queue = [
      operation(1, create(11, 1), { attempts: 1, refusal }),
      operation(2, update(11, 1)),
      operation(3, create(12, 1)),
    ];
    expect(discardChange(queue, uuid(1001))).toEqual({ put: [], remove: [1, 2] });
  });

  it('keeps what was not refused, and documents for which passages wait', () => {
    expect(discardChange([operation(1, create(11, 1))], uuid(1001)).remove).toEqual([]);
    expect(discardChange([operation(1, putDocument(1), { refusal })], uuid(1001)).remove).toEqual([]);
  });
});

describe('a link', () => {
  const link = sampleLink(31, 11, 12);
  const made = operation(7, { kind: 'create-link', link });
  const removed = operation(8, { kind: 'delete-link', link, base: 5 });

  it('is made once', () => {
    const created = { kind: 'create-link', link };
    expect(addLink([], link, false, stamp)).toMatchObject({ put: [{ change: created }], remove: [] });
    expect(addLink([], link, true, stamp)).toEqual({ put: [], remove: [] });
    expect(addLink([made], link, false, stamp)).toEqual({ put: [], remove: [] });
  });

  it('is removed from the server when the time for "undo" is over, by the version that was known', () => {
    const { put } = removeLink([], link, 5, stamp);
    expect(put).toMatchObject([
      { change: { kind: 'delete-link', link, base: 5 }, notBefore: stamp.now + undoWindowMs },
    ]);
  });

  it('that was never sent, or was refused, only leaves the queue', () => {
    expect(removeLink([made], link, undefined, stamp)).toEqual({ put: [], remove: [7] });
    const refused = { ...made, attempts: 1, refusal };
    expect(removeLink([refused], link, undefined, stamp)).toEqual({ put: [], remove: [7] });
  });

  it('whose answer is lost is removed after it, on the revision that it will get', () => {
    const { put } = removeLink([{ ...made, attempts: 1 }], link, undefined, stamp);
    expect(put).toMatchObject([{ change: { kind: 'delete-link', base: undefined } }]);
    expect(put[0]?.change).toHaveProperty('base');
  });

  it('comes back when its removal is taken back, also when that has left for the server', () => {
    expect(addLink([removed], link, true, stamp)).toEqual({ put: [], remove: [8] });
    const { put, remove } = addLink([{ ...removed, attempts: 1 }], link, true, stamp);
    expect(put).toMatchObject([{ change: { kind: 'create-link', link } }]);
    expect(remove).toEqual([]);
  });

  it('that was made again under another id is the one whose removal waited', () => {
    expect(addLink([removed], { ...link, id: uuid(32) }, true, stamp)).toEqual({ put: [], remove: [8] });
  });

  it('is removed beside one that says the same and is being removed too', () => {
    const { put, remove } = removeLink([removed], { ...link, id: uuid(32) }, 6, stamp);
    expect(put).toMatchObject([{ change: { kind: 'delete-link', link: { id: uuid(32) }, base: 6 } }]);
    expect(remove).toEqual([]);
  });

  it('whose removal was refused is removed anew', () => {
    const refused = { ...removed, attempts: 1, refusal };
    const { put, remove } = removeLink([refused], link, 9, stamp);
    expect(put).toMatchObject([{ change: { kind: 'delete-link', base: 9 } }]);
    expect(remove).toEqual([8]);
  });

  it('that is let go of takes along what was queued upon it', () => {
    const refused = { ...made, attempts: 1, refusal };
    expect(discardChange([refused, removed], refused.key)).toEqual({ put: [], remove: [7, 8] });
  });
});

describe('addDismissal', () => {
  it('adds what the server does not have, and takes away what it has', () => {
    const added = addDismissal([], dismiss(5, 1), undefined, stamp);
    expect(added).toMatchObject({ put: [{ change: dismiss(5, 1) }] });
    const removed = addDismissal([], restore(5, 1), 41, stamp);
    expect(removed).toMatchObject({ put: [{ change: restore(5, 1, 41) }] });
  });

  it('is nothing where the server has it so', () => {
    expect(addDismissal([], dismiss(5, 1), 41, stamp)).toEqual({ put: [], remove: [] });
    expect(addDismissal([], restore(5, 1), undefined, stamp)).toEqual({ put: [], remove: [] });
  });

  it('takes back what was never sent, and follows what was', () => {
    const waiting = operation(7, dismiss(5, 1));
    expect(addDismissal([waiting], restore(5, 1), undefined, stamp)).toEqual({ put: [], remove: [7] });
    const sent = operation(7, dismiss(5, 1), { attempts: 1 });
    expect(addDismissal([sent], restore(5, 1), 41, stamp)).toMatchObject({
      put: [{ change: restore(5, 1) }],
      remove: [],
    });
  });

  it('tries again what was refused', () => {
    const refused = operation(7, dismiss(5, 1), { attempts: 1, refusal });
    expect(addDismissal([refused], dismiss(5, 1), undefined, stamp)).toMatchObject({
      put: [{ change: dismiss(5, 1) }],
      remove: [7],
    });
  });
});

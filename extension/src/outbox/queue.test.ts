import { describe, expect, it } from 'vitest';
import { annotationOf, countsAs, type Operation } from './operation.ts';
import { backoffMs, heldByRefused, nextSendingTime, operationsToSend } from './queue.ts';
import {
  annotationDraft,
  create,
  operation,
  putDocument,
  remove,
  sampleLink,
  update,
  uuid,
} from './sample-operations.ts';

const refusal = { code: 'invalid-request', detail: 'No.' };

const nextOperation = (queue: readonly Operation[], now: number) => operationsToSend(queue, now)[0];

describe('the changes to send', () => {
  it('sends the document before its passages', () => {
    const queue = [operation(1, putDocument(1)), operation(2, create(11, 1))];
    expect(nextOperation(queue, 0)?.sequence).toBe(1);
    expect(nextOperation(queue.slice(1), 0)?.sequence).toBe(2);
  });

  it('sends the text before the passage that names it, and the passage alone when the text is refused', () => {
    const id = 'a'.repeat(64);
    const text = operation(1, { kind: 'add-rendition', document: uuid(1), id });
    const passage = operation(2, {
      kind: 'create-annotation',
      draft: { ...annotationDraft(11, 1), rendition: id },
    });
    expect(nextOperation([{ ...text, notBefore: 5 }, passage], 0)).toBeUndefined();
    expect(nextOperation([{ ...text, refusal }, passage], 0)?.sequence).toBe(2);
  });

  it('holds back what builds on a refused change, and nothing else', () => {
    const queue = [
      operation(1, putDocument(1), { refusal }),
      operation(2, create(11, 1)),
      operation(3, create(12, 2)),
    ];
    expect(nextOperation(queue, 0)?.sequence).toBe(3);
    expect(nextOperation(queue.slice(0, 2), 0)).toBeUndefined();
  });

  it('sends a link after the removal of one that says the same', () => {
    const removal = operation(
      1,
      { kind: 'delete-link', link: sampleLink(31, 11, 12), base: 4 },
      { attempts: 1 },
    );
    const again = operation(2, { kind: 'create-link', link: sampleLink(32, 11, 12) });
    expect(operationsToSend([removal, again], 0)).toEqual([removal]);
  });

  it('knows what waits for a change that was refused, also in a chain', () => {
    const refused = operation(1, create(11, 1), { refusal });
    const edited = operation(2, update(11, 1));
    const link = operation(3, { kind: 'create-link', link: sampleLink(31, 11, 12) });
    const unlink = operation(4, { kind: 'delete-link', link: sampleLink(31, 11, 12) });
    expect(heldByRefused([refused, edited, operation(5, create(12, 1)), link, unlink])).toEqual([
      edited,
      link,
      unlink,
    ]);
    expect(heldByRefused([{ ...refused, refusal: undefined }, edited, link])).toEqual([]);
  });

  it('sends a link when both of its passages are at the server', () => {
    const link = operation(3, { kind: 'create-link', link: sampleLink(31, 11, 12) });
    const queue = [operation(1, create(11, 1)), operation(2, create(12, 1), { notBefore: 5 }), link];
    expect(operationsToSend(queue, 0).map(({ sequence }) => sequence)).toEqual([1]);
    expect(operationsToSend([link], 0).map(({ sequence }) => sequence)).toEqual([3]);
  });

  it('deletes a passage after the links to it that were made before, also when one of those failed', () => {
    const link = operation(
      1,
      { kind: 'create-link', link: sampleLink(31, 11, 12) },
      { attempts: 1, notBefore: 5 },
    );
    for (const end of [11, 12]) {
      const deletion = operation(2, remove(end, 1, 3));
      expect(operationsToSend([link, deletion], 0)).toEqual([]);
      expect(operationsToSend([link, deletion], 5)).toEqual([link]);
      expect(operationsToSend([{ ...link, refusal }, deletion], 0)).toEqual([deletion]);
    }
    const other = operation(2, remove(13, 1, 3));
    expect(operationsToSend([link, other], 0)).toEqual([other]);
  });

  it('tells of a deletion that it waits for a decision, where a link to the passage does', () => {
    const link = operation(2, { kind: 'create-link', link: sampleLink(31, 11, 12) });
    const deletion = operation(3, remove(12, 1, 3));
    const queue = [operation(1, create(11, 1), { refusal }), link, deletion];
    expect(heldByRefused(queue)).toEqual([link, deletion]);
    expect(heldByRefused([{ ...link, refusal }, deletion])).toEqual([]);
  });

  it('keeps the changes of one annotation in order', () => {
    const queue = [operation(1, create(11, 1), { notBefore: 100 }), operation(2, update(11, 1))];
    expect(nextOperation(queue, 0)).toBeUndefined();
    expect(nextSendingTime(queue)).toBe(100);
  });

  it('lets others pass a change on which the server keeps failing', () => {
    const queue = [operation(1, create(11, 1), { attempts: 4 }), operation(2, create(12, 1))];
    expect(nextOperation(queue, 0)?.sequence).toBe(2);
  });

  it('sends a deletion when the time for "undo" is over', () => {
    const queue = [operation(1, remove(11, 1, 3), { notBefore: 10_000 })];
    expect(nextOperation(queue, 9_999)).toBeUndefined();
    expect(nextOperation(queue, 10_000)?.sequence).toBe(1);
  });

  it('empties every queue, each annotation in the order in which it was changed', () => {
    const changes = [
      putDocument(1),
      create(11, 1),
      update(11, 1),
      remove(11, 1),
      create(12, 2),
      putDocument(2),
    ];
    for (const all of sequences(changes, 4)) {
      let queue = all.map((change, index) => operation(index + 1, change, { attempts: index % 3 }));
      const sent: Operation[] = [];
      for (let next = operationsToSend(queue, 0); next.length > 0; next = operationsToSend(queue, 0)) {
        sent.push(...next);
        queue = queue.filter((candidate) => !next.includes(candidate));
      }
      expect(queue).toEqual([]);
      const ofOne = sent.filter(({ change }) => annotationOf(change) === uuid(11));
      expect(ofOne).toEqual(ofOne.toSorted((a, b) => a.sequence - b.sequence));
    }
  });
});

/** Every sequence of a length that can be made of the items. */
function sequences<T>(items: readonly T[], length: number): T[][] {
  if (length === 0) return [[]];
  return sequences(items, length - 1).flatMap((before) => items.map((item) => [...before, item]));
}

describe('backoffMs', () => {
  it.each([
    [1, 2_000],
    [2, 4_000],
    [5, 32_000],
    [20, 300_000],
  ])('waits after %i failures about %i ms', (failures, expected) => {
    expect(backoffMs(failures, 0.5)).toBe(expected);
    expect(backoffMs(failures, 0)).toBeLessThan(expected);
    expect(backoffMs(failures, 1)).toBeLessThanOrEqual(expected * 1.2);
  });
});

describe('what is not sent yet', () => {
  it('counts what a person did, not what travels with it', () => {
    expect(countsAs(operation(1, putDocument(1)))).toBeUndefined();
    expect(countsAs(operation(2, create(11, 1)))).toBe('waiting');
    expect(countsAs(operation(3, update(12, 1), { refusal }))).toBe('refused');
  });

  it('counts a refused document, since passages wait for it', () => {
    expect(countsAs(operation(1, putDocument(1), { refusal }))).toBe('refused');
  });
});

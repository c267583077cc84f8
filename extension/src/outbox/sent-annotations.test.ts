import type { Annotation } from '@waarborg/shared/annotation';
import { beforeEach, expect, it } from 'vitest';
import type { DossierDatabase } from './database.ts';
import { beginWritingAnnotations, findSentAnnotations } from './sent-annotations.ts';

const annotation = (id: string, note = '', document = 'brief') => ({ id, document, note }) as Annotation;

/** A store of annotations that counts how often it was read, and answers when it is let. */
function createStore(...kept: Annotation[]) {
  let [reads, answer] = [0, Promise.resolve()];
  const getAllFromIndex = async (_store: string, _index: string, document: string) => {
    reads += 1;
    const found = kept.filter((one) => one.document === document);
    await answer;
    return found;
  };
  return {
    db: { getAllFromIndex } as unknown as DossierDatabase,
    reads: () => reads,
    put: (...annotations: Annotation[]) => kept.push(...annotations),
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      answer = promise;
      return resolve;
    },
  };
}

let store: ReturnType<typeof createStore>;
beforeEach(() => {
  store = createStore(annotation('1'), annotation('2'), annotation('3', '', 'bijlage'));
});

const ask = (...ids: string[]) => findSentAnnotations(store.db, ids);

it('reads once for all who ask of a document, and anew for another', async () => {
  const asked = await Promise.all([ask('brief'), ask('brief')]);
  expect(asked).toEqual([
    [annotation('1'), annotation('2')],
    [annotation('1'), annotation('2')],
  ]);
  expect(store.reads()).toBe(1);
  expect(await ask('brief', 'bijlage')).toHaveLength(3);
  expect(store.reads()).toBe(3);
});

it('gives what was written without reading again: changed in its place, new at the end, removed ones gone', async () => {
  await ask('brief');
  const written = beginWritingAnnotations(store.db);
  written({
    put: [annotation('4'), annotation('1', 'anders'), annotation('5', '', 'bijlage')],
    removed: ['2'],
  });
  expect(await ask('brief')).toEqual([annotation('1', 'anders'), annotation('4')]);
  expect(store.reads()).toBe(1);
});

it('reads again after a write of which nothing is told', async () => {
  await ask('brief');
  store.put(annotation('4'));
  beginWritingAnnotations(store.db);
  expect(await ask('brief')).toHaveLength(3);
});

it('does not lay what was written over what was read after it began, or over a later write', async () => {
  await ask('brief');
  const written = beginWritingAnnotations(store.db);
  store.put(annotation('4'));
  await ask('brief');
  written({ put: [annotation('4')], removed: [] });
  expect(await ask('brief')).toHaveLength(3);
  const [earlier] = [beginWritingAnnotations(store.db), beginWritingAnnotations(store.db)];
  earlier?.({ put: [], removed: ['1', '2', '4'] });
  expect(await ask('brief')).toHaveLength(3);
});

it('gives nobody who asks after a write began what was being read before', async () => {
  const answer = store.hold();
  const before = ask('brief');
  store.put(annotation('4'));
  beginWritingAnnotations(store.db);
  const after = ask('brief');
  answer();
  expect([(await before).length, (await after).length]).toEqual([2, 3]);
});

it('reads again what could not be read', async () => {
  const failing = {
    getAllFromIndex: () => Promise.reject(new Error('the disk is full')),
  } as unknown as DossierDatabase;
  await expect(findSentAnnotations(failing, ['brief'])).rejects.toThrow('the disk is full');
  await expect(findSentAnnotations(failing, ['brief'])).rejects.toThrow('the disk is full');
});

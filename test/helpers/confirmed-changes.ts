import type { ChangesResponse } from '@waarborg/shared/api';
import { askApi, type SteadyWriter, type WritingPlace } from './steady-writer.ts';

/** The whole log of a dossier. */
export async function readChanges(
  place: Omit<WritingPlace, 'document'>,
): Promise<ChangesResponse['changes']> {
  const changes: ChangesResponse['changes'] = [];
  for (;;) {
    const since = changes.at(-1)?.revision ?? 0;
    const answer = await askApi(place, `${place.api}/dossiers/${place.dossier}/changes?since=${since}`);
    const page = ((await answer.json()) as ChangesResponse).changes;
    if (page.length === 0) return changes;
    changes.push(...page);
  }
}

/** What is wrong with a log, given what was confirmed to whoever wrote it: nothing, when all of it is there once. */
export function compareWithConfirmed(
  changes: ChangesResponse['changes'],
  writers: readonly SteadyWriter[],
): string[] {
  const wrong = changes.flatMap(({ revision }, index) =>
    revision === index + 1 ? [] : [`revision ${revision} stands at place ${index + 1}`],
  );
  const logged = Map.groupBy(
    changes.flatMap(({ revision, items }) => items.map((item) => ({ ...item, revision }))),
    ({ id }) => id,
  );
  for (const { confirmed } of writers) {
    for (const [id, { changes: known, note }] of confirmed) {
      const items = logged.get(id) ?? [];
      const isSame =
        items.length === known.length &&
        items.every(({ revision, after }, index) =>
          known[index] === 'deletion' ? after === null : known[index] === revision,
        );
      if (!isSame) wrong.push(`${id}: confirmed ${known}, logged ${items.map(({ revision }) => revision)}`);
      const last = items.at(-1)?.after as { note?: string } | null | undefined;
      if (last && last.note !== note) wrong.push(`${id}: another note than the confirmed one`);
    }
  }
  return wrong;
}

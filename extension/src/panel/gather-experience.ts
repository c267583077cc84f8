import { mergeResolver } from '@waarborg/shared/matrix';
import { Experience, type ReadText } from '@waarborg/shared/suggestions';
import type { OpenedDocument } from '../messaging/index.ts';
import { findAccount } from '../outbox/account-store.ts';
import { openDossier } from '../outbox/database.ts';

/** Annotations that are read at once: a few milliseconds of work. */
const annotationsAtOnce = 100;

/**
 * What the reviewers of the dossier coded before, from what is on this machine, with what waits to be sent in the
 * document that is open. Asks nobody.
 *
 * @param terms of the text for which it is gathered.
 * @param hasChanged asked after each part: whoever asked may not need it any more.
 * @returns undefined when it has.
 */
export async function gatherExperience(
  opened: OpenedDocument,
  { terms }: Pick<ReadText, 'terms'>,
  hasChanged: () => boolean,
): Promise<Experience | undefined> {
  const account = await findAccount();
  if (!account) return undefined;
  const db = await openDossier({ server: account.server, slug: account.chosen, user: account.user.id });
  const experience = new Experience(terms);
  const safeguardOf = mergeResolver(opened.codebook.concepts);
  const add = ({ ranges, codings }: Pick<OpenedDocument['annotations'][number], 'ranges' | 'codings'>) =>
    experience.add(
      ranges.map(({ exact }) => exact).join(' '),
      codings.map(({ safeguard }) => safeguardOf(safeguard)),
    );
  const own = new Set(opened.annotations.map(({ id }) => id));
  for (const annotation of opened.annotations) add(annotation);
  for (let last: string | undefined; ; ) {
    const after = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const some = await db.getAll('annotations', after, annotationsAtOnce);
    if (hasChanged()) return undefined;
    for (const annotation of some) if (!own.has(annotation.id)) add(annotation);
    last = some.at(-1)?.id;
    if (some.length < annotationsAtOnce) return experience;
  }
}

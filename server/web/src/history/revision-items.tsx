import { annotationSchema } from '@waarborg/shared/annotation';
import type { Revision } from '@waarborg/shared/api';
import { historyMessages } from '@waarborg/shared/messages/history';
import { wordsOfPieces } from '@waarborg/shared/text';
import {
  type HistoryItem,
  type HistoryNames,
  itemChanges,
  itemTitle,
  type ToldChange,
} from '@waarborg/shared/ui/history';
import { useResource } from '../api/use-resource.ts';
import { language } from '../language/language.ts';

interface ItemsProps {
  readonly slug: string;
  readonly revision: Revision;
  readonly names: HistoryNames;
}

/** The things that a revision changed, each with what became different of it. */
export function RevisionItems({ slug, revision: { items, count }, names }: ItemsProps) {
  const messages = historyMessages[language.value];
  return (
    <>
      {count > items.length && <p>{messages.shownOf(items.length, count)}</p>}
      <ul class="wb-plain-list wb-revision-items">
        {items.map((item, index) => (
          <Item key={index} slug={slug} item={item} names={names} />
        ))}
      </ul>
    </>
  );
}

function Item({ slug, item, names }: { slug: string; item: HistoryItem; names: HistoryNames }) {
  const messages = historyMessages[language.value];
  const changes = itemChanges(item, names);
  const what = !item.before ? 'created' : item.after ? 'changed' : 'deleted';
  return (
    <li>
      <p>
        <strong>{itemTitle(item, names)}</strong> <span class="wb-muted">{messages[what]}</span>
      </p>
      {changes.length === 0 && what === 'changed' && <p class="wb-muted">{messages.noVisible}</p>}
      {changes.length > 0 && (
        <dl class="wb-changes">
          {changes.map((change, index) => (
            <div key={index}>
              <dt>{change.label}</dt>
              <dd>
                <Sides slug={slug} change={change} isWhole={what !== 'changed'} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** What a field was and what it became; of a thing that came or went only the one that there is. */
function Sides({ slug, change, isWhole }: { slug: string; change: ToldChange; isWhole: boolean }) {
  const messages = historyMessages[language.value];
  const { before, after, isPassage = false } = change;
  const say = (value: string | undefined) =>
    value !== undefined && isPassage ? <PassageWords slug={slug} id={value} /> : (value ?? messages.nothing);
  if (isWhole) return say(after ?? before);
  return (
    <>
      <span class="wb-muted">{messages.was}</span> <del>{say(before)}</del>{' '}
      <span class="wb-muted">{messages.isNow}</span> <ins>{say(after)}</ins>
    </>
  );
}

/** The words of a passage that is named by its id. */
function PassageWords({ slug, id }: { slug: string; id: string }) {
  const { data, failure } = useResource(`/dossiers/${slug}/annotations/${id}`, annotationSchema);
  if (failure) return <>{historyMessages[language.value].passageGone}</>;
  return <>{data ? `‘${wordsOfPieces(data.ranges)}’` : '…'}</>;
}

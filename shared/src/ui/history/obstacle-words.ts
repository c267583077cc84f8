import type { Obstacle, Revision } from '../../api/index.ts';
import { historyMessages } from '../../messages/history.ts';
import { inSentence } from '../index.ts';
import { itemTitle } from './describe-item.ts';
import type { HistoryNames } from './history-names.ts';
import { fieldLabel, isTold, valueWords } from './value-words.ts';

/** Name of whatever has this id; undefined for what no list of names has. */
function nameOf(id: string, { documents, vocabulary, groups }: HistoryNames): string | undefined {
  const known =
    documents.get(id)?.title ??
    vocabulary.speakers.get(id)?.name ??
    vocabulary.concepts.get(id)?.label[vocabulary.language] ??
    groups.get(id);
  if (known !== undefined) return known;
  return /^[\da-f]{8}-|^[\da-f]{64}$/u.test(id) ? undefined : id;
}

function tieWords(thing: string, field: string, subject: string, names: HistoryNames): string {
  const messages = historyMessages[names.vocabulary.language];
  const label = inSentence(fieldLabel(field, names.vocabulary.language));
  const name = nameOf(subject, names);
  if (field === 'id' || (name === undefined && label === field)) return messages.obstacleHidden(thing);
  return name === undefined
    ? messages.obstacleTiedPlain(thing, label)
    : messages.obstacleTied(thing, label, name);
}

/** What stands in the way of undoing a revision, as a sentence. */
export function obstacleWords(obstacle: Obstacle, { items }: Revision, names: HistoryNames): string {
  const messages = historyMessages[names.vocabulary.language];
  const { kind, id, field, made, now, subject } = obstacle;
  const item = items.find((one) => one.kind === kind && one.id === id);
  const thing = item ? itemTitle(item, names) : kind;
  if (kind === 'membership' && subject === 'owner') return messages.lastOwner;
  if (kind === 'publication') return messages.obstacleWithdrawn(thing);
  if (kind === 'dossier' && field === '') return messages.obstacleDeleting;
  if (kind === 'link' && field === '' && subject !== undefined) return messages.obstacleBack(thing);
  if (subject !== undefined) return tieWords(thing, field, subject, names);
  if (field === '') return now === undefined ? messages.obstacleGone(thing) : messages.obstacleBack(thing);
  const [list = '', , part] = field.split('/');
  const name = part ?? list;
  if (!item || !isTold(item.kind, name)) return messages.obstacleHidden(thing);
  const words = (value: unknown) => valueWords(item.kind, name, value, names) ?? messages.nothing;
  const label = inSentence(fieldLabel(name, names.vocabulary.language));
  return messages.obstacleField(thing, label, words(made), words(now));
}

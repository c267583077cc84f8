import type { SourceDocument } from '../../dossier/index.ts';
import { historyMessages } from '../../messages/history.ts';
import type { Vocabulary } from '../index.ts';

/** Everything that turns the ids of a history into words. */
export interface HistoryNames {
  readonly vocabulary: Vocabulary;
  /** By id and by every id that they had. */
  readonly documents: ReadonlyMap<string, Pick<SourceDocument, 'title'>>;
  /** Labels of the groups of the codebook, by id. */
  readonly groups: ReadonlyMap<string, string>;
  /** Names of the members, by user id. */
  readonly people: ReadonlyMap<string, string>;
}

/** Name of a person by user id; who is no member any more is another person. */
export function personName({ people, vocabulary }: HistoryNames, id: string): string {
  return people.get(id) ?? historyMessages[vocabulary.language].someone;
}

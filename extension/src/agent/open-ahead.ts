import {
  type BackgroundEvent,
  type Opening,
  onEvent,
  type PageClues,
  requestBackground,
} from '../messaging/index.ts';

/** What was asked of a document while its page was still being read. */
export interface OpeningAhead {
  /**
   * The answer; undefined where these are other clues than it was asked with, or something changed since. Listens no
   * longer for changes.
   */
  take(clues: unknown): Promise<Opening> | undefined;
}

/** The background, as far as it is asked and listened to. */
export interface Background {
  ask(clues: PageClues): Promise<Opening>;
  /** Calls back for each event, until what it gives is called. */
  onEvent(listener: (event: Pick<BackgroundEvent, 'event'>) => void): () => void;
}

const ownBackground: Background = { ask: (clues) => requestBackground('open-document', clues), onEvent };

/**
 * Asks for a document by how its page begins: the background takes about as long as the rest of the page takes to be
 * read, and longer where it has to wake.
 */
export function openAhead(clues: PageClues, background = ownBackground): OpeningAhead {
  let isOld = false;
  const stop = background.onEvent(({ event }) => {
    isOld ||= event === 'annotations-changed' || event === 'connection-changed';
  });
  const answer = background.ask(clues);
  answer.catch(() => undefined); // For whoever takes it; nobody may.
  return {
    take: (wanted) => {
      stop();
      return isOld || JSON.stringify(wanted) !== JSON.stringify(clues) ? undefined : answer;
    },
  };
}

import { dequal } from 'dequal/lite';

/** Most answers that are remembered. */
const maxRemembered = 60;

/**
 * Answers by key, the oldest first. What was seen before is shown at once while the server is asked again, so that
 * opening a cell twice does not wait twice.
 */
const remembered = new Map<string, unknown>();

/**
 * Remembers an answer, and gives it back: as it was given before if it says the same, so that what is drawn of it need
 * not be drawn anew. A key has one type of answer.
 */
export function rememberAnswer<T>(key: string, answer: T): T {
  const before = remembered.get(key);
  const kept = dequal(before, answer) ? (before as T) : answer;
  remembered.delete(key);
  remembered.set(key, kept);
  const [oldest] = remembered.keys();
  if (remembered.size > maxRemembered && oldest !== undefined) remembered.delete(oldest);
  return kept;
}

/** The last answer of a key; undefined if there was none, or too many came since. */
export function recallAnswer<T>(key: string): T | undefined {
  return remembered.get(key) as T | undefined;
}

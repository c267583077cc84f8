import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * The words in a field for what the address asks. They become those of the address when that asks for others, and not
 * at first: whoever is fast has typed by then.
 *
 * @param asked what the address asks now.
 * @returns the words, how to change them, and what the address last asked. Who has it ask what is typed notes that
 *   there before: then whoever typed on since, or a space, keeps that.
 */
export function useAskedWords(
  asked: string,
): [words: string, setWords: (words: string) => void, last: RefObject<string>] {
  const [words, setWords] = useState(asked);
  const last = useRef(asked);
  useLayoutEffect(() => {
    if (asked !== last.current) setWords(asked);
    last.current = asked;
  }, [asked]);
  return [words, setWords, last];
}

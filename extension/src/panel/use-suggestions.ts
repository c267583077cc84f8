import { mergeResolver } from '@waarborg/shared/matrix';
import {
  findSuggestions,
  isDismissed,
  type ReadText,
  readText,
  type Suggestion,
  wordsOnly,
} from '@waarborg/shared/suggestions';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  type OpenedDocument,
  type PageReport,
  type PageTextAnswer,
  UnansweredError,
} from '../messaging/index.ts';
import { runInSlices } from '../page/in-slices.ts';
import { gatherExperience } from './gather-experience.ts';
import { readPageText } from './read-page-text.ts';

/** A suggestion in the text that is open. */
export interface ListedSuggestion extends Suggestion {
  /** The same as long as it is about the same words and safeguard, wherever they stand. */
  readonly key: string;
  readonly quote: string;
}

/** The text of a page, made ready for one codebook. */
interface KnownText {
  readonly version: number;
  readonly codebook: OpenedDocument['codebook'];
  readonly text: string;
  readonly read: ReadText;
}

/**
 * What may be coded in the document that a tab shows and is not yet, the likeliest first; looked for again when its
 * text, its passages or what was dismissed changes. All of it happens here, a little at a time, and in no server.
 *
 * @returns undefined until it is known.
 */
export function useSuggestions(
  tab: number | undefined,
  report: PageReport,
  opened: OpenedDocument,
): readonly ListedSuggestion[] | undefined {
  const [found, setFound] = useState<Found>();
  const known = useRef<KnownText | undefined>(undefined);
  useEffect(() => {
    let isOver = false;
    const hasChanged = () => isOver;
    const look = async () => {
      if (tab === undefined) return;
      const answer = await readPageText(tab, known.current?.version);
      const text = await readAnswer(answer, opened, known.current, hasChanged);
      if (!text) return;
      known.current = text;
      const experience = await gatherExperience(opened, text.read, hasChanged);
      if (!experience) return;
      const result = await runInSlices(findSuggestions(text.read, experience), hasChanged);
      if (result && !isOver) {
        setFound({ text: text.text, passages: answer.passages, suggestions: result.value });
      }
    };
    look().catch(pageIsGone);
    return () => {
      isOver = true;
    };
  }, [tab, report, opened]);
  // What is coded or dismissed goes at once, before everything has been weighed anew.
  return useMemo(() => found && toList(found, opened), [found, opened]);
}

/** What was found in a text, with the places of its passages at that time. */
interface Found extends Pick<PageTextAnswer, 'passages'> {
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
}

async function readAnswer(
  { version, text, isWrapped }: PageTextAnswer,
  { codebook }: OpenedDocument,
  known: KnownText | undefined,
  hasChanged: () => boolean,
): Promise<KnownText | undefined> {
  const words = text ?? known?.text;
  if (words === undefined) return undefined;
  const isSame = text === undefined && JSON.stringify(known?.codebook) === JSON.stringify(codebook);
  if (known && isSame) return known;
  const result = await runInSlices(readText(words, isWrapped, codebook), hasChanged);
  return result && { version, codebook, text: words, read: result.value };
}

/** Without what is coded so already, or was dismissed. */
function toList(
  { text, passages, suggestions }: Found,
  { annotations, dismissals, codebook }: OpenedDocument,
): ListedSuggestion[] {
  const safeguardOf = mergeResolver(codebook.concepts);
  const places = new Map(passages.map(({ id, positions }) => [id, positions]));
  const coded = annotations.flatMap(({ id, codings }) =>
    (places.get(id) ?? []).flatMap((position) =>
      codings.map(({ safeguard }) => ({ ...position, safeguard: safeguardOf(safeguard) })),
    ),
  );
  const dismissed = dismissals.map(({ safeguard, quote }) => ({ safeguard: safeguardOf(safeguard), quote }));
  const keys = new Map<string, number>();
  return suggestions.flatMap((suggestion) => {
    const { start, end, safeguard } = suggestion;
    const isCoded = coded.some(
      (passage) => passage.safeguard === safeguard && passage.start < end && start < passage.end,
    );
    const quote = text.slice(start, end);
    if (isCoded || isDismissed({ safeguard, quote }, dismissed)) return [];
    const name = `${safeguard} ${wordsOnly(quote)}`;
    const count = keys.get(name) ?? 0;
    keys.set(name, count + 1);
    return [{ ...suggestion, quote, key: `${name} ${count}` }];
  });
}

/** The page was left meanwhile: what comes in its place is read when it reports itself. */
function pageIsGone(error: unknown): void {
  if (!(error instanceof UnansweredError)) throw error;
}

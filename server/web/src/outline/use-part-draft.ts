import { maxOutlineText, type OutlinePart } from '@waarborg/shared/dossier';
import { useRef, useState } from 'preact/hooks';
import type { OutlineWork } from './use-outline.ts';

/** What a person writes in an outline. */
export type OwnContent = Exclude<OutlinePart['content'], { kind: 'passage' }>;

interface PartDraftOptions {
  readonly part: OutlinePart;
  readonly content: OwnContent;
  /** Whether a colleague took it out meanwhile. */
  readonly isGone: boolean;
  readonly work: Pick<OutlineWork, 'add' | 'rewrite'>;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is written in a part, and its way to the server. What is typed while it is on its way is sent after it, so that
 * a slow answer closes no editor over words that nobody sent.
 */
export function usePartDraft({ part, content, isGone, work }: PartDraftOptions) {
  const [draft, setDraft] = useState<OwnContent>(content);
  const [theirs, setTheirs] = useState<string>();
  /** What is typed now, and the part as it was seen or sent last: an answer comes to an older drawing. */
  const now = useRef({ draft: content, seen: part });
  const sending = useRef<Promise<string | undefined>>(undefined);
  const options = useRef({ isGone, work });
  options.current = { isGone, work };

  /** Sends it once; gives the id of the part that has the words then, undefined where none has. */
  const sendOnce = async (): Promise<string | undefined> => {
    const { draft: sent, seen } = now.current;
    if (options.current.isGone && seen.id === part.id) {
      const added = await options.current.work.add(sent, part.place);
      if (added) now.current.seen = { ...part, id: added, content: sent };
      return added;
    }
    const outcome = await options.current.work.rewrite(seen, sent);
    if (outcome.saved) {
      now.current.seen = { ...seen, content: sent };
      return seen.id;
    }
    if (outcome.theirs && outcome.theirs.content.kind !== 'passage') {
      now.current.seen = outcome.theirs;
      setTheirs(outcome.theirs.content.text);
    }
    return undefined;
  };
  const isUnsent = () => !isSame(now.current.draft, now.current.seen.content);
  const isTooLong = ({ kind, text }: OwnContent) => kind === 'text' && text.length > maxOutlineText;
  const sendAll = async (): Promise<string | undefined> => {
    while (isUnsent()) {
      if (isTooLong(now.current.draft) || !(await sendOnce())) return undefined;
    }
    return now.current.seen.id;
  };
  return {
    draft,
    /** Their words, where a colleague wrote in the same meanwhile. */
    theirs,
    isChanged: isUnsent(),
    isTooLong: isTooLong(draft),
    write(changed: OwnContent) {
      now.current.draft = changed;
      setDraft(changed);
    },
    /** Sends all that is typed; gives the id of the part that has it, undefined where something of it is not kept. */
    send(): Promise<string | undefined> {
      sending.current ??= sendAll().finally(() => {
        sending.current = undefined;
      });
      return sending.current;
    },
  };
}

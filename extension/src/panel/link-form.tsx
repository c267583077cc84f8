import { linkKinds, type PassageLink } from '@waarborg/shared/dossier';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { v7 as uuidv7 } from 'uuid';
import { type DossierPassage, type FoundPassages, requestBackground } from '../messaging/index.ts';
import type { EntrySectionProps } from './entry-section.tsx';
import { usePanel } from './panel-context.ts';
import { PassageName } from './passage-name.tsx';
import { type Relation, relationInWords } from './relation-in-words.ts';

const relations: readonly Relation[] = (['to', 'from'] as const).flatMap((direction) =>
  linkKinds.map((kind) => ({ kind, direction })),
);

/** Links the passage to another one of the dossier: how, and with which. */
export function LinkForm({ passage, opened, vocabulary, onClose }: EntrySectionProps) {
  const { messages, passageWords, language, announce, settle } = usePanel();
  const [chosen, setChosen] = useState(0);
  const [words, setWords] = useState('');
  const found = useSearch(words, passage.annotation.id, opened.document.id);
  const search = useRef<HTMLInputElement>(null);
  const id = useId();
  // With the form and not after it: whoever is fast types at once.
  useLayoutEffect(() => search.current?.focus(), []);

  const link = async (other: DossierPassage) => {
    const made = toLink(relations[chosen], passage.annotation.id, other.id);
    const saving = requestBackground('save-link', made);
    if (!(await settle(saving))) return;
    const saved = await saving;
    onClose();
    if (saved.ok && saved.value.id !== made.id) announce(passageWords.linkedAlready);
    else announce(passageWords.linked, () => takeBack(made.id));
  };
  const takeBack = async (made: string) => {
    if (await settle(requestBackground('remove-link', { id: made }))) announce(passageWords.unlinked);
  };

  return (
    <>
      <label for={`${id}-relation`}>{passageWords.relationField}</label>
      <select
        id={`${id}-relation`}
        value={chosen}
        onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
      >
        {relations.map(({ kind, direction }, index) => (
          <option key={`${direction} ${kind}`} value={index}>
            {relationInWords({ kind, direction }, language)}
          </option>
        ))}
      </select>
      <label for={`${id}-words`}>{passageWords.linkSearch}</label>
      <input
        ref={search}
        id={`${id}-words`}
        type="search"
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
        onKeyDown={stepThrough}
      />
      <p class="facts" role="status">
        {found && countInWords(found, passageWords)}
      </p>
      <ul class="found-passages" onKeyDown={stepThrough}>
        {found?.passages.map((other) => (
          <li key={other.id}>
            <button type="button" onClick={() => void link(other)}>
              <PassageName passage={other} vocabulary={vocabulary} own={opened.document.id} />
            </button>
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="button" onClick={onClose}>
          {messages.cancel}
        </button>
      </p>
    </>
  );
}

function toLink(
  { kind, direction }: Relation = { kind: 'supports', direction: 'to' },
  own: string,
  other: string,
): PassageLink {
  const [from, to] = direction === 'to' ? [own, other] : [other, own];
  return { id: uuidv7(), from, to, kind };
}

type PassageWords = ReturnType<typeof usePanel>['passageWords'];

function countInWords({ passages, count }: FoundPassages, words: PassageWords): string {
  if (count === 0) return words.noPassageFound;
  return passages.length < count ? words.firstFound(passages.length, count) : words.passagesFound(count);
}

/** How long typing must rest before the passages are searched, in milliseconds. */
const pauseMs = 120;

/** The passages that answer what was typed; undefined until there is an answer. */
function useSearch(words: string, except: string, document: string): FoundPassages | undefined {
  const [found, setFound] = useState<FoundPassages>();
  useEffect(() => {
    let isCurrent = true;
    const search = async () => {
      const outcome = await requestBackground('search-passages', { words, except, document });
      if (isCurrent && outcome.ok) setFound(outcome.value);
    };
    // What goes wrong is told when the link is saved.
    const timer = setTimeout(() => search().catch(() => undefined), words === '' ? 0 : pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words, except, document]);
  return found;
}

/** Arrow keys go from the search field to the passages that were found, and from one to the next. */
function stepThrough(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const section = (event.target as Element).closest('.entry-section');
  if (by === undefined || !section) return;
  const stops = [...section.querySelectorAll<HTMLElement>('input[type="search"], .found-passages button')];
  const next = stops[stops.indexOf(event.target as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

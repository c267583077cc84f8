import { maxCommentLength, type OutlinePart } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { dayInWords } from '@waarborg/shared/ui';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../frame/button.tsx';
import { useTypedWarning } from '../frame/use-unsaved-warning.ts';
import { language } from '../language/language.ts';
import type { OutlineWork } from './use-outline.ts';

interface PartCommentsProps {
  readonly part: OutlinePart;
  readonly name: string;
  readonly people: Readonly<Record<string, string>>;
  readonly work: Pick<OutlineWork, 'comment' | 'settle'>;
  readonly mayWrite: boolean;
  readonly isOpen: boolean;
  /** How often somebody asked to comment: the field takes the focus each time. */
  readonly timesAsked: number;
  readonly onToggle: (isOpen: boolean) => void;
}

/** What colleagues say about a part; it stands in no paper. */
export function PartComments(props: PartCommentsProps) {
  const { part, name, people, work, mayWrite, isOpen, timesAsked, onToggle } = props;
  const messages = outlineMessages[language.value];
  const [text, setText] = useState('');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (timesAsked > 0) field.current?.focus();
  }, [timesAsked]);
  useTypedWarning(text.trim() !== '');
  if (!isOpen && part.comments.length === 0) return null;
  const isPosting = useRef(false);
  const post = async () => {
    if (text.trim() === '' || isPosting.current) return;
    isPosting.current = true;
    const isDone = await work.comment(part, text.trim());
    isPosting.current = false;
    // What is typed meanwhile stays.
    if (isDone) setText((current) => (current === text ? '' : current));
  };
  return (
    <details class="wb-part-comments" open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{messages.comments(part.comments.length)}</summary>
      <ul>
        {part.comments.map((comment) => (
          <li key={comment.id}>
            <p class="wb-typed">{comment.text}</p>
            <p class="wb-muted">
              {people[comment.author] ?? ''} {dayInWords(comment.at, language.value)}
            </p>
            {mayWrite && (
              <button
                type="button"
                class="wb-text-button"
                aria-label={messages.settleOf(comment.text)}
                onClick={() => void work.settle(part, comment.id)}
              >
                {messages.settle}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void post();
          }}
        >
          <label class="wb-visually-hidden" for={id}>
            {messages.commentOn(name)}
          </label>
          <textarea
            ref={field}
            id={id}
            class="utrecht-textbox"
            rows={2}
            maxLength={maxCommentLength}
            placeholder={messages.newComment}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">{messages.place}</Button>
        </form>
      )}
    </details>
  );
}

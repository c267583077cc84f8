import { maxOutlineHeadingLength, maxOutlineText, type OutlinePart } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Choice } from '../forms/choice-field.tsx';
import { takeFocus } from '../forms/take-focus.ts';
import { usePointerRelease } from '../forms/use-pointer-release.ts';
import { Button } from '../frame/button.tsx';
import { useTypedWarning, useUnsavedWarning } from '../frame/use-unsaved-warning.ts';
import { language } from '../language/language.ts';
import { DeletedOutline } from './deleted-outline.tsx';
import { TextEditor } from './text-editor.tsx';
import type { OutlineWork } from './use-outline.ts';
import { type OwnContent, usePartDraft } from './use-part-draft.ts';

/** Saves what is written in the open editor and closes it; gives whether it did. */
export type FinishWriting = () => Promise<boolean>;

interface PartEditorProps {
  readonly part: OutlinePart;
  readonly content: OwnContent;
  /** Whether a colleague took it out meanwhile. */
  readonly isGone: boolean;
  readonly work: Pick<OutlineWork, 'add' | 'rewrite' | 'deletionHref'>;
  /** Where to put what finishes it, for whoever wants to go on elsewhere. */
  readonly finish: RefObject<FinishWriting | undefined>;
  /** Told which part has the words now; without one the reader has gone elsewhere, and stays there. */
  readonly onClose: (id?: string) => void;
}

const levels = [1, 2, 3] as const;

/**
 * Writes in a heading or a text. Leaving it saves, so that nothing is lost; Escape leaves it as it was. What is
 * too long to be kept stays open. Where a colleague wrote in the same meanwhile, both stand there; where one took it
 * out, saving puts it back.
 */
export function PartEditor({ part, content, isGone, work, finish, onClose }: PartEditorProps) {
  const messages = outlineMessages[language.value];
  const { draft, theirs, isChanged, isTooLong, write, send } = usePartDraft({ part, content, isGone, work });
  const form = useRef<HTMLFormElement>(null);
  const whenReleased = usePointerRelease();
  // A field that goes with its editor loses the focus too, and that saves nothing.
  const isClosed = useRef(false);
  const id = useId();
  useUnsavedWarning(isChanged);

  const hasFocus = () => form.current?.contains(document.activeElement) ?? false;
  const close = (id = part.id) => {
    if (isClosed.current) return;
    isClosed.current = true;
    onClose(hasFocus() || document.activeElement === document.body ? id : undefined);
  };
  useEffect(() => {
    if (isGone && !isChanged) close();
  }, [isGone]);
  const save = async (): Promise<boolean> => {
    const kept = await send();
    if (kept) close(kept);
    return kept !== undefined;
  };
  /** Of who went elsewhere, and perhaps came back before it was saved. */
  const leave = async () => {
    const kept = await send();
    await whenReleased();
    if (kept && !hasFocus()) close(kept);
  };
  /** What a colleague did to it is for the reader to decide about. */
  const needsReader = (theirs !== undefined && isChanged) || isGone || work.deletionHref !== undefined;
  // Anything else is saved when one goes elsewhere.
  useTypedWarning(isChanged && (needsReader || isTooLong));
  useLayoutEffect(() => {
    finish.current = async () => {
      const isFinished = !needsReader && (await save());
      if (!isFinished)
        form.current?.querySelector<HTMLElement>('[contenteditable], textarea, input')?.focus();
      return isFinished;
    };
  });
  return (
    <form
      ref={form}
      class="wb-part-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onFocusOut={({ relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && form.current?.contains(relatedTarget);
        if (!isInside && !isClosed.current && !needsReader) void leave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
    >
      <label class="utrecht-form-label" id={`${id}-label`} for={id}>
        {messages[draft.kind]}
      </label>
      <DraftField id={id} draft={draft} onDraft={write} />
      {isTooLong && (
        <p role="alert" class="utrecht-alert utrecht-alert--error wb-alert">
          {messages.textTooLong(draft.text.length, maxOutlineText)}
        </p>
      )}
      <DeletedOutline historyHref={work.deletionHref} />
      {isGone && (
        <p role="alert" class="utrecht-alert utrecht-alert--error wb-alert">
          {messages.othersRemoved}
        </p>
      )}
      {theirs !== undefined && !isGone && (
        <div role="alert">
          <p class="utrecht-alert utrecht-alert--error wb-alert">{messages.othersChanged}</p>
          <p class="wb-part-label">{messages.theirText}</p>
          <blockquote class="wb-typed">{theirs}</blockquote>
        </div>
      )}
      <div class="wb-part-buttons">
        <Button type="submit" tone="primary">
          {messages.save}
        </Button>
        <Button tone="subtle" onClick={() => close()}>
          {messages.cancel}
        </Button>
      </div>
    </form>
  );
}

interface DraftFieldProps {
  readonly id: string;
  readonly draft: OwnContent;
  readonly onDraft: (draft: OwnContent) => void;
}

/** The field in which it is written, which has the focus from the start; beside a heading its level. */
function DraftField({ id, draft, onDraft }: DraftFieldProps) {
  const messages = outlineMessages[language.value];
  if (draft.kind === 'heading') {
    return (
      <div class="wb-part-heading-fields">
        <input
          id={id}
          class="utrecht-textbox utrecht-textbox--html-input"
          value={draft.text}
          maxLength={maxOutlineHeadingLength}
          ref={takeFocus}
          onInput={(event) => onDraft({ ...draft, text: event.currentTarget.value })}
        />
        <Choice
          label={messages.levelLabel}
          value={String(draft.level) as `${(typeof levels)[number]}`}
          onValue={(level) => onDraft({ ...draft, level: Number(level) as (typeof levels)[number] })}
          options={levels.map((level) => ({ value: `${level}` as const, label: messages.level(level) }))}
        />
      </div>
    );
  }
  return (
    <>
      <p class="wb-field-hint" id={`${id}-hint`}>
        {messages.textHint}
      </p>
      <TextEditor
        labelledBy={`${id}-label`}
        describedBy={`${id}-hint`}
        text={draft.text}
        onText={(text) => onDraft({ kind: 'text', text })}
      />
    </>
  );
}

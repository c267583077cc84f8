import { maxOutlineHeadingLength, maxOutlineText, type OutlinePart } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Choice } from '../forms/choice-field.tsx';
import { takeFocus } from '../forms/take-focus.ts';
import { Button } from '../frame/button.tsx';
import { useUnsavedWarning } from '../frame/use-unsaved-warning.ts';
import { language } from '../language/language.ts';
import { DeletedOutline } from './deleted-outline.tsx';
import { TextEditor } from './text-editor.tsx';
import type { OutlineWork } from './use-outline.ts';

type OwnContent = Exclude<OutlinePart['content'], { kind: 'passage' }>;

interface PartEditorProps {
  readonly part: OutlinePart;
  readonly content: OwnContent;
  /** Whether a colleague took it out meanwhile. */
  readonly isGone: boolean;
  readonly work: Pick<OutlineWork, 'add' | 'rewrite' | 'deletionHref'>;
  /** Told which part has the words now, where it is another one. */
  readonly onClose: (id?: string) => void;
}

const levels = [1, 2, 3] as const;

/**
 * Writes in a heading or a text. Leaving it saves, so that nothing is lost; Escape leaves it as it was. What is
 * too long to be kept stays open. Where a colleague wrote in the same meanwhile, both stand there; where one took it
 * out, saving puts it back.
 */
export function PartEditor({ part, content, isGone, work, onClose }: PartEditorProps) {
  const messages = outlineMessages[language.value];
  const [seen, setSeen] = useState(part);
  const [draft, setDraft] = useState<OwnContent>(content);
  const [theirs, setTheirs] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  // Saving, or done: a field that goes with its editor loses the focus too, and that saves nothing.
  const isSettled = useRef(false);
  const id = useId();

  const isChanged = JSON.stringify(draft) !== JSON.stringify(seen.content);
  useUnsavedWarning(isChanged);
  const isTooLong = draft.kind === 'text' && draft.text.length > maxOutlineText;

  const close = (id?: string) => {
    isSettled.current = true;
    onClose(id);
  };
  useEffect(() => {
    if (isGone && !isChanged) close();
  }, [isGone]);
  const save = async () => {
    if (isSettled.current || isTooLong) return;
    if (!isChanged) {
      close();
      return;
    }
    isSettled.current = true;
    if (isGone) {
      const added = await work.add(draft, part.place);
      isSettled.current = false;
      if (added) close(added);
      return;
    }
    const outcome = await work.rewrite(seen, draft);
    if (outcome.saved) {
      close();
      return;
    }
    isSettled.current = false;
    if (outcome.theirs && outcome.theirs.content.kind !== 'passage') {
      setSeen(outcome.theirs);
      setTheirs(outcome.theirs.content.text);
    }
  };
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
        if (!isInside && !theirs && !isGone && !work.deletionHref) void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
    >
      <label class="utrecht-form-label" id={`${id}-label`} for={id}>
        {messages[draft.kind]}
      </label>
      <DraftField id={id} draft={draft} onDraft={setDraft} />
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

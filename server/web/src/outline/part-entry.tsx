import type { OutlinePart } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { useState } from 'preact/hooks';
import { language } from '../language/language.ts';
import { PartComments } from './part-comments.tsx';
import { PartContent } from './part-content.tsx';
import { PartEditor } from './part-editor.tsx';
import type { PartSetting } from './part-list.tsx';

interface PartEntryProps {
  readonly part: OutlinePart;
  /** Its place among all, from 0. */
  readonly index: number;
  readonly name: string;
  readonly isEdited: boolean;
  /** Whether somebody took it out while it is written in. */
  readonly isGone: boolean;
  readonly setting: PartSetting;
}

/** A part with everything that can be done to it. */
export function PartEntry({ part, index, name, isEdited, isGone, setting }: PartEntryProps) {
  const { work, names, annotations, people, mayWrite } = setting;
  const { content } = part;
  const [isCommenting, setCommenting] = useState(false);
  const [timesAsked, setTimesAsked] = useState(0);
  const renew = content.kind === 'passage' && mayWrite;
  return (
    <li
      class="wb-part"
      data-kind={content.kind}
      data-part={part.id}
      data-dragged={setting.dragged === part.id || undefined}
      tabIndex={mayWrite ? 0 : undefined}
      onKeyDown={(event) => {
        const step = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
        if (!mayWrite || isEdited || takesText(event.target)) return;
        const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey);
        if (!isUndo && !(event.altKey && step)) return;
        event.preventDefault();
        if (step) setting.onStep(index, step, event.shiftKey);
        else setting.onUndo();
      }}
      onDragOver={(event) => {
        if (setting.dragged) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        setting.onDrop(event.clientY > top + height / 2 ? index + 1 : index, event.shiftKey);
      }}
    >
      {mayWrite && !isEdited && (
        <PartTools
          part={part}
          index={index}
          name={name}
          setting={setting}
          isCommenting={isCommenting}
          onComment={() => {
            setCommenting(!isCommenting);
            if (!isCommenting) setTimesAsked(timesAsked + 1);
          }}
        />
      )}
      {isEdited && content.kind !== 'passage' ? (
        <PartEditor
          part={part}
          content={content}
          isGone={isGone}
          work={work}
          finish={setting.finishWriting}
          onClose={(focus) => setting.onClosed(part.id, focus)}
        />
      ) : (
        <PartContent
          content={content}
          names={names}
          annotations={annotations}
          onRenew={
            renew
              ? () =>
                  void work.rewrite(part, { kind: 'passage', annotation: content.annotation, renew: true })
              : undefined
          }
        />
      )}
      <PartComments
        part={part}
        name={name}
        people={people}
        work={work}
        mayWrite={mayWrite}
        isOpen={isCommenting}
        timesAsked={timesAsked}
        onToggle={setCommenting}
      />
    </li>
  );
}

/** Whether keys that go there write: in a comment. */
function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null;
}

interface PartToolsProps extends Omit<PartEntryProps, 'isEdited' | 'isGone'> {
  readonly isCommenting: boolean;
  readonly onComment: () => void;
}

function PartTools({ part, index, name, setting, isCommenting, onComment }: PartToolsProps) {
  const messages = outlineMessages[language.value];
  const { onStep, onEdit, onAdd, count } = setting;
  const tool = (text: string, label: string, act: () => void, isOff = false) => (
    <button
      type="button"
      class="wb-text-button"
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={() => {
        if (!isOff) act();
      }}
    >
      {text}
    </button>
  );
  return (
    <div class="wb-part-tools">
      <span
        class="wb-part-handle"
        draggable
        title={messages.dragOf(name)}
        aria-hidden="true"
        onDragStart={(event) => {
          event.dataTransfer?.setData('text/plain', name);
          setting.onDrag(part.id);
        }}
        onDragEnd={() => setting.onDrag(undefined)}
      >
        ⠿
      </span>
      {tool(messages.moveUp, messages.moveUpOf(name), () => onStep(index, -1), index === 0)}
      {tool(messages.moveDown, messages.moveDownOf(name), () => onStep(index, 1), index === count - 1)}
      {part.content.kind !== 'passage' &&
        tool(messages.edit, messages.editOf(name), () => void onEdit(part.id))}
      {tool(`+ ${messages.text}`, messages.addTextBelow(name), () => void onAdd('text', index))}
      {tool(`+ ${messages.heading}`, messages.addHeadingBelow(name), () => void onAdd('heading', index))}
      <button
        type="button"
        class="wb-text-button"
        aria-label={messages.commentOn(name)}
        aria-expanded={isCommenting}
        onClick={onComment}
      >
        {messages.comment}
      </button>
      {tool(messages.remove, messages.removeOf(name), () => setting.onRemove(part, name))}
    </div>
  );
}

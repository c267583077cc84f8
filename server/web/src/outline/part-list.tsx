import type { Annotation } from '@waarborg/shared/annotation';
import type { OutlineResponse } from '@waarborg/shared/api';
import { type OutlinePart, sortByPlace } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Changes } from '../api/use-changes.ts';
import { DoneLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { formattedText } from './formatted-text.ts';
import { partName, placeAfter } from './outline-edits.ts';
import type { FinishWriting } from './part-editor.tsx';
import { PartEntry } from './part-entry.tsx';
import { type BlockMove, dropOf, stepOf } from './section-moves.ts';
import { loadTextEditor } from './text-editor.tsx';
import { useMoves } from './use-moves.ts';
import type { OutlineWork } from './use-outline.ts';

/** What every part needs of the list in which it stands. */
export interface PartSetting {
  readonly work: OutlineWork;
  readonly names: DossierNames;
  readonly annotations: ReadonlyMap<string, Annotation>;
  readonly people: Readonly<Record<string, string>>;
  readonly mayWrite: boolean;
  readonly count: number;
  /** Id of the part that is being dragged. */
  readonly dragged: string | undefined;
  readonly onDrag: (id: string | undefined) => void;
  /** Puts what is dragged before the part at an index, a heading with what stands below it unless `isAlone`. */
  readonly onDrop: (index: number, isAlone: boolean) => void;
  /** Moves the part at an index one step up or down, a heading with what stands below it unless `isAlone`. */
  readonly onStep: (index: number, step: -1 | 1, isAlone?: boolean) => void;
  /** Takes the last move back. */
  readonly onUndo: () => void;
  /** Finishes what is written in the open editor. */
  readonly finishWriting: RefObject<FinishWriting | undefined>;
  /** Opens the editor of a part, once what is written in another one is saved; where it is not, that stays open. */
  readonly onEdit: (id: string) => Promise<void>;
  /** The editor of a part is closed; the focus goes to the part that is named, if any. */
  readonly onClosed: (id: string, focus: string | undefined) => void;
  readonly onAdd: (kind: 'heading' | 'text', index: number) => Promise<void>;
  readonly onRemove: (part: OutlinePart, name: string) => void;
}

interface PartListProps {
  readonly outline: OutlineResponse;
  readonly work: OutlineWork;
  readonly names: DossierNames;
  readonly mayWrite: boolean;
  readonly changes: Changes;
  /** Told when somebody begins to write in a part, and when nobody does any more. */
  readonly onWriting: (isWriting: boolean) => void;
}

/** Puts the focus on a part once it stands where it was moved to, or its editor is closed; never later than that. */
function useFocusOnPart(parts: readonly OutlinePart[], edited: string | undefined) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const entry = list.current?.querySelector(`[data-part="${wanted.current}"]`);
    if (entry instanceof HTMLElement && !entry.contains(document.activeElement)) entry.focus();
    wanted.current = undefined;
  }, [parts, edited]);
  return {
    list,
    focusOn: (id: string) => {
      wanted.current = id;
    },
  };
}

/** The parts as they are shown: one that somebody takes out stays while it is written in, and is `gone`. */
function useWithEdited(parts: readonly OutlinePart[], edited: string | undefined) {
  const last = useRef<OutlinePart>(undefined);
  const current = parts.find(({ id }) => id === edited);
  if (current) last.current = current;
  const gone = !current && last.current?.id === edited ? last.current : undefined;
  return { parts: gone ? sortByPlace([...parts, gone]) : parts, gone };
}

/** The parts of an outline in their order. */
export function PartList({ outline, work, names, mayWrite, changes, onWriting }: PartListProps) {
  const messages = outlineMessages[language.value];
  const { people } = outline;
  const [edited, setEdited] = useState<string>();
  const { parts, gone } = useWithEdited(outline.parts, edited);
  const isWriting = edited !== undefined;
  useEffect(() => onWriting(isWriting), [isWriting]);
  const [dragged, setDragged] = useState<string>();
  const [told, setTold] = useState<string>();
  const isAdding = useRef(false);
  const { list, focusOn } = useFocusOnPart(parts, edited);
  const annotations = useMemo(
    () => new Map(outline.annotations.map((annotation) => [annotation.id, annotation])),
    [outline.annotations],
  );
  const nameOf = (part: OutlinePart) =>
    partName(
      part,
      part.content.kind === 'heading' ? messages.emptyHeading : messages.emptyText,
      formattedText,
    );

  const { move, undo, canUndo } = useMoves(parts, work);
  const moveBlock = (block: BlockMove | undefined) => {
    const part = block && parts[block.from];
    if (!part) return;
    focusOn(part.id);
    const [place, of] = [block.to + 1, parts.length];
    // The sentence goes on behind it.
    const name = nameOf(part).replace(/(?<!\.)\.$/u, '');
    setTold(block.length > 1 ? messages.movedSection(name, place, of) : messages.moved(name, place, of));
    move(block);
  };
  const finishWriting = useRef<FinishWriting>(undefined);
  const isFree = async () => edited === undefined || (await finishWriting.current?.()) !== false;
  const addPart = async (kind: 'heading' | 'text', index: number) => {
    const content = kind === 'heading' ? { kind, level: 1 as const, text: '' } : { kind, text: '' };
    const adding = work.add(content, placeAfter(parts, index));
    // Without it the field is a plain one.
    if (kind === 'text') await loadTextEditor().catch(() => undefined);
    return await adding;
  };
  const setting: PartSetting = {
    ...{ work, names, annotations, people, mayWrite, dragged },
    count: parts.length,
    onDrag: setDragged,
    onDrop(index, isAlone) {
      setDragged(undefined);
      if (dragged) moveBlock(dropOf(parts, dragged, index, isAlone));
    },
    onStep: (index, step, isAlone) => moveBlock(stepOf(parts, index, step, isAlone)),
    onUndo() {
      if (undo()) setTold(messages.movedBack);
    },
    finishWriting,
    async onEdit(id) {
      if (await isFree()) setEdited(id);
    },
    onClosed(id, focus) {
      setEdited((current) => (current === id ? undefined : current));
      if (focus) focusOn(focus);
    },
    async onAdd(kind, index) {
      // Whoever types before there is a field would press the button again with each space.
      if (isAdding.current) return;
      isAdding.current = true;
      const id = (await isFree()) ? await addPart(kind, index) : undefined;
      isAdding.current = false;
      if (id) setEdited(id);
    },
    async onRemove(part, name) {
      const revision = await work.remove(part);
      if (revision !== undefined) changes.tell({ text: messages.removed(name), revision });
    },
  };
  return (
    <>
      {parts.length === 0 && (
        <p class="wb-empty">
          {messages.emptyOutline} {mayWrite && messages.fillOutline}
        </p>
      )}
      <ol class="wb-parts" ref={list} aria-busy={work.isSaving}>
        {parts.map((part, index) => (
          <PartEntry
            key={part.id}
            part={part}
            index={index}
            name={nameOf(part)}
            isEdited={edited === part.id}
            isGone={part === gone}
            setting={setting}
          />
        ))}
      </ol>
      {mayWrite && (
        <div class="wb-part-buttons wb-outline-add">
          {(['heading', 'text'] as const).map((kind) => (
            <Button key={kind} onClick={() => void setting.onAdd(kind, parts.length - 1)}>
              {kind === 'heading' ? messages.addHeading : messages.addText}
            </Button>
          ))}
          <p class="wb-muted">{messages.keys}</p>
        </div>
      )}
      <div class="wb-outline-told">
        <DoneLine text={told} />
        {canUndo && (
          <button type="button" class="wb-text-button" onClick={setting.onUndo}>
            {messages.undoMove}
          </button>
        )}
      </div>
    </>
  );
}

import type { Annotation } from '@waarborg/shared/annotation';
import type { OutlineResponse } from '@waarborg/shared/api';
import type { OutlinePart } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DossierNames } from '../cell/use-dossier-names.ts';
import { language } from '../frame/language.ts';
import { DoneLine } from '../people/notices.tsx';
import { partName, placeAfter, placeOfMove } from './outline-edits.ts';
import { PartEntry } from './part-entry.tsx';
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
  /** Puts what is dragged before or behind the part at an index. */
  readonly onDrop: (index: number, isBehind: boolean) => void;
  readonly onMove: (part: OutlinePart, index: number) => void;
  /** Opens the editor of a part, or closes it; the focus goes to the other part that is named. */
  readonly onEdit: (id: string | undefined, focus: string) => void;
  readonly onAdd: (kind: 'heading' | 'text', index: number) => void;
  readonly onRemove: (part: OutlinePart, name: string) => void;
}

interface PartListProps {
  readonly outline: OutlineResponse;
  readonly work: OutlineWork;
  readonly names: DossierNames;
  readonly mayWrite: boolean;
}

/** Puts the focus on a part once it stands where it was moved to. */
function useFocusOnPart(parts: readonly OutlinePart[]) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const entry = list.current?.querySelector(`[data-part="${wanted.current}"]`);
    if (entry instanceof HTMLElement && !entry.contains(document.activeElement)) entry.focus();
    wanted.current = undefined;
  }, [parts]);
  return {
    list,
    focusOn: (id: string) => {
      wanted.current = id;
    },
  };
}

/** The parts of an outline in their order. */
export function PartList({ outline, work, names, mayWrite }: PartListProps) {
  const messages = outlineMessages[language.value];
  const { parts, people } = outline;
  const [edited, setEdited] = useState<string>();
  const [dragged, setDragged] = useState<string>();
  const [told, setTold] = useState<string>();
  const { list, focusOn } = useFocusOnPart(parts);
  const annotations = useMemo(
    () => new Map(outline.annotations.map((annotation) => [annotation.id, annotation])),
    [outline.annotations],
  );
  const nameOf = (part: OutlinePart) =>
    partName(part, part.content.kind === 'heading' ? messages.emptyHeading : messages.emptyText);

  const move = (part: OutlinePart, index: number) => {
    const place = placeOfMove(parts, part.id, index);
    if (!place) return;
    focusOn(part.id);
    setTold(messages.moved(nameOf(part), Math.min(Math.max(index, 0), parts.length - 1) + 1, parts.length));
    void work.move(part, place);
  };
  const setting: PartSetting = {
    ...{ work, names, annotations, people, mayWrite, dragged },
    count: parts.length,
    onDrag: setDragged,
    onDrop(index, isBehind) {
      const from = parts.findIndex(({ id }) => id === dragged);
      setDragged(undefined);
      const part = parts[from];
      if (!part) return;
      const to = index + (isBehind ? 1 : 0);
      move(part, to > from ? to - 1 : to);
    },
    onMove: move,
    onEdit(id, focus) {
      setEdited(id);
      if (id === undefined) focusOn(focus);
    },
    async onAdd(kind, index) {
      const content = kind === 'heading' ? { kind, level: 1 as const, text: '' } : { kind, text: '' };
      const id = await work.add(content, placeAfter(parts, index));
      if (id) setEdited(id);
    },
    async onRemove(part, name) {
      if (await work.remove(part)) setTold(messages.removed(name));
    },
  };
  return (
    <>
      {parts.length === 0 && <p class="wb-empty">{messages.emptyOutline}</p>}
      <ol class="wb-parts" ref={list}>
        {parts.map((part, index) => (
          <PartEntry
            key={part.id}
            part={part}
            index={index}
            name={nameOf(part)}
            isEdited={edited === part.id}
            setting={setting}
          />
        ))}
      </ol>
      {mayWrite && (
        <div class="wb-part-buttons wb-outline-add">
          {(['heading', 'text'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={() => void setting.onAdd(kind, parts.length - 1)}
            >
              {kind === 'heading' ? messages.addHeading : messages.addText}
            </button>
          ))}
          <p class="wb-muted">{messages.keys}</p>
        </div>
      )}
      <DoneLine text={told} />
    </>
  );
}

import type { MatrixResponse } from '@waarborg/shared/api';
import { type Hideable, hideable } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { DropDown } from '../forms/drop-down.tsx';
import { language } from '../language/language.ts';
import type { Member } from '../matrix-view/cell-words.ts';
import { toggleFold, toggleHide, withoutOrder } from '../matrix-view/change-view.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { showView } from './show-view.ts';

interface LayoutChoicesProps {
  readonly view: MatrixView;
  /** The matrix of the view, once it is here: it says which groups there are. */
  readonly matrix: MatrixResponse | undefined;
}

/** How the table is laid out: what is hidden, which groups are folded, and the way back to the codebook's order. */
export function LayoutChoices({ view, matrix }: LayoutChoicesProps) {
  const messages = matrixMessages[language.value];
  const chosen = (view.fold?.length ?? 0) + (view.hide?.length ?? 0);
  const isOrdered = view.rowOrder !== undefined || view.columnOrder !== undefined;
  return (
    <DropDown
      title={messages.layout}
      state={chosen > 0 || isOrdered ? messages.layoutOwn : messages.layoutPlain}
      isActive={chosen > 0 || isOrdered}
    >
      <fieldset>
        <legend class="wb-option-title">{messages.hideEmpty}</legend>
        {hideable.map((name) => (
          <Option
            key={name}
            label={messages[`hide.${name}`]}
            isChosen={view.hide?.includes(name) ?? false}
            onChange={() => showView(toggleHide(view, name as Hideable))}
          />
        ))}
      </fieldset>
      <FoldChoices title={messages.foldRows} view={view} members={matrix?.rows ?? []} />
      <FoldChoices title={messages.foldColumns} view={view} members={matrix?.columns ?? []} />
      {isOrdered && (
        <button type="button" class="wb-text-button" onClick={() => showView(withoutOrder(view))}>
          {messages.plainOrder}
        </button>
      )}
    </DropDown>
  );
}

interface FoldChoicesProps {
  readonly title: string;
  readonly view: MatrixView;
  readonly members: readonly Member[];
}

/** Each group of an axis, to fold or unfold. */
function FoldChoices({ title, view, members }: FoldChoicesProps) {
  const messages = matrixMessages[language.value];
  const { fold = [], selection: _, ...rest } = view;
  const groups = new Map(
    members.flatMap(({ groupId, group }) => (groupId && group ? [[groupId, group]] : [])),
  );
  if (groups.size === 0) return null;
  const ids = [...groups.keys()];
  const others = fold.filter((id) => !groups.has(id));
  const isAllFolded = ids.every((id) => fold.includes(id));
  const all = isAllFolded ? others : [...others, ...ids];
  return (
    <fieldset>
      <legend class="wb-option-title">{title}</legend>
      {[...groups].map(([id, label]) => (
        <Option
          key={id}
          label={label}
          isChosen={fold.includes(id)}
          onChange={() => showView(toggleFold(view, id))}
        />
      ))}
      <button
        type="button"
        class="wb-text-button"
        onClick={() => showView(all.length > 0 ? { ...rest, fold: all } : rest)}
      >
        {isAllFolded ? messages.unfoldAll : messages.foldAll}
      </button>
    </fieldset>
  );
}

interface OptionProps {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChange: () => void;
}

function Option({ label, isChosen, onChange }: OptionProps) {
  return (
    <label class="wb-option">
      <input type="checkbox" checked={isChosen} onChange={onChange} />
      <span>{label}</span>
    </label>
  );
}

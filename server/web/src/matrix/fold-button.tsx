import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { language } from '../language/language.ts';
import { toggleFold } from '../matrix-view/change-view.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { showView } from './show-view.ts';

interface FoldButtonProps {
  readonly view: MatrixView;
  readonly groupId: string;
  readonly label: string;
  /** Row and column among the numbers, of which the first has 0: for the arrow keys. */
  readonly position: readonly [number, number];
}

/** Makes one row or column of a group, or shows its members again. */
export function FoldButton({ view, groupId, label, position }: FoldButtonProps) {
  const messages = matrixMessages[language.value];
  const isFolded = view.fold?.includes(groupId) ?? false;
  const text = isFolded ? messages.unfoldGroup(label) : messages.foldGroup(label);
  return (
    <button
      type="button"
      class="wb-fold"
      aria-expanded={!isFolded}
      aria-label={text}
      title={text}
      data-position={position.join()}
      tabIndex={-1}
      onClick={() => showView(toggleFold(view, groupId))}
    >
      <span aria-hidden="true">{isFolded ? '+' : label}</span>
    </button>
  );
}

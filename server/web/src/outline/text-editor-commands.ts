import { lift, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { ownTextSchema } from './own-text.ts';

const { nodes, marks } = ownTextSchema;

/** What can be done to words that are selected, in the order of its buttons. */
export const textActions = ['bold', 'italic', 'bullets', 'numbers', 'quote'] as const;
export type TextAction = (typeof textActions)[number];

function isMarked({ selection: { from, to, empty, $from }, storedMarks, doc }: EditorState, mark: MarkType) {
  if (empty) return mark.isInSet(storedMarks ?? $from.marks()) !== undefined;
  return doc.rangeHasMark(from, to, mark);
}

/** Whether the selection begins in a block of a kind. */
function isIn({ selection: { $from } }: EditorState, kind: NodeType): boolean {
  return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth).type).includes(kind);
}

/** Makes blocks a list, and items of one paragraphs again. */
const toggleList =
  (kind: NodeType): Command =>
  (state, dispatch) =>
    (isIn(state, kind) ? liftListItem(nodes.list_item) : wrapInList(kind))(state, dispatch);

const toggleQuote: Command = (state, dispatch) =>
  (isIn(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch);

/** How each is done, and taken back. */
export const textCommands: Readonly<Record<TextAction, Command>> = {
  bold: toggleMark(marks.strong),
  italic: toggleMark(marks.em),
  bullets: toggleList(nodes.bullet_list),
  numbers: toggleList(nodes.ordered_list),
  quote: toggleQuote,
};

/** Which of them hold where the selection is. */
export function activeActions(state: EditorState): ReadonlySet<TextAction> {
  const holds: Readonly<Record<TextAction, boolean>> = {
    bold: isMarked(state, marks.strong),
    italic: isMarked(state, marks.em),
    bullets: isIn(state, nodes.bullet_list),
    numbers: isIn(state, nodes.ordered_list),
    quote: isIn(state, nodes.blockquote),
  };
  return new Set(textActions.filter((action) => holds[action]));
}

/** Makes the selected words lead to an address on the web; without words it stands there itself. Empty takes a link away. */
export function linkTo(address: string): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    // Whoever types `example.org` means the web.
    const mark = marks.link.create({ href: /^https?:/iu.test(address) ? address : `https://${address}` });
    if (address === '') dispatch?.(state.tr.removeMark(from, to, marks.link));
    else if (empty) dispatch?.(state.tr.replaceSelectionWith(ownTextSchema.text(address, [mark]), false));
    else dispatch?.(state.tr.addMark(from, to, mark));
    return true;
  };
}

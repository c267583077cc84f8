import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { ownTextSchema, readOwnText, writeOwnText } from './own-text.ts';
import { ownTextRules } from './own-text-rules.ts';
import { activeActions, type TextAction, textCommands } from './text-editor-commands.ts';

const { nodes } = ownTextSchema;

const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** The keys of every editor; Tab stays the way out of the field. */
const keys: Readonly<Record<string, Command>> = {
  'Mod-z': undo,
  'Shift-Mod-z': redo,
  'Mod-y': redo,
  'Mod-b': textCommands.bold,
  'Mod-i': textCommands.italic,
  Enter: splitListItem(nodes.list_item),
  'Shift-Enter': breakLine,
  'Mod-]': sinkListItem(nodes.list_item),
  'Mod-[': liftListItem(nodes.list_item),
};

/** What an editor is opened with. */
export interface TextEditorOptions {
  /** Markdown. */
  readonly text: string;
  /** What the field is called and described by, as attributes of its element. */
  readonly attributes: Record<string, string>;
  /** Told the text as Markdown each time that it changes. */
  readonly onText: (markdown: string) => void;
  /** Told what holds at the selection each time that it moves. */
  readonly onActive: (active: ReadonlySet<TextAction>) => void;
}

/** An editor that is open. */
export interface TextEditor {
  /** Does something at the selection, and gives the focus back to the text. */
  run(command: Command): void;
  close(): void;
}

/** Opens an editor of an own text in an empty element, and puts the focus into it. */
export function openTextEditor(
  place: HTMLElement,
  { text, attributes, onText, onActive }: TextEditorOptions,
): TextEditor {
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: readOwnText(text),
      plugins: [ownTextRules(), keymap(keys), keymap(baseKeymap), history()],
    }),
    attributes: { role: 'textbox', 'aria-multiline': 'true', ...attributes },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) onText(writeOwnText(view.state.doc));
      onActive(activeActions(view.state));
    },
  });
  view.focus();
  return {
    run(command) {
      command(view.state, view.dispatch, view);
      view.focus();
    },
    close: () => view.destroy(),
  };
}

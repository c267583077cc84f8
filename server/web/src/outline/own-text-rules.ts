import { InputRule, inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import type { MarkType } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';
import { ownTextSchema } from './own-text.ts';

/** Words between two signs, of which the last was just typed, are marked, and the signs go. */
function markRule(written: RegExp, mark: MarkType): InputRule {
  return new InputRule(written, (state, [whole, before = '', words = ''], start, end) => {
    const from = start + before.length;
    // The last sign is not there yet.
    const sign = (whole.length - before.length - words.length) / 2;
    return state.tr
      .delete(from + sign + words.length, end)
      .delete(from, from + sign)
      .addMark(from, from + words.length, mark.create())
      .removeStoredMark(mark);
  });
}

const { nodes, marks } = ownTextSchema;

/** Whoever types Markdown gets what it means: lists, quotes, bold and italic. */
export function ownTextRules(): Plugin {
  return inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*]\s$/u, nodes.bullet_list),
      wrappingInputRule(/^\s*1[.)]\s$/u, nodes.ordered_list),
      wrappingInputRule(/^\s*>\s$/u, nodes.blockquote),
      markRule(/(^|[\s(])\*\*([^\s*](?:[^*]*[^\s*])?)\*\*$/u, marks.strong),
      markRule(/(^|[\s(])\*([^\s*](?:[^*]*[^\s*])?)\*$/u, marks.em),
    ],
  });
}

/*
 * Text of one's own as it is written in an editor, and as the Markdown that is kept of it: the history, a diff and other
 * programs can read that. It has what `@waarborg/shared/markdown` reads; all other signs are letters.
 */

import {
  schema as commonMark,
  defaultMarkdownParser,
  defaultMarkdownSerializer,
  MarkdownParser,
  MarkdownSerializer,
} from 'prosemirror-markdown';
import { type Node, Schema } from 'prosemirror-model';

const known = commonMark.spec.nodes;

type BlockName =
  | 'doc'
  | 'paragraph'
  | 'heading'
  | 'blockquote'
  | 'bullet_list'
  | 'ordered_list'
  | 'list_item';
type InlineName = 'text' | 'hard_break';

/** What an own text is made of. */
export const ownTextSchema = new Schema<BlockName | InlineName, 'em' | 'strong' | 'link'>({
  nodes: known
    .update('heading', { ...known.get('heading'), content: 'text*' })
    // Items follow each other without an empty line.
    .update('bullet_list', { ...known.get('bullet_list'), attrs: { tight: { default: true } } })
    .update('ordered_list', {
      ...known.get('ordered_list'),
      attrs: { order: { default: 1 }, tight: { default: true } },
    })
    .remove('image')
    .remove('code_block')
    .remove('horizontal_rule'),
  marks: commonMark.spec.marks.remove('code'),
});

/** Marks of CommonMark that are letters in a text of one's own. */
const letters = [
  ...['backticks', 'code', 'entity', 'fence', 'hr'],
  ...['html_block', 'html_inline', 'image'],
];

const understood = Object.entries(defaultMarkdownParser.tokens).filter(
  ([, { node, block, mark }]) =>
    (node ?? block ?? '') in ownTextSchema.nodes || (mark ?? '') in ownTextSchema.marks,
);

const parser = new MarkdownParser(ownTextSchema, defaultMarkdownParser.tokenizer.disable(letters), {
  ...Object.fromEntries(understood),
  // A line of its own in a text is one in the paper.
  softbreak: { node: 'hard_break' },
});

const { image, code_block, horizontal_rule, ...nodes } = defaultMarkdownSerializer.nodes;
const { code, ...marks } = defaultMarkdownSerializer.marks;
const serializer = new MarkdownSerializer(nodes, marks);

/** An own text as its editor has it. */
export function readOwnText(markdown: string): Node {
  return parser.parse(markdown);
}

/** An own text as it is kept. */
export function writeOwnText(text: Node): string {
  return serializer.serialize(text);
}

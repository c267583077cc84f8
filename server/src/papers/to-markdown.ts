import type { Block, GridCell, Inline, Paper } from './paper.ts';

/** Keeps signs of Markdown the signs that they are. A line begins behind any sign that ends one: none is read over. */
function escapeMarks(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]/gu, '\\$&')
    .replace(/^([^\S\n\r\u2028\u2029]*)([#+-])(?=[\s#])/gmu, '$1\\$2')
    .replace(/^([^\S\n\r\u2028\u2029]*\d+)([.)])(?=\s)/gmu, '$1\\$2')
    .replace(/^([^\S\n\r\u2028\u2029]*)(-{3,}|={3,})$/gmu, '$1\\$2');
}

/** Text of one line, such as a cell or a heading. */
function oneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return escapeMarks(lines.filter((line) => line !== '').join(' '));
}

const emphasis = { strong: '**', emphasis: '*', muted: '' } as const;

/** Puts the marks of emphasis around the words and not around the spaces beside them. */
function emphasise(text: string, mark: string): string {
  const words = text.trim();
  const start = text.indexOf(words);
  return words === ''
    ? text
    : `${text.slice(0, start)}${mark}${words}${mark}${text.slice(start + words.length)}`;
}

/** Writes Markdown and gathers its footnotes. */
class MarkdownWriter {
  readonly #notes: string[] = [];

  inline(content: readonly Inline[]): string {
    return content
      .map((inline) => {
        if (inline.kind === 'footnote') {
          this.#notes.push(oneLine(inline.text));
          return `[^${this.#notes.length}]`;
        }
        if (inline.kind === 'link')
          return `[${oneLine(inline.text)}](<${inline.address.replace(/[<>]/gu, encodeURIComponent)}>)`;
        const mark = inline.style ? emphasis[inline.style] : '';
        return emphasise(escapeMarks(inline.text), mark);
      })
      .join('');
  }

  #row(cells: readonly string[]): string {
    return `| ${cells.join(' | ')} |`;
  }

  #table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    return [this.#row(head), this.#row(head.map(() => '---')), ...rows.map((row) => this.#row(row))].join(
      '\n',
    );
  }

  #grid({ caption, corner, columns, rows, legend }: Extract<Block, { kind: 'grid' }>): string {
    const cellText = ({ text, marks }: GridCell) => oneLine(marks ? `${text} (${marks})` : text);
    const table = this.#table(
      [corner, ...columns].map(oneLine),
      rows.map(({ label, cells }) =>
        cells
          ? [oneLine(label), ...cells.map(cellText)]
          : [`**${oneLine(label)}**`, ...columns.map(() => '')],
      ),
    );
    return [oneLine(caption), escapeMarks(legend), table].join('\n\n');
  }

  block(block: Block): string {
    switch (block.kind) {
      case 'contents':
        return '';
      case 'heading':
        return `${'#'.repeat(block.level + 1)} ${oneLine(block.text)}`;
      case 'paragraph': {
        const text = this.inline(block.content);
        if (block.style === 'lead') return emphasise(text, '**');
        return block.style === 'comment' ? emphasise(text, '*') : text;
      }
      case 'quote':
        return this.inline(block.content).replace(/^/gmu, '> ');
      case 'list':
        return block.items
          .map(
            (item, index) =>
              `${block.isNumbered ? `${index + 1}.` : '-'} ${this.inline(item).replace(/\n/gu, '\n  ')}`,
          )
          .join('\n');
      case 'table':
        return this.#table(
          block.head.map(oneLine),
          block.rows.map((row) => row.map((cell) => this.inline(cell).replace(/\n/gu, ' '))),
        );
      case 'grid':
        return this.#grid(block);
    }
  }

  notes(): string {
    return this.#notes.map((text, index) => `[^${index + 1}]: ${text}`).join('\n');
  }
}

/** A paper as Markdown, with footnotes and tables as most readers of Markdown know them. */
export function toMarkdown({ title, lines, parts }: Paper): string {
  const writer = new MarkdownWriter();
  const blocks = parts.flatMap((part) => part.blocks.map((block) => writer.block(block)));
  return `${[`# ${oneLine(title)}`, ...lines.map(oneLine), ...blocks, writer.notes()]
    .filter((text) => text !== '')
    .join('\n\n')}\n`;
}

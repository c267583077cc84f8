import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  FootnoteReferenceRun,
  HeadingLevel,
  HeightRule,
  type ITableCellOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { look, unlistedHeading } from './docx-look.ts';
import type { Block, GridCell, Inline } from './paper.ts';

/** Takes the text of a footnote and gives its number. */
type AddFootnote = (text: string) => number;

/** What blocks need of the page on which they stand. */
export interface BlockContext {
  /** Width of the text, in twentieths of a point. */
  readonly width: number;
  readonly addFootnote: AddFootnote;
  /** Number of a list of its own, so that each begins at 1. */
  readonly nextList: () => number;
}

/** Names of the lists' numbering. */
export const listReferences = { bullets: 'bullets', numbers: 'numbers' } as const;

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
];
const styles = { lead: 'Lead', note: 'SmallPrint', comment: 'Remark' } as const;

/** Text; a line of its own in a text of ours is one in the paper too. */
function toTextRuns({ text, style }: Extract<Inline, { kind: 'text' }>): TextRun[] {
  return text.split('\n').map(
    (part, index) =>
      new TextRun({
        text: part,
        // Only what differs from the paragraph's style: a plain `false` would take that away.
        ...(style === 'strong' ? { bold: true } : {}),
        ...(style === 'emphasis' ? { italics: true } : {}),
        ...(style === 'muted' ? { color: look.muted } : {}),
        ...(index > 0 ? { break: 1 } : {}),
      }),
  );
}

function toRuns(content: readonly Inline[], { addFootnote }: Pick<BlockContext, 'addFootnote'>) {
  return content.flatMap((inline): ParagraphChild[] => {
    if (inline.kind === 'text') return toTextRuns(inline);
    if (inline.kind === 'footnote') return [new FootnoteReferenceRun(addFootnote(inline.text))];
    const children = [new TextRun({ text: inline.text, style: 'Hyperlink' })];
    return [new ExternalHyperlink({ link: inline.address, children })];
  });
}

const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color });
const allSides = <T>(side: T) => ({ top: side, bottom: side, left: side, right: side });
const cellMargins = { top: 40, bottom: 40, left: 80, right: 80 };
const labelMargins = { ...cellMargins, top: 10, bottom: 10 };

interface CellOptions extends Partial<ITableCellOptions> {
  /** Whether its row stays on the page of the next one. */
  readonly keepNext: boolean;
}

function cell(
  content: readonly Inline[],
  width: number,
  context: BlockContext,
  { keepNext, ...options }: CellOptions,
): TableCell {
  return new TableCell({
    children: [new Paragraph({ style: 'InTable', keepNext, children: toRuns(content, context) })],
    width: { size: width, type: WidthType.DXA },
    margins: cellMargins,
    ...options,
  });
}

/** Most rows of a table that is not divided over pages. */
const maxUndivided = 8;

const headShading = { type: ShadingType.CLEAR, fill: look.head, color: 'auto' };

function toTable({ head, rows, widths }: Extract<Block, { kind: 'table' }>, context: BlockContext): Table {
  const sum = widths.reduce((total, share) => total + share, 0);
  const columns = widths.map((share) => Math.floor((share / sum) * context.width));
  return new Table({
    width: { size: context.width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders: {
      ...allSides(line(4, look.line)),
      insideHorizontal: line(4, look.line),
      insideVertical: line(4, look.line),
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, index) =>
          cell([{ kind: 'text', text, style: 'strong' }], columns[index] ?? 0, context, {
            shading: headShading,
            keepNext: true,
          }),
        ),
      }),
      ...rows.map((row, place) => {
        const keepNext = rows.length <= maxUndivided && place < rows.length - 1;
        return new TableRow({
          cantSplit: true,
          children: row.map((content, index) => cell(content, columns[index] ?? 0, context, { keepNext })),
        });
      }),
    ],
  });
}

type GridBlock = Extract<Block, { kind: 'grid' }>;
/** Share of the width for the labels of a grid's rows. */
const labelShare = 0.22;
/** Height of a grid's head, whose labels stand upright. */
const headHeight = 1_600;
/** Rows at the end of a grid that stay on one page, so that its total is not alone there. */
const keptTogether = 3;

function shadingOf({ strength, look: appearance }: GridCell) {
  if (appearance === 'not-read') {
    return { type: ShadingType.THIN_DIAGONAL_STRIPE, fill: 'FFFFFF', color: look.line };
  }
  return { type: ShadingType.CLEAR, fill: look.strengths[strength] ?? look.strengths[0], color: 'auto' };
}

function toGridCell(grid: GridCell, width: number, keepNext: boolean): TableCell {
  const small = (text: string, size: number, bold: boolean) => new TextRun({ text, size, bold });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 10, bottom: 10, left: 20, right: 20 },
    shading: shadingOf(grid),
    verticalAlign: VerticalAlignTable.CENTER,
    ...(grid.look === 'contested'
      ? { borders: allSides({ style: BorderStyle.SINGLE, size: 18, color: look.ink }) }
      : {}),
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext,
        spacing: { before: 0, after: 0, line: 190 },
        children: [
          small(grid.text, 16, grid.strength > 0 || grid.look === 'total'),
          ...(grid.marks ? [new TextRun({ text: grid.marks, size: 13, break: 1 })] : []),
        ],
      }),
    ],
  });
}

function toGridHead({ corner, columns }: GridBlock, first: number, other: number): TableRow {
  const run = (text: string) => new TextRun({ text, size: 14, bold: true });
  const paragraph = (text: string) =>
    new Paragraph({ spacing: { before: 0, after: 0, line: 200 }, children: [run(text)] });
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: headHeight, rule: HeightRule.EXACT },
    children: [
      new TableCell({
        width: { size: first, type: WidthType.DXA },
        margins: cellMargins,
        verticalAlign: VerticalAlignTable.BOTTOM,
        shading: headShading,
        children: [paragraph(corner)],
      }),
      ...columns.map(
        (text) =>
          new TableCell({
            width: { size: other, type: WidthType.DXA },
            textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT,
            verticalAlign: VerticalAlignTable.CENTER,
            margins: { top: 40, bottom: 40, left: 40, right: 40 },
            shading: headShading,
            children: [paragraph(text)],
          }),
      ),
    ],
  });
}

function toGridRows({ columns, rows }: GridBlock, first: number, other: number): TableRow[] {
  return rows.map(({ label, cells }, place) => {
    const keepNext = place >= rows.length - keptTogether && place < rows.length - 1;
    const text = (bold: boolean) =>
      new Paragraph({
        keepNext: bold || keepNext,
        spacing: { before: 10, after: 10, line: 210 },
        children: [new TextRun({ text: label, size: 16, bold })],
      });
    if (!cells) {
      return new TableRow({
        cantSplit: true,
        children: [
          new TableCell({ columnSpan: columns.length + 1, margins: labelMargins, children: [text(true)] }),
        ],
      });
    }
    return new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width: { size: first, type: WidthType.DXA },
          margins: labelMargins,
          verticalAlign: VerticalAlignTable.CENTER,
          children: [text(false)],
        }),
        ...cells.map((grid) => toGridCell(grid, other, keepNext)),
      ],
    });
  });
}

function toGrid(grid: GridBlock, { width }: BlockContext): (Paragraph | Table)[] {
  const other = Math.floor((width * (1 - labelShare)) / Math.max(1, grid.columns.length));
  const first = width - other * grid.columns.length;
  return [
    new Paragraph({ style: 'Caption', children: [new TextRun(grid.caption)] }),
    // Before the table: behind it, it would stand by itself on a page where the table fills the last.
    new Paragraph({ style: 'SmallPrint', keepNext: true, children: [new TextRun(grid.legend)] }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: [first, ...grid.columns.map(() => other)],
      layout: TableLayoutType.FIXED,
      borders: {
        ...allSides(line(4, look.line)),
        insideHorizontal: line(4, look.line),
        insideVertical: line(4, look.line),
      },
      rows: [toGridHead(grid, first, other), ...toGridRows(grid, first, other)],
    }),
  ];
}

/** The blocks between which a block stands. */
interface Neighbours {
  readonly before?: Block | undefined;
  readonly next?: Block | undefined;
}

/** Whether a paragraph leads to what follows it: to a list or a table, or from a heading to the first one below that. */
function leadsOn({ before, next }: Neighbours): boolean {
  if (next?.kind === 'list' || next?.kind === 'table') return true;
  return before?.kind === 'heading' && next?.kind === 'heading';
}

/** A block as Word knows it. What leads to the block after it stays on the page of that. */
export function toDocxBlocks(block: Block, context: BlockContext, neighbours: Neighbours): FileChild[] {
  switch (block.kind) {
    case 'contents':
      return [
        new Paragraph({ style: 'Lead', children: [new TextRun(block.title)] }),
        new TableOfContents(block.title, {
          hyperlink: true,
          headingStyleRange: '1-2',
          pageNumbersEntryLevelsRange: '1-2',
          beginDirty: false,
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          ...(block.isUnlisted
            ? { style: unlistedHeading }
            : { heading: levels[block.level - 1] ?? HeadingLevel.HEADING_4 }),
          children: [new TextRun(block.text)],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          ...(block.style ? { style: styles[block.style] } : {}),
          ...(leadsOn(neighbours) ? { keepNext: true } : {}),
          children: toRuns(block.content, context),
        }),
      ];
    case 'quote':
      return [new Paragraph({ style: 'Passage', children: toRuns(block.content, context) })];
    case 'list': {
      const instance = context.nextList();
      return block.items.map(
        (content) =>
          new Paragraph({
            numbering: {
              reference: block.isNumbered ? listReferences.numbers : listReferences.bullets,
              level: 0,
              instance,
            },
            spacing: { after: 60 },
            keepLines: true,
            children: toRuns(content, context),
          }),
      );
    }
    case 'table':
      return [toTable(block, context), new Paragraph({ style: 'Gap', children: [] })];
    case 'grid':
      return toGrid(block, context);
  }
}

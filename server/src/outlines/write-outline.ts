import type { Annotation } from '@waarborg/shared/annotation';
import { dateInWords } from '@waarborg/shared/citation';
import { fateOfPassage, isAccepted, notAcceptedMark, type OutlinePart } from '@waarborg/shared/dossier';
import { type RichBlock, type RichRun, readMarkdown } from '@waarborg/shared/markdown';
import type { Matrix } from '@waarborg/shared/matrix';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { matrixGrid } from '../papers/matrix-grid.ts';
import { type Block, footnote, type Inline, type Paper, plain } from '../papers/paper.ts';
import { citeAnnotation, type PaperSource, quotedWords } from '../papers/paper-source.ts';
import { sourceTables } from '../papers/source-table.ts';

/** All that a position paper is made of. */
export interface OutlineSource extends PaperSource {
  readonly title: string;
  /** ISO 8601 day. */
  readonly day: string;
  /** In their order. */
  readonly parts: readonly OutlinePart[];
  /** The passages that are still there, by id. */
  readonly annotations: ReadonlyMap<string, Annotation>;
  readonly matrix: Matrix;
  /** Whether that counts accepted codings only. */
  readonly onlyAccepted: boolean;
}

function toInline({ text, style, address }: RichRun): Inline {
  if (address) return { kind: 'link', text, address };
  return { kind: 'text', text, ...(style ? { style } : {}) };
}

function toBlock(block: RichBlock): Block {
  if (block.kind === 'list') {
    return {
      kind: 'list',
      isNumbered: block.isNumbered,
      items: block.items.map((item) => item.map(toInline)),
    };
  }
  if (block.kind === 'heading') {
    // Headings of the outline itself go to the third level.
    return { kind: 'heading', level: 4, text: block.runs.map(({ text }) => text).join('') };
  }
  return { kind: block.kind, content: block.runs.map(toInline) };
}

type PassageContent = Extract<OutlinePart['content'], { kind: 'passage' }>;

/** A passage as it was when it was put in, with its citation and the mark of what is not accepted; what became of it since stands below it. */
function passageBlocks({ marked, annotation: id }: PassageContent, source: OutlineSource): Block[] {
  const messages = outlineMessages[source.language];
  const annotation = source.annotations.get(id);
  const fate = fateOfPassage(marked, annotation);
  const gone = annotation?.gone;
  const mark: Inline[] =
    !annotation || isAccepted(annotation)
      ? []
      : [{ kind: 'text', text: ` ${notAcceptedMark}`, style: 'muted' }];
  const quote: Block = {
    kind: 'quote',
    content: [
      { kind: 'text', text: quotedWords(marked) },
      footnote(citeAnnotation({ ...marked, ...(gone ? { gone } : {}) }, source)),
      ...mark,
    ],
  };
  if (fate === 'same') return [quote];
  return [quote, { kind: 'paragraph', style: 'comment', content: plain(messages[`inPaper.${fate}`]) }];
}

function blocksOf({ content }: OutlinePart, source: OutlineSource): Block[] {
  switch (content.kind) {
    case 'heading':
      return content.text.trim() === ''
        ? []
        : [{ kind: 'heading', level: content.level, text: content.text }];
    case 'text':
      return readMarkdown(content.text).map(toBlock);
    case 'passage':
      return passageBlocks(content, source);
  }
}

/** The documents that are quoted, with how often. */
function usedSources({ parts, documents }: OutlineSource) {
  const quoted = parts.flatMap(({ content }) =>
    content.kind === 'passage' ? [content.marked.document] : [],
  );
  const counts = Map.groupBy(quoted, (id) => documents.get(id)?.id ?? id);
  return [...counts].flatMap(([id, own]) => {
    const document = documents.get(id);
    return document ? [{ document, passages: own.length }] : [];
  });
}

/** A position paper: what stands in the outline, its sources by kind, and the matrix as an appendix. Pure. */
export function writeOutline(source: OutlineSource): Paper {
  const messages = outlineMessages[source.language];
  const words = paperMessages[source.language];
  const notAccepted = [...source.annotations.values()].filter((annotation) => !isAccepted(annotation)).length;
  return {
    title: source.title,
    lines: [
      dateInWords(source.day, source.language),
      ...(notAccepted > 0 ? [words.notAccepted(notAccepted)] : []),
    ],
    language: source.language,
    parts: [
      {
        blocks: [
          ...source.parts.flatMap((part) => blocksOf(part, source)),
          { kind: 'heading', level: 1, text: words.sources },
          ...sourceTables(usedSources(source), source),
        ],
      },
      {
        isLandscape: true,
        blocks: [
          { kind: 'heading', level: 1, text: messages.appendix },
          { kind: 'paragraph', content: plain(messages.appendixCounts(source.onlyAccepted)) },
          matrixGrid(source.matrix, source.language),
        ],
      },
    ],
  };
}

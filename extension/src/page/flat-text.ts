import type { TextPosition } from '@waarborg/shared/anchoring';

/** A stretch of the flat text that stands verbatim in one node. */
export interface TextPiece<Node> {
  readonly node: Node;
  /** Offset of the stretch in the node, in UTF-16 code units. */
  readonly nodeStart: number;
  /** Offset of the stretch in the flat text. */
  readonly start: number;
  readonly length: number;
}

/** A place in a node, as a DOM range names it. */
export interface NodePlace<Node> {
  readonly node: Node;
  readonly offset: number;
}

/**
 * The text of a document as one string, with the way back to the nodes it was read from.
 *
 * Pieces are in the order of the text and do not overlap; what lies between two of them
 * (a line break between paragraphs) stands in no node. The pieces of one node are consecutive.
 */
export class FlatText<Node> {
  readonly text: string;
  readonly pieces: readonly TextPiece<Node>[];
  readonly #firstPieceOf: ReadonlyMap<Node, number>;

  /** @param firstPieceOf index of the first piece of each node. */
  constructor(
    text = '',
    pieces: readonly TextPiece<Node>[] = [],
    firstPieceOf: ReadonlyMap<Node, number> = new Map(),
  ) {
    this.text = text;
    this.pieces = pieces;
    this.#firstPieceOf = firstPieceOf;
  }

  has(node: Node): boolean {
    return this.#firstPieceOf.has(node);
  }

  /**
   * Offset in the text of a place in a node; undefined for a node of which nothing was read.
   * A place in white space that was left out becomes the next place that was not.
   */
  offsetOf(node: Node, nodeOffset: number): number | undefined {
    const first = this.#firstPieceOf.get(node);
    if (first === undefined) return undefined;
    let last: TextPiece<Node> | undefined;
    for (let index = first; this.pieces[index]?.node === node; index += 1) {
      last = this.pieces[index] as TextPiece<Node>;
      if (nodeOffset <= last.nodeStart + last.length) {
        return last.start + Math.max(0, nodeOffset - last.nodeStart);
      }
    }
    return last && last.start + last.length;
  }

  /** Where a passage begins and ends in the nodes; undefined when no node has any of it. */
  placesOf({
    start,
    end,
  }: TextPosition): { readonly start: NodePlace<Node>; readonly end: NodePlace<Node> } | undefined {
    const last = this.pieces[this.#lastPieceBefore(end)];
    let index = Math.max(0, this.#lastPieceBefore(start + 1));
    const candidate = this.pieces[index];
    if (candidate && candidate.start + candidate.length <= start) index += 1;
    const first = this.pieces[index];
    if (!first || !last || first.start >= end || last.start + last.length <= start) return undefined;
    return {
      start: { node: first.node, offset: first.nodeStart + Math.max(0, start - first.start) },
      end: { node: last.node, offset: last.nodeStart + Math.min(last.length, end - last.start) },
    };
  }

  /** The pieces that have any of a passage, in the order of the text. */
  piecesOf({ start, end }: TextPosition): readonly TextPiece<Node>[] {
    const before = Math.max(0, this.#lastPieceBefore(start + 1));
    const first = this.pieces[before];
    const from = first && first.start + first.length <= start ? before + 1 : before;
    return this.pieces.slice(from, this.#lastPieceBefore(end) + 1);
  }

  /** Index of the piece in which an offset stands, or of the last one before it; -1 where there is none. */
  indexOf(offset: number): number {
    return this.#lastPieceBefore(offset + 1);
  }

  /** Index of the last piece that begins before the offset, or -1. */
  #lastPieceBefore(offset: number): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.pieces[middle] as TextPiece<Node>).start < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** What ends a cell of a table, a line, or a line with an empty one below it. */
export type Separator = '\t' | '\n' | '\n\n';

/** How much a separator ends. */
const breadths: Readonly<Record<Separator | '', number>> = { '': 0, '\t': 1, '\n': 2, '\n\n': 3 };

/** How many parts of a text are put together at a time. */
const partsAtATime = 2_000;

/**
 * Puts a flat text together, node by node in the order of the document; nothing that takes long is left for the end.
 *
 * White space is collapsed as a browser shows it: a run of it is one space, none stands at the
 * beginning or the end of a line. No-break spaces are kept: they are part of the words. Line breaks that a browser
 * shows end a line, those aside that only part a paragraph into lines of one width.
 */
export class FlatTextBuilder<Node> {
  /** What stands before the parts, in longer ones. */
  readonly #joined: string[] = [];
  #parts: string[] = [];
  readonly #pieces: TextPiece<Node>[] = [];
  readonly #firstPieceOf = new Map<Node, number>();
  #length = 0;
  #endsInSpace = true;
  #separator: Separator | '' = '';

  /**
   * Adds what stands in a text node.
   *
   * @param showsLines whether its line breaks are shown.
   */
  add(node: Node, data: string, showsLines = false): void {
    // Neither database keeps lone surrogates or U+0000: here they are replaced, length for length.
    const plain = data
      .toWellFormed()
      .replaceAll('\u0000', '\ufffd')
      .replace(/[\t\n\r\f]/g, ' ');
    let start = 0;
    for (const end of showsLines ? endsOfLines(data) : []) {
      this.#addLine(node, plain.slice(start, end), start);
      this.separate('\n');
      start = end;
    }
    this.#addLine(node, plain.slice(start), start);
  }

  /** Ends what `separator` ends; of several in a row the one that ends most counts. */
  separate(separator: Separator): void {
    if (breadths[separator] > breadths[this.#separator]) this.#separator = separator;
  }

  /** Length of the text so far, in UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  /** The text so far; its last character may yet be left out. */
  get text(): string {
    return [...this.#joined, ...this.#parts].join('');
  }

  build(): FlatText<Node> {
    this.#dropTrailingSpace();
    return new FlatText(this.text, this.#pieces, this.#firstPieceOf);
  }

  #addLine(node: Node, line: string, nodeStart: number): void {
    let from = 0;
    for (const run of line.matchAll(/ {2,}/g)) {
      this.#addStretch(node, line.slice(from, run.index + 1), nodeStart + from);
      from = run.index + run[0].length;
    }
    this.#addStretch(node, line.slice(from), nodeStart + from);
  }

  #addStretch(node: Node, stretch: string, nodeStart: number): void {
    const atLineStart = this.#endsInSpace || this.#separator !== '';
    const skipped = atLineStart && stretch.startsWith(' ') ? 1 : 0;
    const kept = skipped ? stretch.slice(1) : stretch;
    if (kept === '') return;
    this.#writeSeparator();
    if (!this.#firstPieceOf.has(node)) this.#firstPieceOf.set(node, this.#pieces.length);
    this.#pieces.push({ node, nodeStart: nodeStart + skipped, start: this.#length, length: kept.length });
    this.#write(kept);
    this.#endsInSpace = kept.endsWith(' ');
  }

  #writeSeparator(): void {
    if (this.#separator !== '' && this.#length > 0) {
      this.#dropTrailingSpace();
      this.#write(this.#separator);
    }
    this.#separator = '';
  }

  #write(part: string): void {
    if (this.#parts.length >= partsAtATime) {
      this.#joined.push(this.#parts.join(''));
      this.#parts = [];
    }
    this.#parts.push(part);
    this.#length += part.length;
  }

  #dropTrailingSpace(): void {
    const part = this.#parts.at(-1);
    if (!part?.endsWith(' ')) return;
    this.#parts[this.#parts.length - 1] = part.slice(0, -1);
    this.#length -= 1;
    const piece = this.#pieces.pop() as TextPiece<Node>;
    if (piece.length > 1) this.#pieces.push({ ...piece, length: piece.length - 1 });
    else if (this.#firstPieceOf.get(piece.node) === this.#pieces.length)
      this.#firstPieceOf.delete(piece.node);
  }
}

/** The longest line of a text that was broken to fit a width has so many characters. */
const shortestWidth = 45;
const longestWidth = 120;
/** One line end in such a text proves nothing. */
const leastBroken = 2;
/** What a line starts with that its own paragraph does: white space or a label. */
const startsParagraph = /^(?:\s|$|[-–—•*]\s|\(?\w{1,4}[.)]\s)/u;

/**
 * Where the lines of a text end. Most lines of one that was broken to fit a width have no room for the next word:
 * their ends are none.
 */
function endsOfLines(text: string): number[] {
  const lines = text.split('\n');
  const width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  const isBroken = lines.slice(0, -1).map((line, at) => {
    const next = lines[at + 1] ?? '';
    return !startsParagraph.test(next) && line.trimEnd().length + next.search(/\s|$/u) >= width;
  });
  const broken = isBroken.filter((is) => is).length;
  const followed = lines.slice(1).filter((line) => !startsParagraph.test(line)).length;
  const isOfWidth =
    width >= shortestWidth && width <= longestWidth && broken >= leastBroken && broken * 2 > followed;
  let end = 0;
  return isBroken.flatMap((is, at) => {
    end += (lines[at] as string).length + 1;
    return is && isOfWidth ? [] : [end];
  });
}

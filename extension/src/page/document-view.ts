import type { TextPosition } from '@waarborg/shared/anchoring';
import type { DocumentCandidate, DocumentTrouble, PageClues } from '../messaging/index.ts';
import type { DocumentText } from './document-text.ts';

/**
 * What changed in a view: `text`, the words; `drawing`, only where they stand on the screen;
 * `document`, what is shown is another document.
 */
export type ViewChange = 'text' | 'drawing' | 'document';

/** Told of changes; a web page is not read again before what this gives has settled. */
export type ViewListener = (change: ViewChange) => Promise<void> | void;

/** Told of a window that shows a part of a document; the signal ends when it is told of the same window again. */
export type WindowListener = (shown: Window, signal: AbortSignal) => void;

/**
 * The document under view, be it a web page or a PDF in our viewer.
 * Everything that marks, anchors and draws works on this, and knows neither.
 */
export interface DocumentView {
  readonly mediaType: 'text/html' | 'application/pdf';
  /** Address of this copy. */
  readonly source: string;
  readonly trouble: DocumentTrouble | undefined;
  /** The text as last read. */
  readonly text: DocumentText;
  candidate(): DocumentCandidate | PageClues;
  /** Offset at which the page of a PDF begins that a reader sees now. */
  offsetInView?(): number;
  /** Scrolls a passage into view; resolves when it is drawn. */
  reveal(position: TextPosition): Promise<void>;
  /** Scrolls to a page of a PDF, from 1; resolves when it is drawn. */
  revealPage?(page: number): Promise<void>;
  /** Where a page of a PDF stands in the window; undefined when it is not in view. */
  placeOfPage?(page: number): DOMRect | undefined;
  /** Calls back for each window that shows a part of it, now and later; frames have their own. Returns how to stop. */
  onWindow(listener: WindowListener): () => void;
  /** Resolves when `text` has all that changed until now; absent where the words never change. */
  whenRead?(): Promise<void>;
  /** Returns how to stop. */
  onChange(listener: ViewListener): () => void;
}

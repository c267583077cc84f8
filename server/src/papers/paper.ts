import type { Language } from '@waarborg/shared/messages';
import { capitalise } from '@waarborg/shared/text';

/**
 * A paper before it has a format: what stands in it, not what it looks like. The same paper becomes Word or
 * Markdown.
 */
export interface Paper {
  readonly title: string;
  /** Lines below the title: the day, what it is limited to. */
  readonly lines: readonly string[];
  readonly language: Language;
  /** Who made it; absent for a paper that the server made of everybody's work. */
  readonly author?: string | undefined;
  readonly parts: readonly PaperPart[];
}

/** Blocks on pages of one orientation. */
export interface PaperPart {
  readonly isLandscape?: boolean;
  readonly blocks: readonly Block[];
}

/** Running text. A footnote stands where it is called. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly style?: 'strong' | 'emphasis' | 'muted' }
  | { readonly kind: 'link'; readonly text: string; readonly address: string }
  | { readonly kind: 'footnote'; readonly text: string };

/** A cell of a matrix. */
export interface GridCell {
  /** The number. */
  readonly text: string;
  /** Marks below it. */
  readonly marks?: string;
  /** Strength of its colour, from 0 to 5. */
  readonly strength: number;
  readonly look?: 'contested' | 'not-read' | 'total';
}

/** What stands in a paper, one thing below the other. */
export type Block =
  /** The headings of the paper, as links: what page they come to stand on only Word knows. */
  | { readonly kind: 'contents'; readonly title: string }
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly text: string;
      /** Whether the contents leave it out. */
      readonly isUnlisted?: boolean;
    }
  | {
      readonly kind: 'paragraph';
      readonly content: readonly Inline[];
      /** `lead` stays with what follows; `note` is small print; `comment` is a remark of the makers. */
      readonly style?: 'lead' | 'note' | 'comment';
    }
  | { readonly kind: 'quote'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly isNumbered?: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      /** Shares of the width, of any sum. */
      readonly widths: readonly number[];
    }
  | {
      readonly kind: 'grid';
      readonly caption: string;
      readonly corner: string;
      readonly columns: readonly string[];
      /** A row without cells heads the rows of a group. */
      readonly rows: readonly { readonly label: string; readonly cells?: readonly GridCell[] }[];
      readonly legend: string;
    };

/** A footnote: it begins with a capital, as every note does. */
export function footnote(text: string): Inline {
  return { kind: 'footnote', text: capitalise(text) };
}

/** Running text without any mark. */
export function plain(text: string): Inline[] {
  return [{ kind: 'text', text }];
}

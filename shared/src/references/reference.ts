import type { DocumentIdentifier } from '../dossier/index.ts';

export const referenceKinds = [
  'kamerstuk',
  'handelingen',
  'aanhangsel',
  'publication',
  'chamber-document',
  'ecli',
  'ljn',
  'case',
  'advice',
  'commission-document',
  'law',
  'article',
] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/**
 * Something that a text refers to, and where.
 *
 * Offsets are UTF-16 code units; `text.slice(start, end)` is the reference as it is written.
 */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly start: number;
  /** First offset after the reference. */
  readonly end: number;
  /** Equal for two references to the same thing, however they are written: `kst-36704-11`, `art. 39 Vw 2000`. */
  readonly canonical: string;
  /** What tells the document that is referred to apart; absent where that is not certain. */
  readonly identifier?: DocumentIdentifier;
  /** Where it can be read; absent where no address is certain. */
  readonly link?: string;
  /** Pages that are named: `7` or `7-8`. */
  readonly pages?: string;
  /** Set when it lacks what a whole identifier has, as `EU:C:1984:25` does. */
  readonly isShort?: true;
  /** Set when a law is named, or a part of one. */
  readonly provision?: NamedProvision;
  /** What a Kamerstuk or a debate says of itself beside its number. */
  readonly paper?: PaperDetails;
}

/** A law, or one of its articles, as a reference names it. */
export interface NamedProvision {
  /** Short name of the law: `Vw 2000`; absent where the text does not say which law it is. */
  readonly law?: string;
  /** The article as a whole, whichever of its paragraphs is meant: `art. 28`, `par. C2/6.2.8`. */
  readonly article?: string;
}

/** A parliamentary paper, as far as the text names its parts. */
export interface PaperDetails {
  /** Second or First Chamber. */
  readonly chamber?: 'I' | 'II';
  /** `2022-2023`. */
  readonly session?: string;
  /** Number of the file with its addition: `36704`, `31700-VIII`, `21501-07`. */
  readonly dossier?: string;
  /** `R1669`: a file of the Kingdom. */
  readonly kingdomNumber?: string;
  /** `11`, `C`, or several in a row: `1-3`. */
  readonly number?: string;
  /** Item of a debate. */
  readonly item?: string;
}

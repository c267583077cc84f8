import type { DocumentIdentifier, SourceType } from '../dossier/index.ts';

/** Longest title that is proposed, in UTF-16 code units. */
export const longestTitle = 300;

/** What the first pages of a document say of it. Absent is what they do not say. */
export interface TextClues {
  /** Only where the document names itself: by its imprint, by the header of a Kamerstuk or an act, or by the labels above a ruling. */
  readonly identifier?: DocumentIdentifier;
  readonly title?: string;
  /** Body that speaks. */
  readonly issuer?: string;
  /** As far as it is known: `2026-05-12`, `2026-05`. */
  readonly date?: string;
  readonly sourceType?: SourceType;
}

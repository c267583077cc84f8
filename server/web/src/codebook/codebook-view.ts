import type { KeptCodebook } from '@waarborg/shared/codebook';
import type { OwnCodings } from './lay-out-codebook.ts';
import type { CodebookChanges } from './use-codebook-changes.ts';
import type { ConceptEdits } from './use-concept-edits.ts';
import type { Hold } from './use-held-forms.ts';

/** The codebook that is shown, and what its reader can do with it. */
export interface CodebookView {
  readonly slug: string;
  readonly codebook: KeptCodebook;
  readonly own: OwnCodings;
  /** Absent for who may only read. */
  readonly changes: CodebookChanges | undefined;
  readonly edits: ConceptEdits;
  /** Keeps on the page at what a form is open. */
  readonly hold: Hold;
}

/** The same for a curator. */
export type CuratorView = CodebookView & { readonly changes: CodebookChanges };

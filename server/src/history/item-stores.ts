import { annotationItems } from '../annotations/annotation-store.ts';
import { codebookItems } from '../codebooks/codebook-store.ts';
import type { ItemKind, ItemStore } from '../database/index.ts';
import { dismissalItems } from '../dismissals/dismissal-store.ts';
import { documentItems } from '../documents/document-items-store.ts';
import { renditionItems } from '../documents/rendition-store.ts';
import { dossierItems } from '../dossiers/settings-store.ts';
import { linkItems } from '../links/link-store.ts';
import { membershipItems } from '../members/membership-items-store.ts';
import { outlinePartItems } from '../outlines/outline-part-store.ts';
import { outlineItems } from '../outlines/outline-store.ts';
import { publicationItems } from '../publications/publication-store.ts';
import { readingItems } from '../readings/reading-store.ts';
import { speakerItems } from '../speakers/speaker-store.ts';

/** How the things of every kind that the log knows are read and written whole (ADR 15). */
export const itemStores: Readonly<Record<ItemKind, ItemStore>> = {
  annotation: annotationItems,
  codebook: codebookItems,
  dismissal: dismissalItems,
  document: documentItems,
  dossier: dossierItems,
  link: linkItems,
  membership: membershipItems,
  outline: outlineItems,
  'outline-part': outlinePartItems,
  publication: publicationItems,
  reading: readingItems,
  rendition: renditionItems,
  speaker: speakerItems,
};

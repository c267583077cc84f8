import { describePassage, type TextPosition } from '@waarborg/shared/anchoring';
import type { AnnotationDraft, CodingDraft, PassageRange } from '@waarborg/shared/annotation';
import { v7 as uuidv7 } from 'uuid';
import type { LocalAnnotation } from '../messaging/index.ts';
import { countAstral, type DocumentText } from '../page/document-text.ts';

/** Describes a piece of a text so that it can be found again. */
export function describeRange(text: DocumentText, position: TextPosition): PassageRange {
  const astralBefore = countAstral(text.text, position.start);
  const page = text.pageOf?.(position.start);
  return {
    ...describePassage(text.text, position),
    ...(astralBefore > 0 && { astralBefore }),
    ...(page !== undefined && { page }),
  };
}

/** What is coded of a new passage. */
export interface NewPassage {
  /** UUIDv7, made once for a passage, so that saving it again after a lost answer saves one. */
  readonly id: string;
  readonly document: string;
  readonly source: string;
  readonly ranges: readonly PassageRange[];
  readonly rendition?: string | undefined;
}

/** A new annotation. */
export function draftAnnotation(
  passage: NewPassage,
  codings: readonly CodingDraft[],
  note: string,
): AnnotationDraft {
  const { id, document, source, ranges, rendition } = passage;
  return {
    id,
    document,
    source,
    ranges: [...ranges],
    codings: withIds(codings),
    ...(rendition && { rendition }),
    ...(note && { note }),
  };
}

/** An annotation with other codings; its passage stays as it was marked. */
export function redraftAnnotation(
  annotation: LocalAnnotation,
  document: string,
  codings: readonly CodingDraft[],
  note: string,
): AnnotationDraft {
  const { id, source, ranges, rendition } = annotation;
  return {
    id,
    document,
    source,
    ranges: [...ranges],
    codings: withIds(codings),
    ...(rendition && { rendition }),
    ...(note && { note }),
  };
}

/** Every coding has an id from the start, so that editing it later changes it and makes no other. */
function withIds(codings: readonly CodingDraft[]): CodingDraft[] {
  return codings.map((coding) => ({ ...coding, id: coding.id ?? uuidv7() }));
}

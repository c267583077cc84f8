import { describePassage, type TextPosition } from '@waarborg/shared/anchoring';
import type { AnnotationDraft, CodingDraft, PassageRange } from '@waarborg/shared/annotation';
import type { SourceType } from '@waarborg/shared/dossier';
import { findSection } from '@waarborg/shared/references';
import { v7 as uuidv7 } from 'uuid';
import type { LocalAnnotation } from '../messaging/index.ts';
import { countAstral, type DocumentText } from '../page/document-text.ts';

/** Describes a piece of a text so that it can be found again and cited, as the kind of document asks. */
export function describeRange(
  text: DocumentText,
  position: TextPosition,
  sourceType: SourceType,
): PassageRange {
  const astralBefore = countAstral(text.text, position.start);
  const page = text.pageOf?.(position.start);
  const heading = text.headingOf?.(position.start);
  const section = findSection(text.text, position.start, sourceType, heading);
  return {
    ...describePassage(text.text, position),
    ...(astralBefore > 0 && { astralBefore }),
    ...(page !== undefined && { page }),
    ...(section && { section }),
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
  const { note: _, ...draft } = restoreAnnotation(annotation, document);
  return { ...draft, codings: withIds(codings), ...(note && { note }) };
}

/** An annotation whose passage was marked anew; so it is there. */
export function remarkAnnotation(
  annotation: LocalAnnotation,
  { document, source, ranges, rendition }: Omit<NewPassage, 'id'>,
): AnnotationDraft {
  const { gone: _, rendition: __, ...draft } = restoreAnnotation(annotation, document);
  return { ...draft, source, ranges: [...ranges], ...(rendition && { rendition }) };
}

/** An annotation of which it is confirmed that its passage is gone; without an instant that is taken back. */
export function confirmGone(
  annotation: LocalAnnotation,
  document: string,
  gone: string | undefined,
): AnnotationDraft {
  const { gone: _, ...draft } = restoreAnnotation(annotation, document);
  return { ...draft, ...(gone && { gone }) };
}

/** An annotation as it is sent when nothing of it changes, or when it gets back what it was. */
export function restoreAnnotation(annotation: LocalAnnotation, document: string): AnnotationDraft {
  const { id, source, ranges, codings, rendition, note, gone } = annotation;
  return {
    id,
    document,
    source,
    ranges: [...ranges],
    codings: withIds(codings.map(toCodingDraft)),
    ...(rendition && { rendition }),
    ...(note && { note }),
    ...(gone && { gone }),
  };
}

/** A coding without what only the server says of it. */
export function toCodingDraft({ status: _, ...coding }: LocalAnnotation['codings'][number]): CodingDraft {
  return coding;
}

/** Every coding has an id from the start, so that editing it later changes it and makes no other. */
function withIds(codings: readonly CodingDraft[]): CodingDraft[] {
  return codings.map((coding) => ({ ...coding, id: coding.id ?? uuidv7() }));
}

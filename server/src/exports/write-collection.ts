import { isDeepStrictEqual } from 'node:util';
import type { Coding } from '@waarborg/shared/annotation';
import { createDossierWords } from '@waarborg/shared/exchange';
import { annotationContext, toWebAnnotation, waarborgContext } from '@waarborg/shared/w3c';
import type { ExportedDossier } from './export-service.ts';

interface CollectionSettings {
  /** Public address of the server, without slash at the end. */
  readonly server: string;
  /** Slug of the dossier. */
  readonly dossier: string;
  /** JSON texts in which somebody else sent annotations, by their ids. */
  readonly foreign: ReadonlyMap<string, string>;
}

/**
 * The passages, each coding with the concepts and speakers for which it counts, as one Web Annotation collection with one
 * page (W3C Web Annotation Data Model, chapter 5).
 */
export function writeCollection(
  { annotations, index, isCarried, query }: ExportedDossier,
  { server, dossier, foreign }: CollectionSettings,
): string {
  const words = createDossierWords(index.frame, query.language);
  const speakerName = (id: string) => words.speaker(id)?.name ?? id;
  const conceptId = (id: string) => words.concept(id)?.id ?? id;
  const asCounted = ({ safeguard, impact, ...coding }: Coding): Coding => ({
    ...coding,
    safeguard: conceptId(safeguard),
    ...(impact !== undefined && { impact: conceptId(impact) }),
  });
  const id = `${server}/annotations/${dossier}/`;
  const shared = [annotationContext, waarborgContext(server)];
  const items = annotations.map((annotation) => {
    const { '@context': context, ...item } = toWebAnnotation(
      { ...annotation, codings: annotation.codings.filter(isCarried).map(asCounted) },
      { server, dossier, speakerName, foreign: foreign.get(annotation.id) },
    );
    // Somebody else's explains words that the collection's does not.
    return isDeepStrictEqual(context, shared) ? item : { '@context': context, ...item };
  });
  return JSON.stringify({
    '@context': shared,
    id,
    type: 'AnnotationCollection',
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, partOf: id, items },
  });
}

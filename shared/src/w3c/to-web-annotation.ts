import type { Annotation, Coding, PassageRange } from '../annotation/index.ts';
import { toCodePoints } from './code-points.ts';
import { bodiesOf, isCoding, isInstant, isNote, type JsonObject, parseJsonObject } from './json-ld.ts';
import { annotationContext, pdfFragmentSyntax, waarborgContext } from './vocabulary.ts';

/** What an annotation does not know of itself. */
export interface WebAnnotationSettings {
  /** Public address of the server, without slash at the end. */
  readonly server: string;
  /** Slug of the dossier. */
  readonly dossier: string;
  /** Name of a speaker id. */
  readonly speakerName: (id: string) => string;
  /** JSON text in which somebody else sent it; what we do not know in it is given back. */
  readonly foreign?: string | undefined;
}

function toSelectors(range: PassageRange): JsonObject[] {
  const { exact, prefix, suffix, page } = range;
  const position = toCodePoints(range);
  return [
    {
      type: 'TextQuoteSelector',
      exact,
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    },
    ...(position ? [{ type: 'TextPositionSelector', ...position }] : []),
    ...(page === undefined
      ? []
      : [{ type: 'FragmentSelector', conformsTo: pdfFragmentSyntax, value: `page=${page}` }]),
  ];
}

function toCodingBody(coding: Coding, settings: WebAnnotationSettings): JsonObject {
  const { id, safeguard, speaker, reportedBy, ...rest } = coding;
  return {
    id: `urn:uuid:${id}`,
    type: ['SpecificResource', 'Coding'],
    purpose: 'classifying',
    source: `${settings.server}/codebook/${settings.dossier}/${safeguard}`,
    safeguard,
    ...rest,
    speaker: settings.speakerName(speaker),
    ...(reportedBy === undefined ? {} : { reportedBy: settings.speakerName(reportedBy) }),
  };
}

/** Foreign bodies that are not ours, and ours with the properties that we do not know. */
function toBodies(annotation: Annotation, settings: WebAnnotationSettings, foreign: JsonObject): unknown[] {
  const others = bodiesOf(foreign);
  const foreignCodings = others.filter(isCoding);
  const codings = annotation.codings.map((coding, index) => {
    const known = foreignCodings.length === annotation.codings.length ? foreignCodings[index] : {};
    return { ...known, ...toCodingBody(coding, settings) };
  });
  const foreignNote = others.find(isNote);
  const note =
    annotation.note === undefined
      ? []
      : [
          foreignNote?.value === annotation.note
            ? foreignNote
            : { type: 'TextualBody', purpose: 'commenting', value: annotation.note, language: 'nl' },
        ];
  return [...codings, ...note, ...others.filter((body) => !isCoding(body) && body !== foreignNote)];
}

function toTarget(annotation: Annotation): unknown {
  const targets = annotation.ranges.map((range) => ({
    source: annotation.source,
    selector: toSelectors(range),
  }));
  return targets.length === 1 ? targets[0] : targets;
}

/** Address of an annotation at a server. */
export function annotationAddress(server: string, dossier: string, id: string): string {
  return `${server}/annotations/${dossier}/${id}`;
}

/**
 * An annotation as a W3C Web Annotation. Positions count code points. What somebody else
 * sent along comes back, except what we keep ourselves: id, bodies that are codings or the
 * note, target, times and whether the passage is gone.
 */
export function toWebAnnotation(annotation: Annotation, settings: WebAnnotationSettings): JsonObject {
  const foreign = settings.foreign === undefined ? {} : (parseJsonObject(settings.foreign) ?? {});
  const { id: foreignId, via, gone: foreignGone, ...kept } = foreign;
  // An instant was a confirmation, which we keep ourselves; anything else is a property of theirs.
  const gone = annotation.gone ?? (isInstant(foreignGone) ? undefined : foreignGone);
  const ownAddress = annotationAddress(settings.server, settings.dossier, annotation.id);
  const movedId = via ?? (foreignId === undefined || foreignId === ownAddress ? undefined : foreignId);
  return {
    creator: {
      id: `urn:waarborg:user:${annotation.creator.id}`,
      type: 'Person',
      name: annotation.creator.name,
    },
    motivation: 'classifying',
    ...kept,
    '@context': foreign['@context'] ?? [annotationContext, waarborgContext(settings.server)],
    id: ownAddress,
    type: foreign.type ?? 'Annotation',
    ...(movedId === undefined ? {} : { via: movedId }),
    created: annotation.created,
    modified: annotation.modified,
    ...(gone === undefined ? {} : { gone }),
    body: toBodies(annotation, settings, foreign),
    target: foreign.target ?? toTarget(annotation),
  };
}

/** A Web Annotation of somebody else, as JSON text, of which the passage was marked anew: the old place is ours to say. */
export function withoutTarget(foreign: string | undefined): string | undefined {
  const annotation = foreign === undefined ? undefined : parseJsonObject(foreign);
  if (!annotation) return foreign;
  const { target: _, ...rest } = annotation;
  return JSON.stringify(rest);
}

import { type Annotation, type Coding, codingSchema, type PassageRange } from '../annotation/index.ts';
import { toCodePoints } from './code-points.ts';
import {
  isCoding,
  isInstant,
  isNote,
  isObject,
  type JsonObject,
  parseJsonObject,
  toList,
} from './json-ld.ts';
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

/** Whatever order its parts are in: the same coding is the same text, of which an ETag is made. */
function toCodingBody(coding: Coding, settings: WebAnnotationSettings): JsonObject {
  const { id, safeguard, speaker, reportedBy, provision, quantity, status, reason, ...rest } = coding;
  return {
    id: `urn:uuid:${id}`,
    type: ['SpecificResource', 'Coding'],
    purpose: 'classifying',
    source: `${settings.server}/codebook/${settings.dossier}/${safeguard}`,
    safeguard,
    ...rest,
    speaker: settings.speakerName(speaker),
    ...(reportedBy === undefined ? {} : { reportedBy: settings.speakerName(reportedBy) }),
    ...(provision === undefined ? {} : { provision }),
    ...(quantity === undefined ? {} : { quantity }),
    status,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** What somebody else says in a coding beside its parts: those are ours to say, also that one is not there any more. */
function besideParts(coding: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(coding).filter(([name]) => !Object.hasOwn(codingSchema.shape, name)),
  );
}

/** The note, as somebody else wrote it where it still says the same. */
function toNoteBody(note: string, foreign: unknown): unknown {
  const isSame = isObject(foreign) && foreign.value === note;
  return isSame ? foreign : { type: 'TextualBody', purpose: 'commenting', value: note, language: 'nl' };
}

/** Codings and note in the places where somebody else had them, between the bodies that are not ours. */
function toBodies(annotation: Annotation, settings: WebAnnotationSettings, foreign: JsonObject): unknown[] {
  const others = toList(foreign.body);
  const isForeignCoding = (body: unknown) => isObject(body) && isCoding(body);
  const foreignNote = others.find((body) => isObject(body) && isNote(body));
  const foreignCodings = others.filter(isForeignCoding);
  const isInPlace = foreignCodings.length === annotation.codings.length;
  const codings = annotation.codings.map((coding, index) => {
    const known = isInPlace ? besideParts(foreignCodings[index] as JsonObject) : {};
    return { ...known, ...toCodingBody(coding, settings) };
  });
  const note = annotation.note === undefined ? [] : [toNoteBody(annotation.note, foreignNote)];
  const kept = others.flatMap((body) => {
    if (isForeignCoding(body)) return isInPlace ? [codings[foreignCodings.indexOf(body)]] : [];
    return body === foreignNote ? note : [body];
  });
  return [...(isInPlace ? [] : codings), ...(foreignNote === undefined ? note : []), ...kept];
}

/**
 * `body` and `bodyValue`, of which an annotation has at most one: beside other bodies the value is
 * the textual body that it stands for. One body that came without a list goes without it.
 */
function toBodyProperties(
  annotation: Annotation,
  settings: WebAnnotationSettings,
  foreign: JsonObject,
): JsonObject {
  const { bodyValue } = foreign;
  const bodies = toBodies(annotation, settings, foreign);
  if (bodies.length === 0) return bodyValue === undefined ? {} : { bodyValue };
  if (bodyValue !== undefined) {
    return { body: [...bodies, { type: 'TextualBody', value: bodyValue, format: 'text/plain' }] };
  }
  const isBare = bodies.length === 1 && foreign.body !== undefined && !Array.isArray(foreign.body);
  return { body: isBare ? bodies[0] : bodies };
}

/**
 * Where an annotation was before (`via`): what its sender says, and the id that it has there. Undefined where it says
 * neither, or names itself by the address that it has here.
 */
export function viaOf({ id, via }: JsonObject, ownAddress: string): unknown {
  const known = toList(via);
  if (id === undefined || id === ownAddress || known.includes(id)) return via;
  return known.length === 0 ? id : [...known, id];
}

function toTarget(annotation: Annotation): unknown {
  const targets = annotation.ranges.map((range) => ({
    source: annotation.source,
    selector: toSelectors(range),
    ...(range.section && { section: range.section }),
  }));
  return targets.length === 1 ? targets[0] : targets;
}

/**
 * What explains the terms of an annotation. Somebody else's context stays, and ours joins it where we say something of
 * our own: before theirs, so that their words keep their meaning.
 */
function contextOf({ codings, gone }: Annotation, foreign: JsonObject, server: string): unknown {
  const own = waarborgContext(server);
  if (foreign['@context'] === undefined) return [annotationContext, own];
  const theirs = toList(foreign['@context']);
  const isOurs = codings.length > 0 || gone !== undefined || foreign.target === undefined;
  if (!isOurs || theirs.includes(own)) return foreign['@context'];
  return theirs.flatMap((one) => (one === annotationContext ? [one, own] : [one]));
}

/** Address of an annotation at a server. */
export function annotationAddress(server: string, dossier: string, id: string): string {
  return `${server}/annotations/${dossier}/${id}`;
}

/**
 * An annotation as a W3C Web Annotation. Positions count code points. What somebody else
 * sent along comes back, except what we keep ourselves: id, bodies that are codings or the
 * note, target, and whether the passage is gone.
 */
export function toWebAnnotation(annotation: Annotation, settings: WebAnnotationSettings): JsonObject {
  const foreign = settings.foreign === undefined ? {} : (parseJsonObject(settings.foreign) ?? {});
  const { id: _id, via: _via, gone: foreignGone, body: _, bodyValue: __, ...kept } = foreign;
  // An instant was a confirmation, which we keep ourselves; anything else is a property of theirs.
  const gone = annotation.gone ?? (isInstant(foreignGone) ? undefined : foreignGone);
  const ownAddress = annotationAddress(settings.server, settings.dossier, annotation.id);
  // When somebody else made it is theirs to say, and when they changed it, until it is changed here.
  const isAsMade = annotation.modified === annotation.created;
  const via = viaOf(foreign, ownAddress);
  return {
    creator: {
      id: `urn:waarborg:user:${annotation.creator.id}`,
      type: 'Person',
      name: annotation.creator.name,
    },
    ...(settings.foreign === undefined || annotation.codings.length > 0 ? { motivation: 'classifying' } : {}),
    ...kept,
    '@context': contextOf(annotation, foreign, settings.server),
    id: ownAddress,
    type: foreign.type ?? 'Annotation',
    ...(via === undefined ? {} : { via }),
    created: kept.created ?? annotation.created,
    modified: isAsMade ? (kept.modified ?? annotation.modified) : annotation.modified,
    ...(gone === undefined ? {} : { gone }),
    ...toBodyProperties(annotation, settings, foreign),
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

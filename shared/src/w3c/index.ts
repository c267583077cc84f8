export { countCodePoints, fromCodePoints, toCodePoints } from './code-points.ts';
export { parseExactly } from './exact-json.ts';
export { fromWebAnnotation, type IncomingAnnotation, type IncomingResult } from './from-web-annotation.ts';
export type { JsonObject } from './json-ld.ts';
export {
  annotationAddress,
  toWebAnnotation,
  viaOf,
  type WebAnnotationSettings,
  withoutTarget,
} from './to-web-annotation.ts';
export { annotationContext, waarborgContext, waarborgContextDocument } from './vocabulary.ts';

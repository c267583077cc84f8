import { parseExactly } from '../w3c/index.ts';
import { ImportRefusal } from './import-refusal.ts';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemsOf(page: unknown): readonly unknown[] {
  return isObject(page) && Array.isArray(page.items) ? page.items : [];
}

/** The annotations in a JSON value: a list of them, a collection with its first page, a page, or one by itself. */
function annotationsIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (!isObject(json)) return [];
  const items = [...itemsOf(json.first), ...itemsOf(json)];
  if (items.length > 0) return items;
  return json.type === 'Annotation' ? [json] : [];
}

/**
 * The Web Annotations in a JSON-LD file, each as JSON text, with the context of its
 * collection where it has none of its own and numbers as they are written.
 *
 * @throws ImportRefusal `json-broken`, `no-annotations`
 */
export function readAnnotations(text: string): string[] {
  let json: unknown;
  try {
    json = parseExactly(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new ImportRefusal('json-broken', { cause });
  }
  const annotations = annotationsIn(json);
  if (annotations.length === 0) throw new ImportRefusal('no-annotations');
  const context = isObject(json) ? json['@context'] : undefined;
  return annotations.map((one) =>
    JSON.stringify(
      isObject(one) && context !== undefined && !('@context' in one) ? { '@context': context, ...one } : one,
    ),
  );
}

import { z } from 'zod';
import { parseExactly } from './exact-json.ts';

/** A JSON object of which nothing is known yet. */
export type JsonObject = Record<string, unknown>;

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a JSON text holds, if it is JSON and an object; numbers as `parseExactly` reads them. */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    const value = parseExactly(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** JSON-LD writes one value without a list. */
export function toList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether an object is of a class, among others or alone. */
export function hasType(value: JsonObject, type: string): boolean {
  return toList(value.type).includes(type);
}

/** The bodies of an annotation that are objects. */
export function bodiesOf(annotation: JsonObject): JsonObject[] {
  return toList(annotation.body).filter(isObject);
}

/** A body that is a coding of ours. */
export function isCoding(body: JsonObject): boolean {
  return hasType(body, 'Coding');
}

/** A body that we show as the reviewer's note. */
export function isNote(body: JsonObject): boolean {
  return hasType(body, 'TextualBody') && body.purpose === 'commenting' && typeof body.value === 'string';
}

const instantSchema = z.iso.datetime();

/** An ISO 8601 instant in UTC. */
export function isInstant(value: unknown): value is string {
  return instantSchema.safeParse(value).success;
}

/*
 * What Waarborg knows beyond REFI-QDA stands in one place of a file, by the GUIDs of the things that it is about: a
 * note of a project, the description of a set of a codebook. So descriptions are words for the people who read them in
 * another program. Files of before had each remark in the description of its own thing; those are read too.
 */
import { z } from 'zod';
import { childOf, type XmlNode } from '../imports/index.ts';
import { foldGuid } from './guid.ts';

const mark = 'Waarborg: ';
const gatheredSchema = z.record(z.string(), z.unknown());

/** Gathers what is to be read back. */
export class RemarkWriter {
  readonly #remarks = new Map<string, unknown>();

  add(guid: string, remark: unknown): void {
    this.#remarks.set(guid, remark);
  }

  /** All of it, below words that tell people what it is. */
  toText(words: string): string {
    return `${words}\n${mark}${JSON.stringify(Object.fromEntries(this.#remarks))}`;
  }
}

/** Gives what Waarborg wrote about a thing; undefined where it is not there, or was changed to something else. */
export type RemarkReader = <T>(node: XmlNode, schema: z.ZodType<T>) => T | undefined;

function readMarked<T>(text: string | undefined, schema: z.ZodType<T>): T | undefined {
  const line = text?.split('\n').findLast((one) => one.startsWith(mark));
  if (line === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(line.slice(mark.length))).data;
  } catch {
    return undefined; // Somebody changed it: the text is then only words.
  }
}

/** Whether a text is one in which remarks were gathered. */
export function isRemark(text: string): boolean {
  return readMarked(text, gatheredSchema) !== undefined;
}

/** Words of a description, without a remark of before. */
export function plainDescription(node: XmlNode): string {
  const lines = childOf(node, 'Description')?.text.split('\n') ?? [];
  return lines.filter((line) => !line.startsWith(mark)).join('\n');
}

/** Reads remarks from the texts in which they may have been gathered, else from the things' own descriptions. */
export function createRemarkReader(texts: readonly string[]): RemarkReader {
  const gathered = new Map(
    texts
      .flatMap((text) => Object.entries(readMarked(text, gatheredSchema) ?? {}))
      .map(([guid, remark]) => [foldGuid(guid), remark]),
  );
  return (node, schema) => {
    const kept = gathered.get(foldGuid(node.attributes.guid));
    return schema.safeParse(kept).data ?? readMarked(childOf(node, 'Description')?.text, schema);
  };
}

import type { z } from 'zod';

/*
 * What Waarborg knows beyond REFI-QDA stands in the description of the thing that it is about: people see it there in
 * any program, and it stays true when something else of the project is changed.
 */

const mark = 'Waarborg: ';

/** A description: words for people, and under them what Waarborg reads back. */
export function writeRemark(words: string, remark: unknown): string {
  return [words, `${mark}${JSON.stringify(remark)}`].filter((line) => line !== '').join('\n');
}

/** What Waarborg wrote in a description; undefined where it is not there, or was changed to something else. */
export function readRemark<T>(description: string | undefined, schema: z.ZodType<T>): T | undefined {
  const line = description?.split('\n').findLast((one) => one.startsWith(mark));
  if (line === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(line.slice(mark.length))).data;
  } catch {
    return undefined; // Somebody changed it: the description is then only words.
  }
}

import { z } from 'zod';

/**
 * A list of which every entry is taken by itself: one that this version of the extension cannot read is left
 * out, and said in the console, so that it does not keep all the others from a reviewer.
 */
export function readableEntries<S extends z.ZodType>(entry: S) {
  return z.array(z.unknown()).transform((entries) =>
    entries.flatMap((candidate): z.infer<S>[] => {
      const parsed = entry.safeParse(candidate);
      if (parsed.success) return [parsed.data];
      console.error('left out of a list:', z.prettifyError(parsed.error), candidate);
      return [];
    }),
  );
}

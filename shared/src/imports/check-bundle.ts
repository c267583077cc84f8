import { type Bundle, bundleSchema } from '../api/index.ts';
import { ImportRefusal } from './import-refusal.ts';

/**
 * What a file brings, where a dossier can keep it.
 *
 * @throws ImportRefusal `not-allowed`
 */
export function checkBundle(brought: unknown): Bundle {
  const { data, error } = bundleSchema.safeParse(brought);
  if (!data) throw new ImportRefusal('not-allowed', { cause: error });
  return data;
}

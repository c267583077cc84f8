import type { Change } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { getCodebook } from './codebook-store.ts';

/**
 * Refuses safeguards that the codebook does not have.
 *
 * @param path of the request's field that names them.
 * @throws ApiError `concept-unknown`
 */
export async function assertSafeguards(
  { transaction, dossier }: Change,
  safeguards: readonly string[],
  path: string,
): Promise<void> {
  const { concepts } = await getCodebook(transaction, dossier);
  const known = new Set(concepts.filter(({ kind }) => kind === 'safeguard').map(({ id }) => id));
  const unknown = safeguards.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new ApiError(
      'concept-unknown',
      unknown.map((message) => ({ path, message })),
    );
  }
}

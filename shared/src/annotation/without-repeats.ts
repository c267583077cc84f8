import type { CodingDraft } from './coding.ts';

/** A coding with what its review made of it, if it had one. */
type ReviewableCoding = CodingDraft & { readonly status?: unknown; readonly reason?: unknown };

/** Equal for two codings that say the same in every part, whichever ids and reviews they have. */
export function statementOf({
  id: _id,
  status: _status,
  reason: _reason,
  ...statement
}: ReviewableCoding): string {
  const parts = Object.entries(statement).filter(([, value]) => value !== undefined);
  return JSON.stringify(parts.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Codings of which each says something else, in some part of it: the first of those that say the same.
 *
 * @param before codings that were kept already; those of them that say the same stay, since each has a review of its
 *   own.
 */
export function withoutRepeats<C extends ReviewableCoding>(
  codings: readonly C[],
  before: readonly { readonly id?: string | undefined }[] = [],
): C[] {
  const keptIds = new Set(before.flatMap(({ id }) => id ?? []));
  const wasKept = ({ id }: C) => id !== undefined && keptIds.has(id);
  const said = new Set(codings.filter(wasKept).map(statementOf));
  return codings.filter((coding) => {
    if (wasKept(coding)) return true;
    const statement = statementOf(coding);
    const isNew = !said.has(statement);
    said.add(statement);
    return isNew;
  });
}

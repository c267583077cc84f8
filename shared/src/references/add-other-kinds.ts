import type { DocumentIdentifier } from '../dossier/index.ts';

/** What the address of a document names is certain; what it says of itself may only add another kind of identifier. */
export function addOtherKinds(
  certain: readonly DocumentIdentifier[],
  declared: readonly (DocumentIdentifier | undefined)[],
): DocumentIdentifier[] {
  const kinds = new Set(certain.map(({ scheme }) => scheme));
  const others = declared.filter((identifier) => identifier !== undefined && !kinds.has(identifier.scheme));
  return [...certain, ...(others as DocumentIdentifier[])];
}

import { v5 as deriveUuid } from 'uuid';

/** Names of passages and documents that a file brings, so that the same file brings the same ones. */
export function createIds(slug: string): (name: string) => string {
  const dossier = deriveUuid(`waarborg:dossier:${slug}`, deriveUuid.URL);
  return (name) => deriveUuid(name, dossier);
}

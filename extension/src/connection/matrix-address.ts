/** Address of a dossier's matrix on its server. */
export function matrixAddress(server: string, slug: string): string {
  return `${server}/dossiers/${encodeURIComponent(slug)}`;
}

/** Address of the list of a dossier's documents on its server. */
export function documentsAddress(server: string, slug: string): string {
  return `${matrixAddress(server, slug)}/documenten`;
}

/** Address of one change in a dossier's history on its server. */
export function revisionAddress(server: string, slug: string, revision: number): string {
  return `${matrixAddress(server, slug)}/geschiedenis?revision=${revision}`;
}

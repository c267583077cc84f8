/** Address of a dossier's matrix on its server. */
export function matrixAddress(server: string, slug: string): string {
  return `${server}/dossiers/${encodeURIComponent(slug)}`;
}

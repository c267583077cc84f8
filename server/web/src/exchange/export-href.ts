import type { ExportFormat } from '@waarborg/shared/api';
import type { Language } from '@waarborg/shared/messages';

/** Address of a file that a dossier is exported as; `query` says which part of it. */
export function exportHref(
  slug: string,
  format: ExportFormat,
  language: Language,
  query: URLSearchParams | Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams(query);
  parameters.set('language', language);
  return `/api/v1/dossiers/${slug}/exports/${format}?${parameters}`;
}

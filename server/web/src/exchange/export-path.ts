import type { ExportFormat } from '@waarborg/shared/api';
import { separatorOf } from '@waarborg/shared/exchange';
import type { Language } from '@waarborg/shared/messages';

/**
 * Path below `/api/v1` of a file that a dossier is exported as; `query` says which part of it, and of a table in text what
 * separates its values where that is not what spreadsheets expect.
 */
export function exportPath(
  slug: string,
  format: ExportFormat,
  language: Language,
  query: URLSearchParams | Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams(query);
  parameters.set('language', language);
  if (format === 'csv' && !parameters.has('separator')) parameters.set('separator', separatorOf(language));
  return `/dossiers/${slug}/exports/${format}?${parameters}`;
}

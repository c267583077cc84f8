import { exchangeMessages } from '@waarborg/shared/messages/exchange';
import { createPaperSource } from '../papers/paper-source.ts';
import { withinFilters } from '../papers/within-filters.ts';
import type { ExportedDossier } from './export-service.ts';

/**
 * What of its dossier a file holds, for whoever reads it: by which words it was sought and by which filters it is
 * limited. Undefined where it holds everything.
 */
export function describeSelection({ index, query }: ExportedDossier): string | undefined {
  const { language, filters, reviewerNames = new Map() } = query;
  const { q, ...others } = filters;
  const messages = exchangeMessages[language];
  const within = withinFilters({
    ...createPaperSource(index.frame, language),
    ...{ filters: index.found ? others : filters, reviewerNames },
  });
  const said = [
    ...(index.found && q !== undefined ? [messages.foundBy(q.trim())] : []),
    ...(within === undefined ? [] : [`${within}.`]),
  ];
  return said.length === 0 ? undefined : [...said, messages.emptyOutside].join(' ');
}

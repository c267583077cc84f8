import { dateInWords } from '@waarborg/shared/citation';
import type { SourceDocument } from '@waarborg/shared/dossier';
import type { Language } from '@waarborg/shared/messages';

type Titled = Pick<SourceDocument, 'id' | 'title' | 'date' | 'addresses'>;

/** An address without what all addresses have in common. */
function plainAddress(address: string | undefined): string | undefined {
  return address?.replace(/^https?:\/\/(?:www\.)?/u, '');
}

/**
 * Titles by which documents can be told apart in a list, by their ids: where several have one title with the date, and
 * where those have one date too with the address, as of the web page and the PDF of one report.
 */
export function distinctTitles(
  documents: readonly Titled[],
  language: Language,
): ReadonlyMap<string, string> {
  const byTitle = Map.groupBy(documents, ({ title }) => title);
  return new Map(
    documents.map(({ id, title, date, addresses }) => {
      const same = byTitle.get(title) ?? [];
      if (same.length === 1) return [id, title];
      const isOnlyOfDate = same.filter((one) => one.date === date).length === 1;
      const more = [
        date && dateInWords(date, language),
        isOnlyOfDate ? undefined : plainAddress(addresses[0]?.address),
      ];
      const told = more.filter(Boolean).join(', ');
      return [id, told === '' ? title : `${title} (${told})`];
    }),
  );
}

import { citationMessages } from '../messages/citation.ts';
import type { Language } from '../messages/index.ts';
import { type CitedSource, parsePublicationId } from '../references/index.ts';
import { citePublication } from './cite-publication.ts';

/** A day of which the parliamentary year is that of a session; undefined where no session is known. */
function dayIn(session: string | undefined): string | undefined {
  return session && `${session.slice(0, 4)}-12-01`;
}

/** A file as a whole, or several of its papers at once: `kst-36704`, `kst-36704-1-3`. */
const file = /^kst-(?<file>\d{5}(?:-[IVXLA-Z]+|-\d{2}(?=-|$))?)(?:-(?<numbers>\d+-\d+))?$/u;

/**
 * What is cited, as lawyers name it: `Kamerstukken II 2024/25, 36704, nr. 11`, `Handelingen II 2023/24, nr. 53, item
 * 12`, an ECLI, the short name of a law. What has no name but its identifier goes by that; articles whose law nobody
 * named are named so.
 */
export function nameSource(
  { canonical, identifier, session }: Pick<CitedSource, 'canonical' | 'identifier' | 'session'>,
  language: Language,
): string {
  const messages = citationMessages[language];
  if (canonical === '') return messages.unnamedArticles;
  // Ids of long ago look like the number of a file; only of those a document is known.
  const papers = identifier ? undefined : file.exec(canonical)?.groups;
  if (papers) {
    const number = papers.numbers && messages.number(papers.numbers);
    return [`${messages.kamerstukken} ${papers.file?.replace(/-(?=[A-Z])/u, ' ')}`, number]
      .filter(Boolean)
      .join(', ');
  }
  if (parsePublicationId(canonical)) {
    const identifiers = [{ scheme: 'official-publication' as const, value: canonical }];
    const parts = citePublication(
      { sourceType: 'parliamentary-paper', title: canonical, date: dayIn(session), identifiers },
      {},
      language,
    );
    return parts?.filter((part) => part !== undefined && part !== '').join(', ') ?? canonical;
  }
  return identifier?.scheme === 'celex' && canonical === identifier.value ? `CELEX ${canonical}` : canonical;
}

/** A source, or an article of it: `art. 39 Vw 2000`; of an article whose law nobody named only the article. */
export function nameCited(
  { source, article }: { readonly source: CitedSource; readonly article?: string | undefined },
  language: Language,
): string {
  if (article === undefined) return nameSource(source, language);
  return source.group === 'unnamed' ? article : `${article} ${nameSource(source, language)}`;
}

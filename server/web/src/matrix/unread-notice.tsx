import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { language } from '../language/language.ts';
import { facetTitle } from './facet-options.ts';
import { findUnread, type ViewPart } from './find-unread.ts';

function partInWords(part: ViewPart): string {
  const messages = matrixMessages[language.value];
  switch (part) {
    case 'rows':
    case 'columns':
    case 'layout':
    case 'from':
    case 'to':
      return messages[part];
    case 'count':
      return messages.measure;
    case 'q':
      return messages.searchButton;
    default:
      return facetTitle(part, language.value);
  }
}

/** Says what an address asks for in vain: without it the usual matrix would pass for the one that was asked for. */
export function UnreadNotice({ search }: { search: string }) {
  const messages = matrixMessages[language.value];
  const unread = findUnread(search).map(({ part, value }) =>
    messages.filterIs(partInWords(part), `‘${value}’`),
  );
  return unread.length > 0 && <p>{messages.unread(unread.join(', '))}</p>;
}

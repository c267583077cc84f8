import { webMessages } from '@waarborg/shared/messages/web';
import { language } from '../language/language.ts';
import { address } from '../routing/navigation.ts';
import { withValue } from './list-place.ts';

/** The way through a list of several pages; nothing where one page is all. The page stands in the address. */
export function Pager({ next }: { next: string | undefined }) {
  const messages = webMessages[language.value];
  const { pathname, search } = address.value;
  const isFirst = !new URLSearchParams(search).has('cursor');
  if (isFirst && next === undefined) return null;
  return (
    <nav class="wb-actions" aria-label={messages.pages}>
      {!isFirst && (
        <a class="utrecht-link utrecht-link--html-a" href={pathname + withValue(search, 'cursor', '')}>
          {messages.firstPage}
        </a>
      )}
      {next !== undefined && (
        <a
          class="utrecht-link utrecht-link--html-a"
          href={pathname + withValue(search, 'cursor', next)}
          rel="next"
          onClick={() => window.scrollTo(0, 0)}
        >
          {messages.nextPage}
        </a>
      )}
    </nav>
  );
}

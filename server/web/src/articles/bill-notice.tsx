import type { BillOfArticles } from '@waarborg/shared/api';
import { articleMessages } from '@waarborg/shared/messages/articles';
import { language } from '../language/language.ts';
import { documentHref } from '../routing/route.ts';

interface BillNoticeProps {
  readonly slug: string;
  readonly bill: BillOfArticles;
}

/** Which document is the bill, and how much of it nobody looked at. */
export function BillNotice({ slug, bill }: BillNoticeProps) {
  const messages = articleMessages[language.value];
  const { document, title, read, source, articles, rows, more } = bill;
  const unnamed = rows.filter(({ naming }) => naming === 'nowhere').length + more;
  return (
    <p class="wb-bill">
      {messages.bill}{' '}
      <a class="utrecht-link utrecht-link--html-a" href={documentHref(slug, document)}>
        {title}
      </a>
      . {source === undefined ? messages.noText : messages.unnamedOf(unnamed, articles)}{' '}
      {source !== undefined && messages[`bill.${read}`]}
    </p>
  );
}

import type { BillOfArticles } from '@waarborg/shared/api';
import { sourceLink } from '@waarborg/shared/citation';
import { articleMessages } from '@waarborg/shared/messages/articles';
import { language } from '../language/language.ts';

interface BillRowsProps {
  readonly bill: BillOfArticles;
  /** Place among the articles of which something is told before which the rows stand. */
  readonly before: number;
}

/** Articles of the bill of which nothing is told, between those of which something is. */
export function BillRows({ bill, before }: BillRowsProps) {
  const messages = articleMessages[language.value];
  const { source, read } = bill;
  const own = bill.rows.filter((row) => row.before === before);
  if (own.length === 0) return null;
  return (
    <ul class="wb-bill-rows" aria-label={messages.untold}>
      {own.map(({ article, naming, words }) => {
        const href = source === undefined ? undefined : sourceLink({ source, exact: words });
        return (
          <li key={article}>
            {href === undefined ? (
              <b>{article}</b>
            ) : (
              <a class="utrecht-link utrecht-link--html-a" href={href}>
                {article}
              </a>
            )}{' '}
            <span data-state={naming === 'nowhere' ? read : undefined}>
              {naming === 'nowhere' ? messages[`nowhere.${read}`] : messages[naming]}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

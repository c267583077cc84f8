import type { BillOfArticles } from '@waarborg/shared/api';
import { articleMessages } from '@waarborg/shared/messages/articles';
import { language } from '../language/language.ts';
import { documentHref, dossierHref } from '../routing/route.ts';

interface BillNoticeProps {
  readonly slug: string;
  /** Absent where no bill is known. */
  readonly bill: BillOfArticles | undefined;
  /** Whether the reader may name the bill. */
  readonly mayName: boolean;
}

/** Which document is the bill, and how much of it nobody looked at; where none is known, how to name it. */
export function BillNotice({ slug, bill, mayName }: BillNoticeProps) {
  const messages = articleMessages[language.value];
  const settings = (
    <a class="utrecht-link utrecht-link--html-a" href={dossierHref(slug, 'settings')}>
      {bill ? messages.nameOther : messages.nameBill}
    </a>
  );
  if (!bill)
    return mayName ? (
      <p class="wb-bill wb-muted">
        {messages.noBill} {settings}
      </p>
    ) : null;
  const { document, title, isNamed, read, source, articles, unnamed } = bill;
  return (
    <p class="wb-bill">
      {messages.bill}{' '}
      <a class="utrecht-link utrecht-link--html-a" href={documentHref(slug, document)}>
        {title}
      </a>
      . {source === undefined ? messages.noText : messages.unnamedOf(unnamed, articles)}{' '}
      {source !== undefined && messages[`bill.${read}`]}
      {!isNamed && mayName && <> {settings}</>}
    </p>
  );
}

import type { SourceDocument } from '@waarborg/shared/dossier';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { language } from '../language/language.ts';

/** The ways to the copies of a document on the web. */
export function DocumentAddresses({ document: { title, addresses } }: { document: SourceDocument }) {
  const messages = documentMessages[language.value];
  const onTheWeb = addresses.filter(({ address }) => /^https?:/u.test(address));
  if (onTheWeb.length === 0) return <div class="wb-addresses">{messages.notOnTheWeb}</div>;
  return (
    <div class="wb-addresses">
      {onTheWeb.map(({ address, mediaType }) => (
        <a
          key={address}
          class="utrecht-link utrecht-link--html-a"
          href={address}
          target="_blank"
          rel="noreferrer"
          aria-label={messages.openSourceOf(title)}
        >
          {messages.openSource}
          {mediaType === 'application/pdf' && ' (pdf)'}
        </a>
      ))}
    </div>
  );
}

import { webMessages } from '@waarborg/shared/messages/web';
import { explainFailure } from '../api/explain-failure.ts';
import type { ApiFailure } from '../api/failure.ts';
import { language } from '../language/language.ts';
import { address } from '../routing/navigation.ts';
import { Button } from './button.tsx';
import { PageFrame } from './page-frame.tsx';

/** Address of the sign-in page that comes back to where the reader is. */
function signInHref(): string {
  const { pathname, search } = address.value;
  return `/aanmelden?${new URLSearchParams({ next: pathname + search })}`;
}

/** A failure where the content would stand. */
export function ProblemNotice({ failure, onRetry }: { failure: ApiFailure; onRetry: () => void }) {
  const messages = webMessages[language.value];
  const { title, text } = explainFailure(failure);
  return (
    <section class="wb-notice" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      <p class="wb-actions">
        {failure.code === 'unauthenticated' ? (
          // A whole page load: a local server signs its only reader in by that alone.
          <a
            class="utrecht-button-link utrecht-button utrecht-button--primary-action"
            href={signInHref()}
            target="_self"
          >
            {messages.signIn}
          </a>
        ) : (
          <Button tone="primary" onClick={onRetry}>
            {messages.tryAgain}
          </Button>
        )}
        <a class="utrecht-link" href="/dossiers">
          {messages.toDossiers}
        </a>
      </p>
    </section>
  );
}

/** A page that shows nothing but a failure. */
export function ProblemPage({ failure, onRetry }: { failure: ApiFailure; onRetry: () => void }) {
  const { title } = explainFailure(failure);
  return (
    <PageFrame title={title}>
      <ProblemNotice failure={failure} onRetry={onRetry} />
    </PageFrame>
  );
}

/** The answer to an address that means nothing to us. */
export function NotFoundPage() {
  const messages = webMessages[language.value];
  return (
    <PageFrame title={messages.notFoundTitle}>
      <section class="wb-notice">
        <h1>{messages.notFoundTitle}</h1>
        <p>{messages.notFoundText}</p>
        <p class="wb-actions">
          <a class="utrecht-link" href="/dossiers">
            {messages.toDossiers}
          </a>
        </p>
      </section>
    </PageFrame>
  );
}

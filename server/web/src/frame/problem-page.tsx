import { webMessages } from '@waarborg/shared/messages/web';
import type { ApiFailure } from '../api/failure.ts';
import { address } from '../routing/navigation.ts';
import { language } from './language.ts';
import { PageFrame } from './page-frame.tsx';

type Messages = (typeof webMessages)['nl'];

/** Title and text for a failure: what happened, what was kept, what to do. */
export function explainFailure(
  { code, problem }: ApiFailure,
  messages: Messages,
): { title: string; text: string } {
  switch (code) {
    case 'unauthenticated':
      return { title: messages.signedOutTitle, text: messages.signedOutText };
    case 'unreachable':
    case 'unavailable':
      return { title: messages.unreachableTitle, text: messages.unreachableText };
    case 'dossier-not-found':
      return { title: messages.dossierNotFoundTitle, text: messages.dossierNotFoundText };
    case 'forbidden':
      return { title: messages.forbiddenTitle, text: messages.forbiddenText };
    case 'not-found':
      return { title: messages.notFoundTitle, text: messages.notFoundText };
    default:
      return { title: messages.failedTitle, text: problem?.detail ?? problem?.title ?? messages.failedText };
  }
}

/** Address of the sign-in page that comes back to where the reader is. */
function signInHref(): string {
  const { pathname, search } = address.value;
  return `/aanmelden?${new URLSearchParams({ next: pathname + search })}`;
}

/** A failure where the content would stand. */
export function ProblemNotice({ failure, onRetry }: { failure: ApiFailure; onRetry: () => void }) {
  const messages = webMessages[language.value];
  const { title, text } = explainFailure(failure, messages);
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
          <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={onRetry}>
            {messages.tryAgain}
          </button>
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
  const { title } = explainFailure(failure, webMessages[language.value]);
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

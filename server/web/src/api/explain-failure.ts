import { webMessages } from '@waarborg/shared/messages/web';
import { language } from '../language/language.ts';
import { ApiFailure } from './failure.ts';

/** Title and text for a failure: what happened, what was kept, what to do. */
export function explainFailure({ code, problem }: ApiFailure): { title: string; text: string } {
  const messages = webMessages[language.value];
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

/** The same on one line, which has no link: where to sign in is told without leaving what stands on the page. */
export function failureLine(failure: ApiFailure): string {
  if (failure.code === 'unauthenticated') return webMessages[language.value].signedOutMeanwhile;
  const { title, text } = explainFailure(failure);
  return `${title}. ${text}`;
}

/**
 * What went wrong, in the words of the server where it answered.
 *
 * @throws what is no failure of a request.
 */
export function failureInWords(error: unknown): string {
  if (!(error instanceof ApiFailure)) throw error;
  const { problem } = error;
  return problem && error.code !== 'unauthenticated'
    ? [problem.title, problem.detail].filter(Boolean).join(' ')
    : failureLine(error);
}

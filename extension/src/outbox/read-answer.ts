import type { ServerAnswer } from './call-server.ts';
import { confirmsChange } from './confirms-change.ts';
import type { Change, Refusal } from './operation.ts';

/** Trouble that is not about one change but about the way to the server. */
export type Trouble = 'server-unreachable' | 'server-failing' | 'token-expired' | 'dossier-unknown';

/** What the server's answer means for the change that was sent. */
export type Verdict =
  | { readonly kind: 'done'; readonly body: unknown }
  /** Try again later, this one; `afterMs` when the server said when. */
  | { readonly kind: 'retry'; readonly afterMs?: number | undefined }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Statuses below 500 that are about the moment and not about the request. */
const passing = new Set([408, 425, 429]);

/** @param change that was sent; absent when something was only read, and the reader checks what it is. */
export function readAnswer(answer: ServerAnswer, change?: Change): Verdict {
  if (answer.kind === 'ok') {
    const isAnswer = !change || confirmsChange(answer, change);
    return isAnswer ? { kind: 'done', body: answer.body } : { kind: 'retry' };
  }
  if (answer.kind === 'unreachable') return { kind: 'trouble', trouble: 'server-unreachable' };
  const { status, code, detail, retryAfterMs } = answer;
  if (status === 401) return { kind: 'trouble', trouble: 'token-expired' };
  if (code === 'dossier-not-found') return { kind: 'trouble', trouble: 'dossier-unknown' };
  if (status >= 500 || passing.has(status)) return { kind: 'retry', afterMs: retryAfterMs };
  // A proxy that answers for a server that is away: nothing of Waarborg said that.
  if (code === undefined && status === 404) return { kind: 'trouble', trouble: 'server-unreachable' };
  const isGone =
    (code === 'annotation-not-found' && change?.kind === 'delete-annotation') ||
    (code === 'link-not-found' && change?.kind === 'delete-link') ||
    (code === 'dismissal-not-found' && change?.kind === 'restore');
  if (isGone) return { kind: 'done', body: undefined };
  return { kind: 'refused', refusal: { code: code ?? `http-${status}`, detail } };
}

import { type Revision, revisionListSchema, undoneRevisionSchema } from '@waarborg/shared/api';
import type { z } from 'zod';
import type { Answers, ServerReply } from '../messaging/index.ts';
import { findAccount } from '../outbox/account-store.ts';
import { readAnswer } from '../outbox/read-answer.ts';
import { idSchema, revisionUndoSchema } from '../outbox/request-schemas.ts';
import { synchroniseNow } from '../outbox/scheduler.ts';
import type { Way } from '../outbox/send.ts';
import { wayTo } from '../outbox/synchronise.ts';

/** Most revisions of a passage that are shown; the page of the dossier's history has them all. */
const mostRevisions = 50;

/** How the background answers what only the server knows: the history of a passage, and the way back. */
export const historyAnswers: Pick<Answers, 'read-history' | 'undo-revision'> = {
  'read-history': {
    parse: (input) => idSchema.parse(input),
    open: false,
    answer: async ({ id }): Promise<ServerReply<readonly Revision[]>> => {
      const query = new URLSearchParams({ kind: 'annotation', item: id, limit: String(mostRevisions) });
      const reply = await ask(revisionListSchema, { path: `/revisions?${query}` });
      return reply.ok ? { ok: true, value: reply.value.revisions } : reply;
    },
  },
  'undo-revision': {
    parse: (input) => revisionUndoSchema.parse(input),
    open: false,
    answer: async ({ revision, key }): Promise<ServerReply<number>> => {
      const reply = await ask(undoneRevisionSchema, {
        method: 'POST',
        path: `/revisions/${revision}/undo`,
        headers: { 'Idempotency-Key': key },
      });
      if (!reply.ok) return reply;
      await synchroniseNow(true);
      return { ok: true, value: reply.value.revision };
    },
  },
};

/** Asks the server of the chosen dossier. */
async function ask<S extends z.ZodType>(
  schema: S,
  call: Parameters<Way['call']>[0],
): Promise<ServerReply<z.infer<S>>> {
  const account = await findAccount();
  if (!account) return { ok: false, trouble: 'token-expired' };
  const answer = await wayTo(account, account.chosen).call(call);
  const verdict = readAnswer(answer);
  if (verdict.kind === 'trouble') return { ok: false, trouble: verdict.trouble };
  if (verdict.kind === 'retry') return { ok: false, trouble: 'server-failing' };
  if (verdict.kind === 'refused') {
    const obstacles = (answer.kind === 'problem' && answer.obstacles) || [];
    return { ok: false, trouble: 'refused', detail: verdict.refusal.detail, obstacles };
  }
  const parsed = schema.safeParse(verdict.body);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, trouble: 'server-failing' };
}

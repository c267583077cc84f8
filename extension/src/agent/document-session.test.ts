import type { AnnotationDraft } from '@waarborg/shared/annotation';
import { expect, it } from 'vitest';
import type { LocalAnnotation, OpenedDocument } from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import { DocumentSession, type SessionBackground } from './document-session.ts';

const view = { mediaType: 'text/html', candidate: () => ({}) } as unknown as DocumentView;
const draft = { id: 'passage', document: 'stuk', codings: [{ safeguard: 'tolk' }] } as AnnotationDraft;
const saved = { id: draft.id } as LocalAnnotation;

/** A background that keeps passages, and answers what is asked of the document when it is let. */
function createBackground(kept: readonly LocalAnnotation[]) {
  const held: (() => void)[] = [];
  const open = async () => {
    const value = { document: { id: draft.document }, annotations: kept } as OpenedDocument;
    await new Promise<void>((resolve) => held.push(resolve));
    return { ok: true, value };
  };
  const answers: Record<string, () => Promise<unknown>> = {
    'open-document': open,
    'save-annotation': async () => {
      kept = [saved];
      return { ok: true, value: saved };
    },
    'delete-annotation': async () => {
      kept = [];
      return { ok: true, value: saved };
    },
  };
  const ask = (type: string) => answers[type]?.();
  const background = { ask, askInPieces: ask } as unknown as SessionBackground;
  return { background, held, answer: () => held.shift()?.() };
}

/** A session that has opened its document, and asks for it anew while something else is done. */
async function reopenWhile(
  before: readonly LocalAnnotation[],
  work: (session: DocumentSession) => Promise<unknown>,
): Promise<DocumentSession> {
  const { background, held, answer } = createBackground(before);
  const session = new DocumentSession(view, undefined, background);
  const first = session.open();
  answer();
  await first;
  const again = session.open();
  await work(session);
  answer();
  await expect.poll(() => held.length).toBe(1);
  answer();
  await again;
  return session;
}

it('keeps what was saved while the document was being asked for anew', async () => {
  const { opened } = await reopenWhile([], (session) => session.save(draft, undefined));
  expect(opened?.annotations).toEqual([saved]);
});

it('does not bring back what was removed meanwhile', async () => {
  const { opened } = await reopenWhile([saved], (session) => session.remove(saved.id, undefined));
  expect(opened?.annotations).toEqual([]);
});

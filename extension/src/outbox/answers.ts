import { defaultCodebook } from '@waarborg/shared/codebook';
import { idsOfDocument } from '@waarborg/shared/dossier';
import { v7 as uuidv7 } from 'uuid';
import type { Answers, LocalAnnotation, Outcome } from '../messaging/index.ts';
import { type Account, chooseDossier, findAccount, saveAccount, withoutTokens } from './account-store.ts';
import { retryChange } from './add-change.ts';
import { anchorMarked } from './anchor-marked.ts';
import { candidateOfPage, isOwnPage } from './candidate-of-page.ts';
import { type DossierDatabase, findOperations, findOperationsOn, findState, toStored } from './database.ts';
import { describeOutbox } from './describe-outbox.ts';
import { exportOutbox } from './export-outbox.ts';
import { findInDossier } from './find-in-dossier.ts';
import { findOriginal } from './find-original.ts';
import { readManagedSettings } from './managed-settings.ts';
import { openDocument } from './open-document.ts';
import { annotationOf, type Change, documentOf, nameOfAnnotation } from './operation.ts';
import { overlayAnnotations, overlayReadings } from './overlay.ts';
import * as schemas from './request-schemas.ts';
import { revokeTokens } from './revoke-tokens.ts';
import {
  deleteAnnotation,
  discard,
  restoreSuggestion,
  saveAnnotation,
  saveDismissal,
  saveDocument,
  saveReading,
  undoDelete,
} from './save.ts';
import { afterChange, synchroniseNow } from './scheduler.ts';
import { signOut } from './sign-out.ts';
import { describeConnection, openChosen } from './synchronise.ts';
import { withDossier } from './with-dossier.ts';

type OutboxAnswers = Omit<
  Answers,
  | ('report-page' | 'load-tagging' | 'describe-tab' | 'activate-tab')
  | ('list-links' | 'search-passages' | 'save-link' | 'remove-link')
  | ('read-history' | 'undo-revision')
>;

/** How the background answers what is about the dossier and what waits for it. */
export const outboxAnswers: OutboxAnswers = {
  'open-document': {
    parse: (input) => schemas.shownSchema.parse(input),
    open: true,
    answer: async (shown) => {
      if ('address' in shown && isOwnPage(shown)) return { ok: false, code: 'own-page' };
      const candidate = schemas.candidateSchema.safeParse(
        'address' in shown ? candidateOfPage(shown) : shown,
      );
      if (!candidate.success) return { ok: false, code: 'invalid' };
      return withDossier(async (db, account) => ({
        ok: true,
        value: await openDocument(account, db, candidate.data),
      }));
    },
  },
  'anchor-quotes': {
    parse: (input) => schemas.anchoringSchema.parse(input),
    open: true,
    answer: async ({ text, quotes }) => {
      const account = await findAccount();
      return anchorMarked(text, quotes, async (rendition) => {
        return account && findOriginal(await openChosen(account), rendition);
      });
    },
  },
  'save-annotation': {
    parse: (input) => schemas.savedAnnotationSchema.parse(input),
    open: true,
    answer: (input) =>
      withDossier(async (db, account) => {
        const { keepTexts } = await readManagedSettings();
        const { id } = await saveAnnotation(db, keepTexts ? input : { ...input, rendition: undefined });
        const saved = await findLocal(db, account, id);
        void afterChange();
        return saved;
      }),
  },
  'delete-annotation': {
    parse: (input) => schemas.deletedAnnotationSchema.parse(input),
    open: true,
    answer: ({ id, base }) =>
      withDossier(async (db, account) => {
        const before = await findLocal(db, account, id);
        if (!(await deleteAnnotation(db, id, base))) return { ok: false, code: 'not-found' };
        void afterChange();
        return before;
      }),
  },
  'undo-delete': {
    parse: (input) => schemas.idSchema.parse(input),
    open: true,
    answer: ({ id }) =>
      withDossier(async (db, account) => {
        if (!(await undoDelete(db, id))) return { ok: false, code: 'not-found' };
        void afterChange();
        return findLocal(db, account, id);
      }),
  },
  'save-reading': {
    parse: (input) => schemas.savedReadingSchema.parse(input),
    open: true,
    answer: (input) =>
      withDossier(async (db, account) => {
        const { ids } = await saveReading(db, input);
        const [readings, operations] = [await db.getAll('readings'), await findOperationsOn(db, ids)];
        void afterChange();
        return { ok: true, value: overlayReadings(readings, operations, ids, account.user) };
      }),
  },
  'save-document': {
    parse: (input) => schemas.savedDocumentSchema.parse(input),
    open: true,
    answer: (input) =>
      withDossier(async (db) => {
        const saved = await saveDocument(db, input);
        void afterChange();
        return { ok: true, value: saved };
      }),
  },
  'dismiss-suggestion': {
    parse: (input) => schemas.savedDismissalSchema.parse(input),
    open: false,
    answer: (input) =>
      withDossier(async (db) => {
        const id = await saveDismissal(db, input);
        void afterChange();
        return { ok: true, value: { id } };
      }),
  },
  'restore-suggestion': {
    parse: (input) => schemas.idSchema.parse(input),
    open: false,
    answer: ({ id }) =>
      withDossier(async (db) => {
        if (!(await restoreSuggestion(db, id))) return { ok: false, code: 'not-found' };
        void afterChange();
        return { ok: true, value: { id } };
      }),
  },
  'connection-state': {
    parse: (input) => schemas.nothingSchema.parse(input),
    open: true,
    answer: () => describeConnection(),
  },
  synchronise: {
    parse: (input) => schemas.synchroniseSchema.parse(input) ?? undefined,
    open: true,
    answer: async (input) => {
      await synchroniseNow(!input?.onlyIfDue);
      return describeConnection();
    },
  },
  'find-in-dossier': {
    parse: (input) => schemas.identifiersSchema.parse(input),
    open: false,
    answer: ({ identifiers }) =>
      withDossier(async (db) => ({ ok: true, value: await findInDossier(db, identifiers) })),
  },
  'list-outbox': {
    parse: (input) => schemas.nothingSchema.parse(input),
    open: false,
    answer: async () => {
      const account = await findAccount();
      return account ? describeOutbox(await openChosen(account), account.user) : [];
    },
  },
  'export-outbox': {
    parse: (input) => schemas.nothingSchema.parse(input),
    open: false,
    answer: async () => {
      const account = await findAccount();
      return exportOutbox(account && { account, db: await openChosen(account) });
    },
  },
  'describe-words': {
    parse: (input) => schemas.nothingSchema.parse(input),
    open: false,
    answer: () =>
      withDossier(async (db) => {
        const codebook = (await findState(db, 'codebook')) ?? defaultCodebook;
        return { ok: true, value: { codebook, speakers: await db.getAll('speakers') } };
      }),
  },
  'retry-change': {
    parse: (input) => schemas.keySchema.parse(input),
    open: false,
    answer: async ({ key }) => {
      const account = await findAccount();
      if (account) await retry(await openChosen(account), key);
      await synchroniseNow(true);
      return describeConnection();
    },
  },
  'discard-change': {
    parse: (input) => schemas.keySchema.parse(input),
    open: false,
    answer: async ({ key }) => {
      const account = await findAccount();
      if (account) await discard(await openChosen(account), key);
      await afterChange();
      return describeConnection();
    },
  },
  'describe-account': {
    parse: (input) => schemas.nothingSchema.parse(input),
    open: false,
    answer: async () => {
      const account = await findAccount();
      return account && withoutTokens(account);
    },
  },
  'save-account': {
    parse: (input) => schemas.accountDraftSchema.parse(input),
    open: false,
    answer: async (draft) => {
      const before = await findAccount();
      await saveAccount(draft, (await readManagedSettings()).dossier);
      if (before) void revokeTokens(before, draft);
      return switchDossier();
    },
  },
  'sign-out': {
    parse: (input) => schemas.nothingSchema.parse(input),
    open: false,
    answer: async () => {
      await signOut();
      return switchDossier();
    },
  },
  'choose-dossier': {
    parse: (input) => schemas.slugInputSchema.parse(input),
    open: false,
    answer: async ({ slug }) => {
      await chooseDossier(slug);
      return switchDossier();
    },
  },
};

/** Everything that is shown belongs to another dossier now. */
async function switchDossier() {
  await synchroniseNow(true);
  await afterChange();
  return describeConnection();
}

async function findLocal(
  db: DossierDatabase,
  account: Account,
  id: string,
): Promise<Outcome<LocalAnnotation>> {
  const transaction = db.transaction(['annotations', 'operations']);
  const [sent, operations] = await Promise.all([
    transaction.objectStore('annotations').get(id),
    findOperations(transaction.objectStore('operations'), nameOfAnnotation(id)),
  ]);
  const [found] = overlayAnnotations(sent ? [sent] : [], operations, account.user);
  return found ? { ok: true, value: found } : { ok: false, code: 'not-found' };
}

async function retry(db: DossierDatabase, key: string): Promise<void> {
  const operation = (await db.getAll('operations')).find((candidate) => candidate.key === key);
  const remote = operation && (await findRemote(db, operation.change));
  const transaction = db.transaction('operations', 'readwrite', { durability: 'strict' });
  const current = operation && (await transaction.store.get(operation.sequence));
  if (current?.key === key && current.refusal) {
    void transaction.store.put(
      toStored(retryChange(current, remote?.revision, { key: uuidv7(), annotation: uuidv7() })),
    );
  }
  await transaction.done;
}

/** What a change is about, as the server was last known to have it. */
async function findRemote(
  db: DossierDatabase,
  change: Change,
): Promise<{ readonly revision: number } | undefined> {
  if (change.kind === 'create-link' || change.kind === 'delete-link') return db.get('links', change.link.id);
  if (change.kind === 'restore') return db.get('dismissals', change.id);
  const id = annotationOf(change);
  if (id !== undefined) return db.get('annotations', id);
  const document = documentOf(change);
  if (document === undefined) return undefined;
  return (await db.getAll('documents')).find((known) => idsOfDocument(known).includes(document));
}

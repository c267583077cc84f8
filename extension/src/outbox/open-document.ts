import { defaultCodebook } from '@waarborg/shared/codebook';
import type { DocumentDraft } from '@waarborg/shared/dossier';
import { type DocumentIdentity, findDocument, findNamesake } from '@waarborg/shared/references';
import { v7 as uuidv7 } from 'uuid';
import { browser } from 'wxt/browser';
import type { DocumentCandidate, OpenedDocument } from '../messaging/index.ts';
import type { Account } from './account-store.ts';
import { type DossierDatabase, findDocumentOperations, findOperationsOn, findState } from './database.ts';
import {
  learn,
  overlayAnnotations,
  overlayDismissals,
  overlayDocuments,
  overlayReadings,
  withLatestNames,
} from './overlay.ts';
import { findSentAnnotations } from './sent-annotations.ts';
import { describeDossier } from './synchronise.ts';

/** Gives all that a page and its panel need, from what is on this machine; sends nothing anywhere. */
export async function openDocument(
  account: Account,
  db: DossierDatabase,
  candidate: DocumentCandidate,
): Promise<OpenedDocument> {
  const [documents, operations, speakers] = await Promise.all([
    db.getAll('documents'),
    findDocumentOperations(db.transaction('operations').store),
    db.getAll('speakers'),
  ]);
  const local = overlayDocuments(documents, operations);
  const known = findDocument(candidate, local);
  const { ids, ...document } = known
    ? withLatestNames(learn(known, candidate))
    : { ...(await propose(candidate)), ids: [] as readonly string[] };
  const waiting = await findOperationsOn(db, ids);
  const sent = await findSentAnnotations(db, ids);
  const dismissals = await Promise.all(ids.map((id) => db.getAllFromIndex('dismissals', 'document', id)));
  return {
    document,
    known: known !== undefined,
    hasNamesake:
      findNamesake(
        document,
        local.filter((one) => one !== known),
      ) !== undefined,
    revision: documents.find(({ id }) => ids.includes(id))?.revision,
    annotations: overlayAnnotations(sent, waiting, account.user),
    readings: overlayReadings(await db.getAll('readings'), waiting, ids, account.user),
    dismissals: overlayDismissals(dismissals.flat(), waiting),
    codebook: (await findState(db, 'codebook')) ?? defaultCodebook,
    speakers,
    recent: {
      safeguards: (await findState(db, 'recentSafeguards')) ?? [],
      impacts: (await findState(db, 'recentImpacts')) ?? [],
    },
    lastCoding: await findState(db, 'lastCoding'),
    connection: await describeDossier(account, db),
  };
}

/** Most proposals that are remembered until the browser closes. */
const maxProposals = 100;

let proposing: Promise<unknown> = Promise.resolve();

/**
 * A document that nobody has acted on yet gets its id when it is first seen, and the same id for
 * page and panel. It is remembered in memory only, so that what was merely looked at leaves no trace.
 */
function propose(candidate: DocumentCandidate): Promise<DocumentDraft> {
  // One after the other: page and panel ask at the same moment.
  const proposal = proposing.then(() => findOrAddProposal(candidate));
  proposing = proposal.catch(() => undefined);
  return proposal;
}

async function findOrAddProposal(candidate: DocumentCandidate): Promise<DocumentDraft> {
  const stored = await browser.storage.session.get({ proposals: [] });
  const proposals = stored.proposals as readonly (DocumentIdentity & { readonly id: string })[];
  const found = findDocument(candidate, proposals);
  if (found) return { ...candidate, id: found.id };
  const { identifiers, addresses } = candidate;
  const proposal = { id: uuidv7(), identifiers, addresses };
  const { id } = proposal;
  await browser.storage.session.set({ proposals: [proposal, ...proposals].slice(0, maxProposals) });
  return { ...candidate, id };
}

import type { CodingDraft } from '@waarborg/shared/annotation';
import { v7 as uuidv7 } from 'uuid';
import { documentAt } from './document-at.ts';

/** A quote, and what is said of it. */
export interface BroughtPassage {
  readonly exact: string;
  readonly coding: CodingDraft;
}

/**
 * Brings passages of one document into a dossier, as one step.
 *
 * @param dossier its address in the API of a server.
 * @throws Error when the server does not take them.
 */
export async function bringPassages(
  dossier: string,
  token: string,
  passages: readonly BroughtPassage[],
): Promise<void> {
  const source = 'https://example.org/stuk.html';
  const document = { ...documentAt(source, 'Stuk'), issuer: 'IND' };
  const annotations = passages.map(({ exact, coding }) => ({
    ...{ id: uuidv7(), document: document.id, source },
    ...{ ranges: [{ exact }], codings: [coding] },
  }));
  const answer = await fetch(`${dossier}/imports/bundle`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ documents: [document], annotations }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

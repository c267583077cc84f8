import assert from 'node:assert/strict';
import type { PrintedToken } from '../helpers/running-server.ts';
import { fillDossier } from './large-dossiers.ts';
import type { MeasuredServer } from './servers-under-measure.ts';

/** A dossier whose matrix is as large as any that is asked for. */
export const largeMatrix = { slug: 'groot', codings: 100_000, rows: 30, columns: 18 } as const;

/** Adds what the default codebook lacks for that many rows and columns. */
async function enlargeCodebook({ api, token }: PrintedToken): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const same = (text: string) => ({ nl: text, en: text });
  const add = async (kind: 'safeguard' | 'impact', id: string, group: string) => {
    const label = same(`Extra ${id}`);
    const concept = { id, kind, group, label, shortLabel: label, definition: label, terms: [] };
    const answer = await fetch(`${api}/dossiers/${largeMatrix.slug}/codebook/concepts`, {
      method: 'POST',
      headers,
      body: JSON.stringify(concept),
    });
    assert.equal(answer.status, 201, await answer.text());
  };
  for (const id of ['een', 'twee', 'drie']) await add('safeguard', id, 'the-decision');
  await add('impact', 'vier', 'administration');
}

/** Makes the dossier; gives the token of its owner. */
export async function addLargeMatrix(measured: MeasuredServer): Promise<PrintedToken> {
  const { slug, codings } = largeMatrix;
  const { dossier, user, token } = await measured.addDossier(slug);
  await enlargeCodebook(token);
  await fillDossier(measured.driver, { dossier, user, codings, seed: 1 });
  await measured.driver.all('pragma optimize');
  return token;
}

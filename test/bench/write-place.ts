import { v7 as uuid } from 'uuid';
import type { RunningServer } from '../helpers/running-server.ts';
import { annotationBody } from './write-rows.ts';

/** Where a benchmark writes annotations. */
export interface WritePlace {
  /** Address at which they are created. */
  readonly address: string;
  readonly token: string;
  /** Id of the document in which they are. */
  readonly document: string;
  /** Id of one that is there already. */
  readonly annotation: string;
  /** Revision of the dossier. */
  readonly revision: number;
}

/** Makes a document with one annotation in a dossier. */
export async function prepareWritePlace(server: RunningServer): Promise<WritePlace> {
  const { token, api } = await server.createToken('meting@example.org', 'meting');
  const dossier = `${api}/dossiers/meting`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const post = async (at: string, body: string): Promise<{ id: string; revision: number }> => {
    const answer = await fetch(dossier + at, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { id: string; revision: number };
  };
  const addresses = [{ address: 'https://example.org/brief.html', mediaType: 'text/html' }];
  const draft = { id: uuid(), sourceType: 'inspection-letter', title: 'Brief', addresses, identifiers: [] };
  const document = (await post('/documents', JSON.stringify(draft))).id;
  const { id, revision } = await post('/annotations', annotationBody(document));
  return { address: `${dossier}/annotations`, token, document, annotation: id, revision };
}

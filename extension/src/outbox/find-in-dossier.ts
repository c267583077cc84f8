import type { DocumentIdentifier } from '@waarborg/shared/dossier';
import { identityKeys } from '@waarborg/shared/references';
import type { DossierDocument } from '../messaging/index.ts';
import type { DossierDatabase } from './database.ts';
import { findDocuments } from './find-passages.ts';

/**
 * The document of the dossier that each identifier tells, in the order of the identifiers; null where the
 * dossier has none as far as this machine knows. Asks nobody.
 */
export async function findInDossier(
  db: DossierDatabase,
  identifiers: readonly DocumentIdentifier[],
): Promise<(DossierDocument | null)[]> {
  const found = new Map<string, DossierDocument>();
  for (const document of await findDocuments(db)) {
    const { id, title } = document;
    for (const key of identityKeys({ identifiers: document.identifiers, addresses: [] })) {
      found.set(key, { id, title });
    }
  }
  return identifiers.map((identifier) => {
    const [key] = identityKeys({ identifiers: [identifier], addresses: [] });
    return (key !== undefined && found.get(key)) || null;
  });
}

import { promisify } from 'node:util';
import type { Codebook } from '@waarborg/shared/codebook';
import { idsOfDocument } from '@waarborg/shared/dossier';
import type { Language } from '@waarborg/shared/messages';
import { type KeptText, writeCodebookFile, writeProject } from '@waarborg/shared/refi-qda';
import { strToU8, type Zippable, zip } from 'fflate';
import { v5 as deriveUuid, parse } from 'uuid';
import type { Access } from '../accounts/authenticate.ts';
import type { Executor } from '../database/index.ts';
import { findRenditionText, listDossierRenditions } from '../documents/rendition-store.ts';
import { listAllLinks } from '../links/link-store.ts';
import type { ExportedDossier } from './export-service.ts';

/** Under which names have their GUIDs: the same things have the same ones in every export. */
const namespace = parse('f7c3e2a4-52c1-4f0e-9d5a-3f6f7b1f0a11');

/** Packs in threads of its own. */
const pack = promisify<Zippable, Uint8Array>(zip);

const guidOf = (name: string) => deriveUuid(Buffer.from(name), namespace);

/** The kept texts of the documents of which something is exported. */
async function readTexts(
  database: Executor,
  dossier: string,
  { annotations, index }: ExportedDossier,
): Promise<KeptText[]> {
  const coded = new Set(annotations.map(({ document }) => document));
  const wanted = new Set(
    index.frame.documents
      .map(idsOfDocument)
      .filter((ids) => ids.some((id) => coded.has(id)))
      .flat(),
  );
  const texts: KeptText[] = [];
  for (const rendition of await listDossierRenditions(database, dossier)) {
    if (!wanted.has(rendition.document)) continue;
    const content = await findRenditionText(database, rendition.document, rendition.id);
    if (content !== undefined) texts.push({ ...rendition, content });
  }
  return texts;
}

/** A dossier as a REFI-QDA project: a QDPX file with its texts. */
export async function writeQdpx(
  database: Executor,
  { id, title }: Access['dossier'],
  content: ExportedDossier,
): Promise<Uint8Array> {
  const { index, query, isCarried } = content;
  const parts = writeProject(
    {
      title,
      codebook: index.frame.codebook,
      speakers: index.frame.speakers,
      documents: index.frame.documents,
      texts: await readTexts(database, id, content),
      annotations: content.annotations.map((annotation) => ({
        ...annotation,
        codings: annotation.codings.filter(isCarried),
      })),
      links: await listAllLinks(database, id),
    },
    { language: query.language, guidOf },
  );
  return pack(Object.fromEntries([...parts].map(([name, part]) => [name, strToU8(part)])));
}

/** A codebook as a QDC file. */
export function writeQdc(codebook: Codebook, language: Language): string {
  return writeCodebookFile(codebook, { language, guidOf });
}

import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';

/** A row with the table in which it stands. */
export type OldRow = readonly [
  table: string,
  row: Readonly<Record<string, string | number | null | Uint8Array>>,
];

const at = '2026-11-01T10:00:00.000Z';
/** When the dossier was worked on for the last time. */
export const later = '2026-11-02T10:00:00.000Z';

const text = 'Het voornemen vervalt.';
const rendition = createHash('sha256').update(text).digest('hex');

/** The text of the document of every old dossier, which stands there once. */
export const oldText: OldRow = [
  'rendition_text',
  { id: rendition, compressed: brotliCompressSync(Buffer.from(text)) },
];

interface OldDossier {
  /** Its id and slug; ids of what is in it begin with it. */
  readonly id: string;
  readonly user: { readonly id: string; readonly name: string };
  /** How many passages it has; as many were deleted, on each of which hung a link from one that stayed. */
  readonly passages: number;
}

/** The log as it was: readings without instants, the codebook as one item, and nothing of links that went. */
function createOldLog(dossier: string, user: string) {
  const rows: OldRow[] = [];
  const positions = new Map<number, number>();
  return {
    rows,
    revise: (number: number, operation: string, when: string) =>
      rows.push(['revision', { dossier_id: dossier, number, at: when, user_id: user, operation }]),
    log(number: number, kind: string, id: string, { before, after }: { before?: unknown; after?: unknown }) {
      const position = positions.get(number) ?? 0;
      positions.set(number, position + 1);
      const toJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
      rows.push([
        'revision_item',
        {
          ...{ dossier_id: dossier, number, position, kind, item_id: id },
          ...{ before: toJson(before), after: toJson(after) },
        },
      ]);
    },
  };
}

/**
 * The rows of a dossier in which somebody worked, as they stood before the log said all: tables as the first three
 * migrations make them.
 */
export function listOldRows({ id: dossier, user, passages }: OldDossier): OldRow[] {
  const { rows, revise, log } = createOldLog(dossier, user.id);
  const add = (table: string, row: OldRow[1]) => rows.push([table, row]);
  const [document, speaker] = [`${dossier}-document`, `${dossier}-speaker`];
  const [label, kind] = [{ nl: 'a', en: 'a' }, 'safeguard'];
  const group = { id: 'g', kind, label };
  const concept = {
    ...{ id: 'c', kind, group: 'g' },
    label,
    shortLabel: label,
    definition: label,
    terms: [],
  };

  add('dossier', { id: dossier, slug: dossier, title: 'Een', revision: 5 + passages, created: at });
  add('membership', { dossier_id: dossier, user_id: user.id, role: 'owner' });
  const place = { dossier_id: dossier, kind, position: 0 };
  add('concept_group', { ...place, id: 'g', label: JSON.stringify(label) });
  add('concept', { ...place, id: 'c', concept: JSON.stringify(concept) });
  const said = { id: speaker, name: 'IND', aliases: ['Dienst'], kind: 'executive' };
  add('speaker', { ...said, dossier_id: dossier, aliases: JSON.stringify(said.aliases) });
  revise(1, 'create-dossier', at);
  log(1, 'dossier', dossier, { after: { slug: dossier, title: 'Een' } });
  log(1, 'codebook', dossier, { after: { groups: [group], concepts: [concept] } });
  log(1, 'speaker', speaker, { after: said });
  log(1, 'membership', user.id, { after: { role: 'owner' } });

  const addresses = ['https://b.example/', 'https://a.example/'] as const;
  add('document', {
    ...{ id: document, dossier_id: dossier, source_type: 'press', title: 'T', issuer_id: speaker },
    revision: 2,
  });
  for (const address of addresses) {
    const key = `address ${address}`;
    add('document_address', {
      ...{ document_id: document, dossier_id: dossier, address, key, media_type: 'text/html' },
    });
  }
  revise(2, 'propose-document', at);
  const proposed = {
    ...{ id: document, sourceType: 'press', title: 'T', issuer: speaker },
    addresses: addresses.map((address) => ({ address, mediaType: 'text/html' })),
    ...{ identifiers: [], aliases: [], revision: 2 },
  };
  log(2, 'document', document, { after: proposed });
  add('rendition', {
    ...{ document_id: document, text_id: rendition, source: addresses[0] },
    ...{ media_type: 'text/html', retrieved: at },
  });

  const annotationOf = (id: string) => ({
    ...{ id, document, source: addresses[0], ranges: [{ exact: 'a' }] },
    codings: [
      { id: `c${id}`, safeguard: 'c', direction: 'neutral', basis: 'norm', speaker, status: 'draft' },
    ],
    ...{ creator: user, created: at, modified: at, revision: 3 },
  });
  const addAnnotation = (id: string, revision: number, deleted: 0 | 1) => {
    const ids = { id, dossier_id: dossier, document_id: document, creator_id: user.id };
    const content = { source: addresses[0], ranges: '[{"exact":"a"}]', created: at, modified: at };
    add('annotation', { ...ids, ...content, revision, deleted });
    add('coding', {
      ...{ id: `c${id}`, annotation_id: id, dossier_id: dossier, position: 0, safeguard: 'c' },
      ...{ direction: 'neutral', basis: 'norm', speaker_id: speaker, status: 'draft' },
    });
    log(3, 'annotation', id, { after: annotationOf(id) });
  };
  revise(3, 'import-example', at);
  const numbers = Array.from({ length: passages }, (_, index) => index + 1);
  const namesOf = (number: number) => ({
    ...{
      kept: `${dossier}-kept-${number}`,
      gone: `${dossier}-gone-${number}`,
      link: `${dossier}-link-${number}`,
    },
  });
  for (const number of numbers) {
    const { kept, gone, link } = namesOf(number);
    addAnnotation(kept, 3, 0);
    addAnnotation(gone, 5 + number, 1);
    add('link', { id: link, dossier_id: dossier, from_id: kept, to_id: gone, kind: 'repeats' });
    log(3, 'link', link, { after: { id: link, from: kept, to: gone, kind: 'repeats' } });
  }

  const readingOf = (safeguards: string[] | 'all') => ({ document, reviewer: user.id, safeguards });
  revise(4, 'save-reading', at);
  log(4, 'reading', `${document} ${user.id}`, { after: readingOf('all') });
  revise(5, 'save-reading', later);
  log(5, 'reading', `${document} ${user.id}`, { before: readingOf('all'), after: readingOf(['c']) });
  add('reading', { dossier_id: dossier, document_id: document, user_id: user.id, safeguard: 'c', at: later });
  for (const number of numbers) {
    const { gone } = namesOf(number);
    revise(5 + number, 'delete-annotation', later);
    log(5 + number, 'annotation', gone, { before: annotationOf(gone) });
  }
  return rows;
}

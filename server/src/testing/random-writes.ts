import { randomUUIDv7 as uuid } from 'node:crypto';
import { sampleAnnotation, sampleCoding, sampleDocument } from './samples.ts';
import type { TestAnswer, TestServer } from './test-server.ts';

/** Asks something of one dossier. */
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<TestAnswer>;

/** One kind of write: of what is there in the dossier, by chance. It may be refused. */
type RandomWrite = (send: Send, pick: <T>(list: readonly T[]) => T | undefined) => Promise<unknown>;

const any = { 'If-Match': '*' };
const list = async (send: Send, name: string) =>
  ((await send('GET', `/${name}?limit=100`)).json[name] ?? []) as { id: string }[];
/** The parts of some outline, each with its path. */
async function outlineParts(send: Send, pick: <T>(list: readonly T[]) => T | undefined) {
  const outline = pick(await list(send, 'outlines'));
  if (!outline) return [];
  const path = `/outlines/${outline.id}`;
  const { parts } = (await send('GET', path)).json as {
    parts: {
      id: string;
      content: { kind: string; annotation?: string; level?: number };
      comments: { id: string }[];
    }[];
  };
  return parts.map((part) => ({ ...part, path: `${path}/parts/${part.id}` }));
}
const concepts = async (send: Send) =>
  (await send('GET', '/codebook')).json.concepts as { id: string; kind: string; group: string }[];
const words = (text: string) => ({ nl: text, en: text });

/** Every kind of write that changes a dossier. */
export const randomWrites: Readonly<Record<string, RandomWrite>> = {
  proposeDocument: (send, pick) =>
    send('POST', '/documents', sampleDocument({ issuer: pick(['IND', 'Nieuw', 'Rechtspraak']) ?? 'IND' })),
  async learnCopy(send, pick) {
    const known = pick(await list(send, 'documents')) as { addresses?: never[] } | undefined;
    if (!known) return;
    const { addresses } = sampleDocument();
    const copies = [...(known.addresses ?? []).slice(0, 1), ...addresses];
    await send('POST', '/documents', sampleDocument({ addresses: copies }));
  },
  async correctDocument(send, pick) {
    const document = pick(await list(send, 'documents'));
    const update = pick([{ title: uuid() }, { date: null }, { issuer: 'IND' }, { sourceType: 'press' }]);
    if (document) await send('PUT', `/documents/${document.id}`, update, any);
  },
  async mergeDocument(send, pick) {
    const documents = await list(send, 'documents');
    const [from, into] = [pick(documents), pick(documents)];
    if (from && into) await send('PUT', `/documents/${from.id}/merged-into`, { into: into.id });
  },
  async separateDocument(send, pick) {
    const documents = (await list(send, 'documents')) as { id: string; aliases?: string[] }[];
    const merged = pick(documents.flatMap(({ aliases }) => aliases ?? []));
    if (merged) await send('DELETE', `/documents/${merged}/merged-into`);
  },
  async deleteDocument(send, pick) {
    const document = pick(await list(send, 'documents'));
    if (document) await send('DELETE', `/documents/${document.id}`, undefined, any);
  },
  async keepText(send, pick) {
    const document = pick(await list(send, 'documents'));
    const text = { text: uuid(), source: 'https://example.org/a.html', mediaType: 'text/html' };
    if (document) await send('POST', `/documents/${document.id}/renditions`, text);
  },
  async createAnnotation(send, pick) {
    const document = pick(await list(send, 'documents'));
    const safeguard = pick((await concepts(send)).filter(({ kind }) => kind === 'safeguard'))?.id;
    const codings = [
      sampleCoding({ safeguard }),
      sampleCoding({ speaker: pick(['Iemand', 'COA']) ?? 'COA' }),
    ];
    if (document) await send('POST', '/annotations', sampleAnnotation(document.id, { codings }));
  },
  async importAnnotations(send, pick) {
    const document = pick(await list(send, 'documents'))?.id ?? '';
    await send('POST', '/imports', [sampleAnnotation(document), sampleAnnotation(document)]);
  },
  async updateAnnotation(send, pick) {
    const known = pick(await list(send, 'annotations'));
    if (!known) return;
    const { id: _, document: __, ...update } = sampleAnnotation('', { note: uuid() });
    await send('PUT', `/annotations/${known.id}`, update, any);
  },
  async deleteAnnotation(send, pick) {
    const known = pick(await list(send, 'annotations'));
    if (known) await send('DELETE', `/annotations/${known.id}`, undefined, any);
  },
  async review(send, pick) {
    const known = pick(await list(send, 'annotations')) as
      | { revision: number; codings: { id: string }[] }
      | undefined;
    const decision = pick([
      { status: 'accepted' },
      { status: 'rejected', reason: 'nee' },
      { status: 'draft' },
    ]);
    const codings = known?.codings.map(({ id }) => ({ id, revision: known.revision })) ?? [];
    await send('POST', '/reviews', { codings, ...decision });
  },
  async createLink(send, pick) {
    const passages = await list(send, 'annotations');
    const [from, to] = [pick(passages)?.id, pick(passages)?.id];
    await send('POST', '/links', { id: uuid(), from, to, kind: pick(['repeats', 'supports']) });
  },
  async removeLink(send, pick) {
    const link = pick(await list(send, 'links'));
    if (link) await send('DELETE', `/links/${link.id}`, undefined, any);
  },
  createOutline: (send) => send('POST', '/outlines', { id: uuid(), title: uuid() }),
  async renameOutline(send, pick) {
    const outline = pick(await list(send, 'outlines'));
    if (outline) await send('PUT', `/outlines/${outline.id}`, { title: uuid() }, any);
  },
  async deleteOutline(send, pick) {
    const outline = pick(await list(send, 'outlines'));
    if (outline) await send('DELETE', `/outlines/${outline.id}`, undefined, any);
  },
  async addToOutline(send, pick) {
    const outline = pick(await list(send, 'outlines'));
    const annotation = pick(await list(send, 'annotations'))?.id;
    const content = pick([
      { kind: 'heading', level: 1, text: uuid() },
      { kind: 'text', text: uuid() },
      { kind: 'passage', annotation },
    ]);
    const place = pick(['V', 'X', 'Z']);
    if (outline) await send('POST', `/outlines/${outline.id}/parts`, { id: uuid(), place, content });
  },
  async addPassagesToOutline(send, pick) {
    const outline = pick(await list(send, 'outlines'));
    const annotations = (await list(send, 'annotations')).map(({ id }) => id).slice(0, pick([1, 2, 5]));
    if (outline) await send('POST', `/outlines/${outline.id}/passages`, { annotations });
  },
  async changeOutline(send, pick) {
    const part = pick(await outlineParts(send, pick));
    if (!part) return;
    const { kind, annotation, level } = part.content;
    const content = { kind, annotation, level, text: uuid(), renew: pick([true, false]) };
    await send('PUT', part.path, { place: pick(['A', 'B', 'Zz']), content }, any);
  },
  async removeFromOutline(send, pick) {
    const part = pick(await outlineParts(send, pick));
    if (part) await send('DELETE', part.path, undefined, any);
  },
  async commentOnOutline(send, pick) {
    const part = pick(await outlineParts(send, pick));
    if (part) await send('POST', `${part.path}/comments`, { id: uuid(), text: uuid() });
  },
  async settleComment(send, pick) {
    const part = pick(await outlineParts(send, pick));
    const comment = pick(part?.comments ?? []);
    if (part && comment) await send('DELETE', `${part.path}/comments/${comment.id}`);
  },
  async read(send, pick) {
    const document = pick(await list(send, 'documents'));
    const safeguards = pick(['all', ['voornemen'], [], ['voornemen', 'interpreter']]);
    if (document) await send('PUT', '/readings', { document: document.id, safeguards });
  },
  async dismiss(send, pick) {
    const document = pick(await list(send, 'documents'))?.id;
    const safeguard = pick((await concepts(send)).filter(({ kind }) => kind === 'safeguard'))?.id;
    if (document) await send('PUT', `/dismissals/${uuid()}`, { document, safeguard, quote: uuid() });
  },
  async restore(send, pick) {
    const dismissal = pick(await list(send, 'dismissals'));
    if (dismissal) await send('DELETE', `/dismissals/${dismissal.id}`);
  },
  createSpeaker: (send, pick) =>
    send('POST', '/speakers', { id: uuid(), name: uuid(), aliases: [uuid()], kind: pick(['ngo', 'court']) }),
  async updateSpeaker(send, pick) {
    const speaker = pick(await list(send, 'speakers'));
    const parent = pick(await list(send, 'speakers'))?.id;
    const update = { name: uuid(), aliases: [uuid()], kind: 'other', parent };
    if (speaker) await send('PUT', `/speakers/${speaker.id}`, update, any);
  },
  async mergeSpeaker(send, pick) {
    const speakers = await list(send, 'speakers');
    const [from, into] = [pick(speakers), pick(speakers)];
    if (from && into) await send('PUT', `/speakers/${from.id}/merged-into`, { into: into.id });
  },
  async separateSpeaker(send, pick) {
    const merged = ((await list(send, 'speakers')) as { id: string; mergedInto?: string }[]).filter(
      ({ mergedInto }) => mergedInto,
    );
    const speaker = pick(merged);
    if (speaker) await send('DELETE', `/speakers/${speaker.id}/merged-into`);
  },
  async deleteSpeaker(send, pick) {
    const speaker = pick(await list(send, 'speakers'));
    if (speaker) await send('DELETE', `/speakers/${speaker.id}`, undefined, any);
  },
  async addConcept(send, pick) {
    const { id: _, ...like } = pick(await concepts(send)) ?? { id: '' };
    const texts = { label: words('a'), shortLabel: words('a'), definition: words('a'), terms: ['a*'] };
    await send('POST', '/codebook/concepts', { ...like, ...texts, id: `c-${uuid()}` });
  },
  async updateConcept(send, pick) {
    const concept = pick(await concepts(send));
    if (!concept) return;
    const change = pick([{ label: words(uuid()) }, { retired: true }, { terms: [uuid().slice(0, 8)] }]);
    await send('PUT', `/codebook/concepts/${concept.id}`, { ...concept, ...change }, any);
  },
  async placeConcept(send, pick) {
    const all = await concepts(send);
    const concept = pick(all);
    const before = pick(all.filter(({ group }) => group === concept?.group))?.id;
    if (concept) await send('PUT', `/codebook/concepts/${concept.id}/place`, { before }, any);
  },
  async mergeConcept(send, pick) {
    const all = await concepts(send);
    const from = pick(all);
    const into = pick(all.filter(({ kind }) => kind === from?.kind));
    if (from && into) await send('PUT', `/codebook/concepts/${from.id}/merged-into`, { into: into.id });
  },
  async separateConcept(send, pick) {
    const all = (await concepts(send)) as { id: string; mergedInto?: string }[];
    const concept = pick(all.filter(({ mergedInto }) => mergedInto));
    if (concept) await send('DELETE', `/codebook/concepts/${concept.id}/merged-into`);
  },
  async splitConcept(send, pick) {
    const used = pick(await list(send, 'annotations')) as { codings: { safeguard: string }[] } | undefined;
    const from = used?.codings[0]?.safeguard;
    const others = pick((await concepts(send)).filter(({ kind }) => kind === 'safeguard'))?.id;
    if (from) await send('POST', `/codebook/concepts/${from}/split`, { concepts: [], codings: [], others });
  },
  addGroup: (send) =>
    send('POST', '/codebook/groups', { id: `g-${uuid()}`, kind: 'impact', label: words('g') }),
  async renameGroup(send, pick) {
    const group = pick((await send('GET', '/codebook')).json.groups as { id: string }[]);
    if (group) await send('PUT', `/codebook/groups/${group.id}`, { label: words(uuid()) }, any);
  },
  async placeGroup(send, pick) {
    const { groups } = (await send('GET', '/codebook')).json as { groups: { id: string; kind: string }[] };
    const group = pick(groups);
    const before = pick(groups.filter(({ kind }) => kind === group?.kind))?.id;
    if (group) await send('PUT', `/codebook/groups/${group.id}/place`, { before }, any);
  },
  async deleteGroup(send, pick) {
    const { groups, concepts: all } = (await send('GET', '/codebook')).json as {
      groups: { id: string }[];
      concepts: { group: string }[];
    };
    const empty = pick(groups.filter(({ id }) => all.every(({ group }) => group !== id)));
    if (empty) await send('DELETE', `/codebook/groups/${empty.id}`, undefined, any);
  },
  async changeSettings(send, pick) {
    const withoutText = pick([[], ['press'], ['press', 'other']]);
    const bill = pick([undefined, pick(await list(send, 'documents'))?.id]);
    await send('PUT', '/settings', { title: uuid(), withoutText, bill }, any);
  },
};

/** Asks of a dossier as its owner. */
export function createSender(
  server: TestServer,
  { slug, owner }: { slug: string; owner: { token: string } },
): Send {
  return (method, path, body, headers = {}) =>
    server.request(method, `/api/v1/dossiers/${slug}${path}`, { token: owner.token, body, headers });
}

/** Writes by chance, every kind of write at least once, in an order of chance. */
export async function writeAtRandom(send: Send, random: () => number, count: number): Promise<void> {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
  const names = Object.keys(randomWrites);
  // What everything else needs comes first.
  const first = [
    ...['proposeDocument', 'proposeDocument', 'createAnnotation', 'createAnnotation'],
    ...['createOutline', 'addToOutline', 'addToOutline'],
  ];
  const rest = Array.from({ length: Math.max(0, count - first.length) }, (_, index) =>
    index < names.length ? names[index] : pick(names),
  );
  const shuffled = rest
    .map((name) => ({ name, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
  for (const name of [...first, ...shuffled]) await randomWrites[name ?? '']?.(send, pick);
}

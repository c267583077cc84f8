import { randomUUIDv7 as uuid } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stemsOf } from '@waarborg/shared/search';
import { expect, inject, it } from 'vitest';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer } from '../testing/test-server.ts';

/** Real passages; kept beside the repository, not in it. */
const file = path.resolve(import.meta.dirname, '../../../../shared/corpus/codings.json');
const passages: { document: string; exact: string; prefix: string; suffix: string }[] = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : [];
const reason =
  inject('postgresql') === undefined
    ? ' (skipped: this project has no PostgreSQL)'
    : passages.length === 0
      ? ` (skipped: ${file} is not there)`
      : '';

it.skipIf(reason !== '')(
  `SQLite and PostgreSQL find the same for every word of real passages, in the same order${reason}`,
  async () => {
    const servers = await Promise.all([createTestServer(), createTestServer({ DATABASE_URL: '' })]);
    const dossiers = await Promise.all(servers.map((server) => server.addDossier()));
    const send = (place: number, method: string, address: string, body?: unknown) => {
      const { slug, owner } = dossiers[place] ?? { slug: '', owner: { token: '' } };
      return servers[place]?.request(method, `/api/v1/dossiers/${slug}${address}`, {
        token: owner.token,
        body,
      });
    };
    const both = (method: string, address: string, body?: unknown) =>
      Promise.all(servers.map((_, place) => send(place, method, address, body)));

    const documents = new Map(
      [...new Set(passages.map(({ document }) => document))].map((name) => [name, uuid()]),
    );
    for (const [name, id] of documents) {
      const [made] = await both(
        'POST',
        '/documents',
        sampleDocument({ id, title: name.replaceAll('-', ' ') }),
      );
      expect(made?.status, made?.text).toBe(201);
      const own = passages.filter(({ document }) => document === name);
      const text = own.map(({ prefix, exact, suffix }) => `${prefix}${exact}${suffix}`).join('\n');
      await both('POST', `/documents/${id}/renditions`, {
        text,
        source: 'https://example.org/',
        mediaType: 'text/html',
      });
    }
    for (const { document, exact } of passages) {
      const draft = sampleAnnotation(documents.get(document) ?? '', { ranges: [{ exact }] });
      await both('POST', '/annotations', draft);
    }

    const words = [...new Set(passages.flatMap(({ exact }) => exact.match(/\p{L}{4,}/gu) ?? []))].slice(
      0,
      200,
    );
    const queries = [
      ...words,
      ...words
        .slice(1)
        .map((word, place) => `${words[place]} ${word}`)
        .slice(0, 50),
    ];
    const said = passages.map(({ exact }) => new Set(stemsOf(exact)));
    let [found, byStemAlone] = [0, 0];
    for (const q of queries) {
      const [one, other] = await both('GET', `/search?limit=500&q=${encodeURIComponent(q)}`);
      expect(one?.status, q).toBe(200);
      expect(one?.json, q).toEqual(other?.json);
      found += one?.json.total ?? 0;
      const stems = stemsOf(q);
      byStemAlone += said.filter((ofPassage) => stems.every((stem) => ofPassage.has(stem))).length;
    }
    console.info(
      `${queries.length} queries found ${found} passages and documents; ${byStemAlone} passages have all words by themselves.`,
    );
    expect(found).toBeGreaterThan(byStemAlone);
    await Promise.all(servers.map((server) => server.close()));
  },
  120_000,
);

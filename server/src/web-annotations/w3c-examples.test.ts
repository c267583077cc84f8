import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

/** The examples of the Web Annotation Data Model; kept beside the repository, not in it. */
const file = path.resolve(
  import.meta.dirname,
  '../../../../shared/standards/web-annotation/valid-annotations.json',
);
type Example = Record<string, unknown>;
const examples: Record<string, Example> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const missing = Object.keys(examples).length === 0;
const title = 'the examples of the W3C come back whole, or are refused because they quote nothing';
it.skipIf(missing)(
  missing ? `${title} (skipped: ${file} is not there)` : title,
  async () => {
    const { slug, owner } = await server.addDossier();
    const answers = new Map<string, number>();
    for (const [name, example] of Object.entries(examples)) {
      // Collections and pages of annotations are no annotations.
      if (![example.type].flat().includes('Annotation')) continue;
      const answer = await server.request('POST', `/annotations/${slug}/`, {
        token: owner.token,
        body: example,
      });
      answers.set(name, answer.status);
      if (answer.status === 422) {
        expect(answer.json.errors[0].path, name).toMatch(/^target/);
        expect(JSON.stringify(example.target), name).not.toContain('"TextQuoteSelector"');
        continue;
      }
      expect(answer.status, name).toBe(201);
      // Id and times are the server's.
      const { id, created: _, modified: __, via, ...said } = example;
      expect(answer.json, name).toMatchObject(said);
      expect([answer.json.via].flat(), name).toEqual([via, id].flat().filter((value) => value !== undefined));
      expect('body' in answer.json, name).toBe('body' in example);
    }
    expect([...answers.values()].filter((status) => status === 201).length).toBeGreaterThan(0);
  },
  60_000,
);

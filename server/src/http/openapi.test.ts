import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import spectralCore from '@stoplight/spectral-core';
import { casing, or, pattern, schema, truthy } from '@stoplight/spectral-functions';
import rulesets from '@stoplight/spectral-rulesets';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

/** The Dutch API Design Rules as rules for Spectral; kept beside the repository, not in it. */
const file = path.resolve(import.meta.dirname, '../../../../shared/standards/api-design-rules/linter.yaml');

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const functions = new Map(Object.entries({ casing, or, pattern, schema, truthy }));

interface Step {
  readonly function: string;
}

/** The rules as Spectral takes them: functions by themselves instead of by their names. */
function readRuleset(yaml: string): spectralCore.RulesetDefinition {
  const { rules, ...rest } = parse(yaml) as { rules: Record<string, string | { then: Step | Step[] }> };
  const toStep = (step: Step) => ({ ...step, function: functions.get(step.function) });
  const toRule = (rule: string | { then: Step | Step[] }) =>
    // biome-ignore lint/suspicious/noThenProperty: a rule of Spectral has one
    typeof rule === 'string' ? rule : { ...rule, then: [rule.then].flat().map(toStep) };
  return {
    ...rest,
    extends: [[rulesets.oas, 'off']],
    rules: Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, toRule(rule)])),
  } as spectralCore.RulesetDefinition;
}

const missing = !existsSync(file);
const titled = (title: string) => (missing ? `${title} (skipped: ${file} is not there)` : title);

async function lint(text: string): Promise<string[]> {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset(readRuleset(readFileSync(file, 'utf8')));
  const found = await spectral.run(text);
  return found.map(({ code, path: where, message }) => `${code} ${where.join('.')}: ${message}`);
}

it.skipIf(missing)(
  titled('the OpenAPI document keeps the Dutch API Design Rules'),
  async () => {
    const { text, headers } = await server.request('GET', '/api/v1/openapi.json');
    expect(await lint(text)).toEqual([]);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  },
  60_000,
);

it.skipIf(missing)(
  titled('a document that breaks the rules is found out'),
  async () => {
    const { json } = await server.request('GET', '/api/v1/openapi.json');
    json.info.contact = {};
    json.paths['/dossiers'].get.responses[200].headers = undefined;
    json.paths['/dossiers/{dossier}/Wrong_Name'] = json.paths['/dossiers/{dossier}'];
    const found = (await lint(JSON.stringify(json))).join('\n');
    expect(found).toContain('nlgov:info-contact-fields-exist');
    expect(found).toContain('nlgov:missing-header');
    expect(found).toContain('nlgov:paths-kebab-case');
  },
  60_000,
);

it('every operation has a name of its own, and stands under a heading that is described', async () => {
  const { json } = await server.request('GET', '/api/v1/openapi.json');
  const operations = Object.values<object>(json.paths).flatMap(
    (methods) => Object.values(methods) as { operationId: string; tags: string[] }[],
  );
  const described = new Set(json.tags.map(({ name }: { name: string }) => name));
  expect(operations.flatMap(({ tags }) => tags).filter((name) => !described.has(name))).toEqual([]);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
});

it('every answer of the API says its version, problems too', async () => {
  const { json } = await server.request('GET', '/api/v1/openapi.json');
  for (const address of ['/api/v1/openapi.json', '/api/v1/me', '/api/v1/nergens']) {
    const answer = await server.request('GET', address);
    expect(answer.headers.get('api-version'), address).toBe(json.info.version);
  }
});

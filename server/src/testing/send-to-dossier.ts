import { expect } from 'vitest';
import type { TestMember, TestServer } from './test-server.ts';

/** A dossier of a test with its owner. */
export interface OwnedDossier {
  readonly slug: string;
  readonly owner: Pick<TestMember, 'token'>;
}

/** Asks something of a dossier as its owner, who is not refused; gives the answer's body. `path` is within the dossier. */
export async function sendToDossier(
  server: TestServer,
  { slug, owner }: OwnedDossier,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  const { token } = owner;
  const answer = await server.request(method, `/api/v1/dossiers/${slug}${path}`, { token, body, headers });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.json;
}

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const publicUrl = 'https://waarborg.example.nl';

/** What asks for a person who signed in, each with a body that would do. */
const ofPersons: Readonly<Record<string, unknown>> = {
  'POST /change-password': { currentPassword: 'een-lang-wachtwoord', newPassword: 'een-ander-wachtwoord' },
  'POST /device/approve': { userCode: 'ABCDEFGH' },
  'POST /device/deny': { userCode: 'ABCDEFGH' },
  'GET /passkey/generate-register-options': undefined,
  'POST /passkey/verify-registration': { response: {} },
  'GET /passkey/list-user-passkeys': undefined,
  'POST /passkey/update-passkey': { id: 'x', name: 'x' },
  'POST /passkey/delete-passkey': { id: 'x' },
};

/** What anybody may ask: it signs in, or begins to, or ends one's own session. */
const ofAnybody = new Set([
  ...['POST /sign-out', 'POST /sign-in/email'],
  ...['POST /reset-password', 'POST /device/code', 'POST /device/token', 'GET /device'],
  ...['GET /passkey/generate-authenticate-options', 'POST /passkey/verify-authentication'],
]);

interface Endpoint {
  readonly path?: string;
  readonly options: { readonly method: string | string[] };
}

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await createTestServer({ HOST: '0.0.0.0', PUBLIC_URL: publicUrl });
  token = (await server.addDossier()).owner.token;
});
afterAll(() => server.close());

let visitors = 0;
/** Asks as somebody who was never here. */
function ask(name: string, token?: string) {
  const [method = '', path = ''] = name.split(' ');
  const body = method === 'GET' ? {} : { body: ofPersons[name] ?? {} };
  return server.request(method, `/api/auth${path.replace(/:\w+/gu, 'x')}`, {
    ...{ ...body, ...(token === undefined ? {} : { token }), from: `192.0.2.${++visitors}` },
    headers: { host: 'waarborg.example.nl', origin: publicUrl },
  });
}

it('every endpoint of the library that signs in is shut, is for a person, or is one that anybody needs', async () => {
  const endpoints = Object.values(server.instance.signIn.api) as unknown as Endpoint[];
  const names = endpoints.flatMap(({ path, options: { method } }) =>
    path === undefined ? [] : [method].flat().map((one) => `${one} ${path}`),
  );
  expect(names).toEqual(expect.arrayContaining([...Object.keys(ofPersons), ...ofAnybody]));
  for (const name of names) {
    for (const shown of [undefined, token, 'wbg_nergens']) {
      const { status, text } = await ask(name, shown);
      if (name in ofPersons) expect(status, `${name}: ${text}`).toBe(401);
      else if (ofAnybody.has(name)) expect([200, 400, 401, 405], `${name}: ${text}`).toContain(status);
      else expect(status, `${name} is open: say here for whom`).toBe(404);
    }
  }
});

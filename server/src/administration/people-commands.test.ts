import { afterAll, beforeAll, expect, it } from 'vitest';
import { findOrCreateUser } from '../accounts/find-or-create-user.ts';
import { localAccount } from '../accounts/sign-in.ts';
import { findUser } from '../accounts/user-store.ts';
import { setRole } from '../members/member-store.ts';
import { readSettings } from '../settings.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { peopleCommands } from './people-commands.ts';
import type { AskedCommand, CommandName } from './read-command.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const run = (name: CommandName, options: AskedCommand['options']) =>
  peopleCommands[name]?.({
    ...{ instance: server.instance, settings: readSettings(server.environment) },
    ...{ options, language: 'nl', say: () => {} },
  });

it('erases also the person for whom a server was before it served a team, once a dossier has another owner', async () => {
  const { database } = server.instance;
  const { id } = await findOrCreateUser(server.instance, localAccount);
  const { id: dossier, slug, owner } = await server.addDossier();
  await setRole(database, { dossier, user: owner.id, role: 'reader' });
  await setRole(database, { dossier, user: id, role: 'owner' });
  await expect(run('erase-user', { user: localAccount.email })).rejects.toThrow(slug);
  await setRole(database, { dossier, user: owner.id, role: 'owner' });
  expect(await run('erase-user', { user: localAccount.email })).toEqual({ erased: id });
  expect(await findUser(database, localAccount.email)).toBeUndefined();
});

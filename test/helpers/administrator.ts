/**
 * Carries out commands of an administrator for whoever forked it, as `npm run admin` does in a process of its own: to
 * start one takes a hundred times as long as most commands. `ask-administrator.ts` asks it.
 */
import { administer } from '@waarborg/server/administer';
import type { AdministratorAnswer, AskedAdministrator } from './ask-administrator.ts';

async function answer({ number, words, environment }: AskedAdministrator): Promise<AdministratorAnswer> {
  const printed: string[] = [];
  const said: string[] = [];
  const lines = {
    print: (line: string) => void printed.push(`${line}\n`),
    say: (line: string) => void said.push(`${line}\n`),
  };
  const code = await administer(words, environment, lines).catch((error: Error) => {
    said.push(String(error.stack));
    return 1;
  });
  return { number, code, printed: printed.join(''), said: said.join('') };
}

process.on('message', async (asked: AskedAdministrator) => process.send?.(await answer(asked)));

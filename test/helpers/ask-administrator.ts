import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface AskedAdministrator {
  readonly number: number;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface AdministratorAnswer {
  readonly number: number;
  /** What `npm run admin` would end with. */
  readonly code: number;
  readonly printed: string;
  readonly said: string;
}

const waiting = new Map<number, PromiseWithResolvers<AdministratorAnswer>>();
let administrator: ChildProcess | undefined;
let count = 0;

/** One for all who ask in this process; it ends with it. */
function startAdministrator(): ChildProcess {
  const child = fork(fileURLToPath(new URL('./administrator.ts', import.meta.url)), { execArgv: [] });
  child.on('message', (answer: AdministratorAnswer) => {
    waiting.get(answer.number)?.resolve(answer);
    waiting.delete(answer.number);
    if (waiting.size === 0) child.channel?.unref();
  });
  child.once('exit', (code) => {
    administrator = undefined;
    for (const { reject } of waiting.values()) reject(new Error(`the administrator ended with ${code}`));
    waiting.clear();
  });
  child.unref();
  return child;
}

/**
 * Carries out a command of an administrator in another process, with nothing but this environment; gives what it
 * prints.
 *
 * @throws {Error} with what it says, when it is refused or not well.
 */
export async function askAdministrator(
  words: readonly string[],
  environment: AskedAdministrator['environment'],
): Promise<string> {
  administrator ??= startAdministrator();
  const asked = { number: ++count, words, environment };
  const answered = Promise.withResolvers<AdministratorAnswer>();
  waiting.set(asked.number, answered);
  administrator.channel?.ref();
  administrator.send(asked);
  const { code, printed, said } = await answered.promise;
  if (code !== 0) throw new Error(`admin ${words.join(' ')} ended with ${code}:\n${printed}${said}`);
  return printed;
}

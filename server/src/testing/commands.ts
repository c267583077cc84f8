import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { programs } from './programs.ts';

/** Variables of the environment, over those of the test. */
type Environment = Readonly<Record<string, string>>;

/** What a process has printed so far. */
export interface Output {
  out: string;
  error: string;
}

/** The commands of the server as processes of their own, all over one folder of data. */
export interface Commands {
  /** The folder of data, empty at first. */
  readonly dataDir: string;
  begin(
    command: keyof typeof programs,
    words: readonly string[],
    environment?: Environment,
  ): { readonly child: ChildProcessWithoutNullStreams; readonly output: Output };
  /** Resolves when the process has ended. */
  run(
    command: keyof typeof programs,
    words: readonly string[],
    environment?: Environment,
  ): Promise<Output & { readonly code: number }>;
  /** Ends what still runs and removes the folder. */
  remove(): Promise<void>;
}

/** @param base holds for each process, below what is given with it. */
export function createCommands(base: Environment = {}): Commands {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'commands-test-'));
  const children: ChildProcessWithoutNullStreams[] = [];

  function begin(command: keyof typeof programs, words: readonly string[], environment: Environment = {}) {
    const env = { ...process.env, LANG: 'nl_NL.UTF-8', DATA_DIR: dataDir, ...base, ...environment };
    const child = spawn(process.execPath, [programs[command], ...words], { env });
    children.push(child);
    const output = { out: '', error: '' };
    child.stdout.on('data', (text) => {
      output.out += text;
    });
    child.stderr.on('data', (text) => {
      output.error += text;
    });
    return { child, output };
  }

  return {
    dataDir,
    begin,
    async run(command, words, environment) {
      const { child, output } = begin(command, words, environment);
      const [code] = await once(child, 'close');
      return { code: code as number, ...output };
    },
    async remove() {
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

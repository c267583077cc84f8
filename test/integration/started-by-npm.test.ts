import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'started-by-npm-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('what npm has started stops with npm, which tells only its shell', async () => {
  const program = path.join(folder, 'program.ts');
  writeFileSync(
    program,
    "process.on('SIGTERM', () => { console.log('stopped'); process.exit(); }); setInterval(() => {}, 1_000); console.log('begun');",
  );
  // A second command keeps the shell from becoming the first one.
  const script = '"$0" build-when-needed.ts "$1"; true';
  const shell = spawn('sh', ['-c', script, process.execPath, program], { cwd: root });
  let output = '';
  shell.stdout.on('data', (text) => {
    output += text;
    if (output.endsWith('begun\n')) shell.kill('SIGTERM');
  });
  await once(shell.stdout, 'close');
  expect(output).toMatch(/begun\nstopped\n$/u);
  // What is not built yet is built first.
}, 300_000);

it.each([
  ['nl_NL.UTF-8', /wordt gebouwd; .*no room.*Het bouwen is mislukt/su],
  ['en_GB.UTF-8', /is being built; .*no room.*The build failed/su],
])(
  'a build says in the language of %s that it is under way and failed, with its own words',
  (LANG, words) => {
    const unbuilt = path.join(folder, LANG);
    mkdirSync(unbuilt);
    for (const file of ['build-when-needed.ts', 'what-is-built.ts'])
      copyFileSync(path.join(root, file), path.join(unbuilt, file));
    symlinkSync(path.join(root, 'shared'), path.join(unbuilt, 'shared'));
    writeFileSync(
      path.join(unbuilt, 'package.json'),
      JSON.stringify({ type: 'module', scripts: { build: 'echo no room >&2; exit 1' } }),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ['build-when-needed.ts', 'server.ts'], {
      ...{ cwd: unbuilt, env: { ...process.env, LANG }, encoding: 'utf8' },
    });
    expect([status, stdout + stderr]).toEqual([1, expect.stringMatching(words)]);
  },
  60_000,
);

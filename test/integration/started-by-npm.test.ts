import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
}, 120_000);

import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';

it.each([0, 1])('lets a program that has PostgreSQL with it end with %i', async (code) => {
  const script = `await import('./embedded-postgresql.ts'); process.exitCode = ${code};`;
  const ended = Promise.withResolvers<number>();
  execFile(process.execPath, ['--input-type=module', '--eval', script], { cwd: import.meta.dirname }).once(
    'exit',
    (status) => ended.resolve(status ?? -1),
  );
  expect(await ended.promise).toBe(code);
});

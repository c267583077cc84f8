import { execSync } from 'node:child_process';
import { isBuilt, serverProgram } from './what-is-built.ts';

/** Before tests that start the server: no program of older sources is tested. */
export default function buildProgram(): void {
  if (!isBuilt(serverProgram)) execSync('npm run --silent program -w @waarborg/server', { stdio: 'inherit' });
}

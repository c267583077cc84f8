/**
 * Builds the extension, the web pages and the server before a start, unless that was done since their sources
 * last changed. Says so in one line, and shows the build's own words only when it fails. Then it becomes the program
 * that it is given, with the words after it, and stops it when npm is stopped: npm tells only its shell, and that tells
 * nobody.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBuilt, pages, serverProgram } from './what-is-built.ts';

/** The shell of npm. */
const parent = process.ppid;
const parentCheckMs = 200;

const [, , program] = process.argv;
/** An administrator looks at no pages, and is not kept waiting for them. */
const needsPages = program !== 'server/dist/admin.js';

/** The words of `npm run` that build what is not there or older than its sources; none when all is built. */
function nameWork(): readonly string[] {
  if (needsPages && !isBuilt(pages)) return ['build'];
  return isBuilt(serverProgram) ? [] : ['program', '-w', '@waarborg/server'];
}

const work = nameWork();
if (work.length > 0) {
  const { preferredLanguage } = await import('./shared/src/messages/index.ts');
  const { serverMessages } = await import('./shared/src/messages/server.ts');
  const messages = serverMessages[preferredLanguage([process.env.LANG ?? ''])];
  if (work[0] === 'build') console.log(messages.building);
  const build = spawnSync('npm', ['run', ...work], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (build.status !== 0) {
    console.error(`${build.stdout}\n${build.stderr}\n${messages.buildFailed}`);
    process.exit(1);
  }
}

process.argv.splice(1, 1);
if (program !== undefined) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, parentCheckMs).unref();
  await import(pathToFileURL(path.resolve(program)).href);
}

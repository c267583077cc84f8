/**
 * Builds the extension and the web pages before a start, unless that was done since their sources
 * last changed. Says so in one line, and shows the build's own words only when it fails. Then it becomes the program
 * that it is given, and stops it when npm is stopped: npm tells only its shell, and that tells nobody.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The shell of npm. */
const parent = process.ppid;
const parentCheckMs = 200;

const sources = [
  'package-lock.json',
  'shared/{package.json,src/**/*}',
  'extension/{package.json,wxt.config.ts,{entrypoints,public,src}/**/*}',
  'server/{package.json,web/{index.html,vite.config.ts,{public,src,styles}/**/*}}',
];
const results = [
  'server/web/dist/online/index.html',
  'server/web/dist/offline/offline.js',
  'extension/.output/chrome-mv3/manifest.json',
  'extension/.output/firefox-mv3/manifest.json',
];

const changed = Math.max(
  ...globSync(sources, { cwd: import.meta.dirname }).map((file) => statSync(file).mtimeMs),
);
const isBuilt = results.every((file) => existsSync(file) && statSync(file).mtimeMs >= changed);

if (!isBuilt) {
  const { preferredLanguage } = await import('./shared/src/messages/index.ts');
  const { serverMessages } = await import('./shared/src/messages/server.ts');
  const messages = serverMessages[preferredLanguage([process.env.LANG ?? ''])];
  console.log(messages.building);
  const build = spawnSync('npm', ['run', 'build'], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (build.status !== 0) {
    console.error(`${build.stdout}\n${build.stderr}\n${messages.buildFailed}`);
    process.exit(1);
  }
}

const [program] = process.argv.slice(2);
if (program !== undefined) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, parentCheckMs).unref();
  await import(pathToFileURL(path.resolve(program)).href);
}

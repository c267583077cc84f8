import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium, ensureFirefox } from './browsers.ts';

/** A browser of which an administrator sets the policies. */
interface ManagedBrowser {
  /** What to start it by. */
  readonly program: string;
  /** Writes the policies with which it is started from now on. */
  setPolicies(policies: unknown): void;
  remove(): void;
}

/** How to come by a browser, and where below `/etc` it looks for policies. */
const browsers = {
  chromium: { ensure: ensureChromium, file: 'chromium/policies/managed/waarborg.json' },
  firefox: { ensure: ensureFirefox, file: 'firefox/policies/policies.json' },
};

/** What a program mounts is seen by itself and what it starts alone, and ends with them. */
const ownMounts = ['unshare', '--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];

/**
 * Makes a browser that sees a file of policies in `/etc` that nobody else sees, so that no other browser of this
 * machine is managed by it: not one beside it, and not a later one, however this one ends.
 *
 * @returns undefined where this user may not, which it says.
 */
export function manageBrowser(name: keyof typeof browsers): ManagedBrowser | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'managed-browser-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const { ensure, file } = browsers[name];
  const policies = path.join(folder, 'etc', file);
  mkdirSync(path.dirname(policies), { recursive: true });
  const mount = `mount -t overlay overlay -o lowerdir=${folder}/etc:/etc /etc`;
  const [unshare = '', ...withOwnMounts] = ownMounts;
  if (spawnSync(unshare, [...withOwnMounts, 'sh', '-c', mount]).status !== 0) {
    remove();
    console.log('No policies are tested: this user may not give a program an /etc of its own.');
    return undefined;
  }
  const program = path.join(folder, name);
  const script = `#!/usr/bin/env -S ${ownMounts.join(' ')} sh\n${mount} && exec "${ensure()}" "$@"\n`;
  writeFileSync(program, script, { mode: 0o755 });
  return {
    program,
    setPolicies: (wanted) => writeFileSync(policies, JSON.stringify(wanted)),
    remove,
  };
}

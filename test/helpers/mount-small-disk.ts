import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** How soon what a browser gives back, as it tidies up, is taken too. */
const refillMs = 5;

/** A small disk in memory. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room that is left, and what others give back of theirs; gives how to give it back. */
  fill(): () => void;
  remove(): void;
}

/** Makes a small disk; undefined where this user may not, which it says. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
  const remove = () => {
    if (mounted.status === 0) spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (mounted.status !== 0) {
    remove();
    console.log('A full disk is not tested: this user may not mount a small one.');
    return undefined;
  }
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    fill() {
      const takeRest = () => {
        const { bavail, bsize } = statfsSync(folder);
        try {
          appendFileSync(ballast, Buffer.alloc(bavail * bsize));
        } catch (error) {
          // Full it is: another took the last of it meanwhile.
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
        }
      };
      takeRest();
      const timer = setInterval(takeRest, refillMs);
      return () => {
        clearInterval(timer);
        rmSync(ballast);
      };
    },
    remove,
  };
}

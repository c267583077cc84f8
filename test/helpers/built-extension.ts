import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Folder of the built extension. `EXTENSION_OUTPUT` names another folder of builds: a copy, so that
 * a build that is made meanwhile does not disturb a long run.
 */
export function builtExtension(browser: 'chrome' | 'firefox'): string {
  const output =
    process.env.EXTENSION_OUTPUT ?? fileURLToPath(new URL('../../extension/.output', import.meta.url));
  return path.join(output, `${browser}-mv3`);
}

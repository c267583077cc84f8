import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { serverFolder } from './server-folder.ts';

/**
 * Keeps what this process compiles for the next one, in the project: compiling is a quarter of a start. Where the
 * folder cannot be written, as in a container, every start compiles anew. Called before anything large is imported.
 */
export function keepCompiled(): void {
  enableCompileCache(path.join(serverFolder, '../node_modules/.cache/compiled'));
}

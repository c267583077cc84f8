import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';

/** Files that are built, and the sources whose change makes that necessary. */
interface Built {
  readonly sources: readonly string[];
  readonly results: readonly string[];
}

const shared = ['package-lock.json', 'shared/{package.json,src/**/*}'];

/** The programs of the server: `npm run program -w @waarborg/server`. */
export const serverProgram: Built = {
  sources: [...shared, 'server/{package.json,vite.config.ts,src/**/*}'],
  results: ['main', 'admin', 'export-thread', 'docx-thread', 'copy-thread'].map(
    (name) => `server/dist/${name}.js`,
  ),
};

/** The extension and the web pages, which take longer: `npm run build`. */
export const pages: Built = {
  sources: [
    ...shared,
    'extension/{package.json,wxt.config.ts,{entrypoints,public,src}/**/*}',
    'server/{package.json,web/{index.html,vite.config.ts,{public,src,styles}/**/*}}',
  ],
  results: [
    'server/web/dist/online/index.html',
    'server/web/dist/offline/offline.js',
    'extension/.output/chrome-mv3/manifest.json',
    'extension/.output/firefox-mv3/manifest.json',
  ],
};

/** Whether everything was built since the sources last changed. */
export function isBuilt({ sources, results }: Built): boolean {
  const cwd = import.meta.dirname;
  const changedAt = (file: string) => statSync(path.join(cwd, file)).mtimeMs;
  // What is only tested with is not built.
  const exclude = ['**/*.test.ts', '**/testing/**'];
  const changed = Math.max(...globSync([...sources], { cwd, exclude }).map(changedAt));
  return results.every((file) => existsSync(path.join(cwd, file)) && changedAt(file) >= changed);
}

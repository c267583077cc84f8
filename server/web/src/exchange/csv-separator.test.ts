import { build } from 'vite';
import { describe, expect, it } from 'vitest';

/** The names of the modules that a page carries for something of the tables. */
async function modulesFor(name: string): Promise<string[]> {
  const { pathname } = new URL('../../../../shared/src/exchange/index.ts', import.meta.url);
  const entry = '\0entry';
  const answer = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `export { ${name} } from ${JSON.stringify(pathname)}` : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  });
  const [built] = [answer].flat();
  if (!built || !('output' in built)) throw new Error('Nothing was built.');
  return built.output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
}

const reader = /papaparse/u;

describe('the separator of values', () => {
  it('brings a page nothing of what writes tables', async () => {
    expect((await modulesFor('separatorOf')).filter((id) => reader.test(id))).toEqual([]);
    expect((await modulesFor('writeCsv')).filter((id) => reader.test(id))).not.toEqual([]);
  });
});

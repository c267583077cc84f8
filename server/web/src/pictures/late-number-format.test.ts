import { build } from 'vite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lateNumberFormat } from '../../late-number-format.ts';

/** How Plot writes what nobody chose a form for, as the build of the pages makes it. */
async function buildFormat(): Promise<{ formatDefault: (value: unknown) => string }> {
  const entry = new URL('../../../../node_modules/@observablehq/plot/src/format.js', import.meta.url);
  const answer = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [lateNumberFormat()],
    build: { write: false, lib: { entry: entry.pathname, formats: ['es'] } },
  });
  const [built] = [answer].flat();
  if (!built || !('output' in built)) throw new Error('Nothing was built.');
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(built.output[0].code)}`);
}

afterEach(() => void vi.restoreAllMocks());

describe('lateNumberFormat', () => {
  it('asks how numbers are written when one is, once, and not when Plot is loaded', async () => {
    const asked = vi.spyOn(Intl, 'NumberFormat');
    const { formatDefault } = await buildFormat();
    expect(asked).not.toHaveBeenCalled();
    expect([formatDefault(12_345.5), formatDefault(7), formatDefault('x')]).toEqual(['12,345.5', '7', 'x']);
    expect(asked).toHaveBeenCalledOnce();
  });
});

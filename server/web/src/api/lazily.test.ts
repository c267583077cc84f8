import * as api from '@waarborg/shared/api';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { config, toJSONSchema, ZodType } from 'zod';
import { lazySchemas } from '../../lazy-schemas.ts';
import { lazily } from './lazily.ts';

const written = { unrepresentable: 'any', io: 'input' } as const;

describe('lazily', () => {
  it('makes an object once, when something is asked of it', () => {
    let made = 0;
    const fields = lazily(() => ({ count: ++made }));
    expect(made).toBe(0);
    expect([fields.count, { ...fields }, 'count' in fields]).toEqual([1, { count: 1 }, true]);
    expect(made).toBe(1);
  });
});

/** The API's schemas as the build of the pages makes them, and how many were made when they were loaded. */
async function buildApi() {
  const { pathname } = new URL('../../../../shared/src/api/index.ts', import.meta.url);
  const answer = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [lazySchemas()],
    build: { write: false, lib: { entry: pathname, formats: ['es'] } },
  });
  const [built] = [answer].flat();
  if (!built || !('output' in built)) throw new Error('Nothing was built.');
  let made = 0;
  // Both copies of zod have one configuration.
  config({ postProcessor: () => made++ } as never);
  const url = `data:text/javascript,${encodeURIComponent(built.output[0].code)}`;
  const lazyApi: Record<string, ZodType> = await import(/* @vite-ignore */ url).finally(() =>
    config({ postProcessor: undefined } as never),
  );
  return { lazyApi, made };
}

describe('lazySchemas', () => {
  it('makes no schema of the API before it is asked for, and then the same one', async () => {
    const { lazyApi, made } = await buildApi();
    expect(made).toBeLessThan(50);
    const schemas = Object.entries(api).filter(([, value]) => value instanceof ZodType);
    expect(schemas.length).toBeGreaterThan(60);
    for (const [name, schema] of schemas) {
      const lazy = lazyApi[name] as ZodType;
      expect(toJSONSchema(lazy, written), name).toEqual(toJSONSchema(schema as ZodType, written));
    }
  });
});

import { languages } from '@waarborg/shared/messages';
import { describe, expect, it } from 'vitest';
import { listFiles, readSource } from './sources.ts';

const messages = /^shared\/src\/messages\/[\w-]+(?<!\.test)\.ts$/u;
const files = listFiles();
/** All that can show a message: no tests, and no catalogues. */
const uses = files
  .filter((file) => /^(?:extension|server|shared)\/.*\.tsx?$/u.test(file) || /^[\w-]+\.ts$/u.test(file))
  .filter((file) => !/\.test\.tsx?$/u.test(file))
  .map((file) => readSource(file).text)
  .filter((text) => !text.includes('= defineCatalogue('))
  .join('\n');
const names = new Set(uses.match(/[\w$]+/gu));
const quoted = new Set([...uses.matchAll(/'([\w.-]+)'/gu)].map(([, key]) => key));
/** Keys that are put together, such as `trouble.${kind}`: what stands before and behind what is put in. */
const patterns = [...uses.matchAll(/`((?:[\w-]+\.)*)\$\{[^`{}]*\}((?:[.-][\w-]+)*)`/gu)]
  .map(([, before = '', behind = '']) => [before, behind] as const)
  .filter(([before, behind]) => before !== '' || behind !== '');

/** Whether something asks for a message, by its name or by one that is put together, also of a vocabulary and a value. */
function isAskedFor(key: string): boolean {
  if (quoted.has(key)) return true;
  const [vocabulary, value] = key.split('.');
  if (value === undefined) return names.has(key);
  return (
    quoted.has(vocabulary) ||
    patterns.some(([before, behind]) => key.startsWith(before) && key.endsWith(behind))
  );
}

type Texts = Readonly<Record<string, unknown>>;

function isCatalogue(value: unknown): value is Readonly<Record<'nl' | 'en', Texts>> {
  return languages.every((language) => typeof (value as Record<string, unknown>)?.[language] === 'object');
}

const catalogues = (
  await Promise.all(
    files
      .filter((file) => messages.test(file))
      .map((file) => import(/* @vite-ignore */ `../../${file}`) as Promise<object>),
  )
)
  .flatMap((module) => Object.entries(module))
  .filter((entry): entry is [string, Readonly<Record<'nl' | 'en', Texts>>] => isCatalogue(entry[1]));

/** What the browser itself shows of the extension. */
function readLocale(language: string): Readonly<Record<string, { readonly message: string }>> {
  return JSON.parse(readSource(`extension/public/_locales/${language}/messages.json`).text);
}

describe('the catalogues of messages', () => {
  it('have the same messages in both languages', () => {
    expect(catalogues.length).toBeGreaterThan(30);
    for (const [name, { nl, en }] of catalogues)
      expect([name, ...Object.keys(en).toSorted()]).toEqual([name, ...Object.keys(nl).toSorted()]);
  });

  it('have a text for each of them', () => {
    const empty = catalogues.flatMap(([name, catalogue]) =>
      languages.flatMap((language) =>
        Object.entries(catalogue[language])
          // Of a command that takes nothing there is nothing to say.
          .filter(
            ([key, text]) => typeof text === 'string' && text.trim() === '' && !key.startsWith('takes.'),
          )
          .map(([key]) => `${name} ${language} ${key}`),
      ),
    );
    expect(empty).toEqual([]);
  });

  it('have no message that nothing shows', () => {
    const unused = catalogues.flatMap(([name, { nl }]) =>
      Object.keys(nl)
        .filter((key) => !isAskedFor(key))
        .map((key) => `${name} ${key}`),
    );
    expect([...new Set(unused)]).toEqual([]);
  });

  it('have what the manifest names for the browser to show, and nothing else', () => {
    const named = readSource('extension/wxt.config.ts').text.matchAll(/__MSG_(\w+)__/gu);
    const asked = [...new Set([...named].map(([, key]) => key))].toSorted();
    for (const language of languages) {
      const locale = readLocale(language);
      expect(Object.keys(locale).toSorted()).toEqual(asked);
      expect(Object.values(locale).filter(({ message }) => message.trim() === '')).toEqual([]);
    }
  });
});

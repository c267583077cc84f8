import { describe, expect, it } from 'vitest';
import { listFiles, readSource } from './sources.ts';

const files = listFiles();
const textFiles = files.filter((file) => !/\.(?:png|ico|woff2?|pdf|zip)$/u.test(file));
const code = files.filter((file) => /\.tsx?$/u.test(file));
const maxLines = 400;

describe('the house', () => {
  it('has the two commands in its README', () => {
    const { text } = readSource('README.md');
    expect(text).toContain('npm ci && npm start');
    expect(text).toContain('npm ci && npm test');
  });

  it('has only the folders that people expect at the top', () => {
    const folders = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
    expect([...folders].toSorted()).toEqual([
      '.ci',
      'deploy',
      'docs',
      'extension',
      'server',
      'shared',
      'test',
    ]);
  });

  it('has every room of what is shared on its map', () => {
    const rooms = new Set(files.flatMap((file) => /^shared\/src\/[\w-]+(?=\/)/u.exec(file)?.[0] ?? []));
    const { text } = readSource('ARCHITECTURE.md');
    expect([...rooms].filter((room) => !text.includes(`| \`${room}\` |`))).toEqual([]);
  });

  it('names no source file in its documents that is not there', () => {
    const named = textFiles
      .filter((file) => file.endsWith('.md'))
      .map(readSource)
      .flatMap(({ path, text }) =>
        [...text.matchAll(/`(?:\.\.\/)*([\w./-]+\.tsx?)`/gu)].map(([, name = '']) => ({ path, name })),
      );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ name }) => !files.some((file) => `/${file}`.endsWith(`/${name}`)))).toEqual([]);
  });

  it('says at the top of a long file why it is long', () => {
    const long = code
      .map(readSource)
      .filter(({ text }) => text.split('\n').length > maxLines)
      .filter(({ text }) => !/^ ?(?:\/?\*|\/\/).*\b(?:long(?:er)?|lines)\b/imu.test(text.slice(0, 1500)));
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('never puts text into a page as HTML', () => {
    const wrong = code
      .filter((file) => !file.startsWith('test/repository/'))
      .map(readSource)
      .filter(({ text }) =>
        /\.(?:inner|outer)HTML\s*=|dangerouslySetInnerHTML|insertAdjacentHTML/u.test(text),
      );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('waits for events, never for a fixed time', () => {
    const tests = code.filter((file) => file.startsWith('test/') && !file.startsWith('test/repository/'));
    const wrong = tests.map(readSource).filter(({ text }) => /waitForTimeout/u.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('skips no test without a printed reason', () => {
    const tests = code.filter((file) => /\.test\.tsx?$/u.test(file) && !file.startsWith('test/repository/'));
    const wrong = tests
      .map(readSource)
      .filter(({ text }) => /\b(?:it|describe|test)\.(?:skip|only|todo)\(/u.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('names no path of a machine and no address of a registry', () => {
    const wrong = textFiles
      .filter((file) => !file.startsWith('test/repository/'))
      .map(readSource)
      .filter(({ text }) =>
        /\/work\/(?:main|shared)|\/root\/|registry\.npmjs\.org|"resolved": "http/u.test(text),
      );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

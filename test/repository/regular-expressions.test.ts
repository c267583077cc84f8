import { analyse } from 'scslre';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { listFiles, readSource, type SourceFile } from './sources.ts';

const programs = listFiles().filter(
  (file) => /^(?:shared|server|extension)\/.*\.tsx?$/u.test(file) && !/\.test\.tsx?$/u.test(file),
);

interface Expression {
  readonly pattern: string;
  readonly flags: string;
}

/** Time can be exponential only where a group is repeated. */
const repeatedGroup = /\)(?:[*+]|\{\d+,)/u;

/** The regular expressions with a repeated group that a file writes out, not those that it puts together from parts. */
function expressionsOf({ path, text }: SourceFile): Expression[] {
  if (!repeatedGroup.test(text)) return [];
  const found: Expression[] = [];
  const visitor = new Visitor({
    Literal: (node) => {
      if ('regex' in node && repeatedGroup.test(node.regex.pattern)) found.push(node.regex);
    },
  });
  visitor.visit(parseSync(path, text).program);
  return found;
}

/** Whether some text, a run of one sign with something behind it, takes time that doubles with each sign more. */
function isExponential({ pattern, flags }: Expression): boolean {
  const { reports } = analyse({ source: pattern, flags }, { reportTypes: { Move: false } });
  return reports.some(({ exponential }) => exponential);
}

describe('a regular expression of ours', () => {
  it('never takes exponential time', () => {
    const wrong = programs.map(readSource).flatMap((source) =>
      expressionsOf(source)
        .filter(isExponential)
        .map(({ pattern }) => `${source.path}: ${pattern}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is found out where it does', () => {
    const text = `const path = <T,>(of: T) => /^(?:[a-z]+-?)+$/u; /^[a-z]+(?:-[a-z]+)*$/u.test('')`;
    const [slow, quick, ...others] = expressionsOf({ path: 'path.ts', text });
    expect(others).toEqual([]);
    expect([slow, quick].map((expression) => expression && isExponential(expression))).toEqual([true, false]);
  });
});

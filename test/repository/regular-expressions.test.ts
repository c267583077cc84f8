import { analyse } from 'scslre';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it, vi } from 'vitest';
import { listFiles, readSource, type SourceFile } from './sources.ts';

const programs = listFiles().filter(
  (file) => /^(?:shared|server|extension)\/.*\.tsx?$/u.test(file) && !/\.test\.tsx?$|\/testing\//u.test(file),
);

interface Expression {
  readonly pattern: string;
  readonly flags: string;
}

/** Time can grow faster than the text only where something is repeated. */
const repeated = /[*+]|\{\d+,\}/u;

/** The regular expressions that repeat something and that a file writes out, not those that it puts together from parts. */
function expressionsOf({ path, text }: SourceFile): Expression[] {
  if (!/\/.*[*+}].*\//u.test(text)) return [];
  const found: Expression[] = [];
  const visitor = new Visitor({
    Literal: (node) => {
      if ('regex' in node && repeated.test(node.regex.pattern)) found.push(node.regex);
    },
  });
  visitor.visit(parseSync(path, text).program);
  return found;
}

/** The regular expressions that the rooms with the longest ones put together from parts, once they are loaded. */
async function expressionsMade(): Promise<Expression[]> {
  const made: Expression[] = [];
  const spy = new Proxy(RegExp, {
    construct(target, words, maker) {
      const one: RegExp = Reflect.construct(target, words, maker);
      made.push({ pattern: one.source, flags: one.flags });
      return one;
    },
  });
  vi.stubGlobal('RegExp', spy);
  try {
    await Promise.all([import('@waarborg/shared/references'), import('@waarborg/shared/suggestions')]);
  } finally {
    vi.unstubAllGlobals();
  }
  return made;
}

/** Signs that stand in a text, without those of other scripts. */
const signs = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code));

/** What a run of some sign with something behind it costs: time that doubles with each sign more, or grows by its square. */
function costOf({ pattern, flags }: Expression): 'doubles' | 'square' | 'square of white space' | undefined {
  const { reports } = analyse({ source: pattern, flags });
  if (reports.some(({ exponential }) => exponential)) return 'doubles';
  if (reports.length === 0) return undefined;
  const isWhite = reports.every(({ character: { literal } }) => {
    const one = new RegExp(literal.source, literal.flags);
    return signs.every((sign) => !one.test(sign) || /\s/u.test(sign));
  });
  return isWhite ? 'square of white space' : 'square';
}

/** Where time may grow by the square, since what is read there is short. */
const readsShort: Readonly<Record<string, string>> = {
  'extension/src/outbox/candidate-of-page.ts': 'what follows may be missing: no place is tried twice',
  'extension/src/tagging/find-attributions.ts': 'names that a pattern has taken whole',
  'extension/src/welcome/server-address.ts': 'an address that a person types',
  'server/src/imports/read-batch.ts': 'names of fields of ours',
  'server/web/src/review/use-surroundings.ts': 'the few words that are kept with a quote',
  'shared/src/codebook/concept-ids.ts': 'an id',
  'shared/src/matrix/bill-rows.ts': 'a provision: 200 signs',
  'shared/src/matrix/provision.ts': 'a provision: 200 signs',
  'shared/src/messages/format-number.ts': 'a number',
  'shared/src/references/ecli.ts': 'an ordinal: 25 signs',
  'shared/src/references/kamerstukken.ts': 'the number of a file',
  'shared/src/references/read-article.ts': 'an ordinal',
  'shared/src/references/read-gazette.ts': 'the head of a document, its gaps narrowed',
  'shared/src/references/read-headings.ts': 'the head of a document, its gaps narrowed',
  'shared/src/references/read-paper-header.ts': 'the head of a document, its gaps narrowed',
  'shared/src/without-json-schema.ts': 'a library, when the pages are built',
};
/** What finds references reads a text in which no white space follows another (`plain-text.ts`). */
const readsNarrow = /^shared\/src\/references\//u;

describe('a regular expression of ours', () => {
  const costs = programs.map(readSource).flatMap((source) =>
    expressionsOf(source).flatMap((expression) => {
      const cost = costOf(expression);
      return cost ? [{ file: source.path, cost, pattern: expression.pattern }] : [];
    }),
  );

  it('never takes exponential time', () => {
    expect(costs.filter(({ cost }) => cost === 'doubles')).toEqual([]);
  });

  it('takes time that grows with the text, unless that is short', () => {
    const wrong = costs.filter(
      ({ file, cost }) =>
        !(file in readsShort) && !(cost === 'square of white space' && readsNarrow.test(file)),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(readsShort).filter((file) => !costs.some((one) => one.file === file))).toEqual([]);
  });

  it('takes no more where it is made of parts', async () => {
    const made = await expressionsMade();
    expect(made.length).toBeGreaterThan(20);
    expect(made.filter((one) => ['doubles', 'square'].includes(costOf(one) ?? ''))).toEqual([]);
  });

  it('is found out where it does not', () => {
    const text = `const path = <T,>(of: T) => /^(?:[a-z]+-?)+$/u; /^[a-z]+(?:-[a-z]+)*$/u.test(/-+$/u, /\\s+$/u)`;
    const found = expressionsOf({ path: 'path.ts', text }).map(costOf);
    expect(found).toEqual(['doubles', undefined, 'square', 'square of white space']);
  });
});

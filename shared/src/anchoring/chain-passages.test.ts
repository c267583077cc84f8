import { describe, expect, it } from 'vitest';
import { chainPassages } from './chain-passages.ts';

const option = (start: number, weight = 100) => ({ start, weight });

describe('chainPassages', () => {
  it('leaves out the option that breaks the order', () => {
    const passages = [
      { expected: 0, options: [option(0)] },
      { expected: 500, options: [option(9000)] },
      { expected: 1000, options: [option(1000)] },
      { expected: 2000, options: [option(2000)] },
    ];
    expect(chainPassages(passages)).toEqual([0, -1, 0, 0]);
  });

  it('chooses among equal options the one that keeps the distances', () => {
    const passages = [
      { expected: 0, options: [option(100)] },
      { expected: 500, options: [option(300), option(600), option(900)] },
      { expected: 1000, options: [option(1100)] },
    ];
    expect(chainPassages(passages)).toEqual([0, 1, 0]);
  });

  it('follows the greater part of a text in which a block has moved', () => {
    const block = Array.from({ length: 60 }, (_, at) => ({
      expected: at * 100,
      options: [option(20_000 + at * 100)],
    }));
    const rest = Array.from({ length: 100 }, (_, at) => ({
      expected: 6000 + at * 100,
      options: [option(at * 100)],
    }));
    const chosen = chainPassages([...block, ...rest]);
    expect(chosen.slice(0, 60)).toEqual(block.map(() => -1));
    expect(chosen.slice(60)).toEqual(rest.map(() => 0));
  });

  it('has nothing to choose without options', () => {
    expect(chainPassages([])).toEqual([]);
    expect(chainPassages([{ expected: 0, options: [] }])).toEqual([-1]);
  });
});

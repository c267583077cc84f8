import { describe, expect, it } from 'vitest';
import { briefInt32s, briefUint8s, withBriefTables } from './brief-tables.ts';

describe('withBriefTables', () => {
  it('gives each table of one work a place of its own, and zeros', () => {
    withBriefTables(() => briefInt32s(9).fill(-1));
    withBriefTables(() => {
      const bytes = briefUint8s(3).fill(7);
      const numbers = briefInt32s(2).fill(5);
      const others = withBriefTables(() => [...briefInt32s(9)]);
      expect([...bytes, ...numbers]).toEqual([7, 7, 7, 5, 5]);
      expect(others).toEqual(Array(9).fill(0));
    });
  });

  it('has the memory free again when a work is done, also one that fails', () => {
    const first = withBriefTables(() => briefInt32s(4).byteOffset);
    expect(() =>
      withBriefTables(() => {
        briefInt32s(100);
        throw new Error('no');
      }),
    ).toThrow('no');
    const tables = withBriefTables(() => [briefInt32s(4), briefInt32s(4)]);
    expect(tables[0]?.byteOffset).toBe(first);
    expect(tables[0]?.buffer).toBe(tables[1]?.buffer);
  });

  it('gives tables that last outside of any work, and where one needs more than there is', () => {
    const lasting = briefInt32s(4).fill(3);
    const large = withBriefTables(() => briefInt32s(2 ** 20).fill(3));
    withBriefTables(() => briefInt32s(64).fill(9));
    expect([...lasting]).toEqual([3, 3, 3, 3]);
    expect(large).toHaveLength(2 ** 20);
    expect(large.every((value) => value === 3)).toBe(true);
  });
});

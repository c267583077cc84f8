import { createHash } from 'node:crypto';
import type { PlainRow, PlainValue } from './table.ts';

const modulus = 1n << 256n;

/** A value written so that no two kinds look alike and no two values run into each other. */
function encode(value: PlainValue): string {
  if (value === null) return 'n';
  if (typeof value === 'string') return `s${value.length}:${value}`;
  if (typeof value === 'number') return `d${value};`;
  return `b${Buffer.from(value).toString('base64')};`;
}

/** SHA-256 of a row: its columns by name, and their values. */
function hashOf(row: PlainRow): bigint {
  const hash = createHash('sha256');
  for (const name of Object.keys(row).sort()) hash.update(`${name}=${encode(row[name] ?? null)}`);
  return BigInt(`0x${hash.digest('hex')}`);
}

/** How many rows there are, and what they are together, in whatever order they came. */
export interface RowDigest {
  readonly count: number;
  /** Sum of the rows' SHA-256, modulo 2^256, in hexadecimal. */
  readonly sum: string;
}

/** Takes rows one by one. */
export function createRowDigest(): { add(row: PlainRow): void; end(): RowDigest } {
  let count = 0;
  let sum = 0n;
  return {
    add(row) {
      count++;
      sum = (sum + hashOf(row)) % modulus;
    },
    end: () => ({ count, sum: sum.toString(16) }),
  };
}

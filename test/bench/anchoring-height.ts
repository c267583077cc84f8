/**
 * Finds the quotes of a file once, and prints by how many bytes the memory of the process grew at most meanwhile:
 * `node --expose-gc test/bench/anchoring-height.ts FILE`. For `anchoring-memory.ts`.
 */
import { readFileSync } from 'node:fs';
import { anchorQuotes, type QuoteSelector } from '@waarborg/shared/anchoring';

interface Sample {
  readonly text: string;
  readonly quotes: readonly QuoteSelector[];
  readonly original?: string;
}

const { text, quotes, original }: Sample = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const options = original === undefined ? {} : { original };
// What is there for any text: code, and tables of one size.
anchorQuotes(text.slice(0, 100_000), quotes.slice(0, 100), { original: text.slice(1_000, 100_000) });
globalThis.gc?.();
const before = process.memoryUsage().rss;
anchorQuotes(text, quotes, options);
// In kilobytes.
console.log(1024 * process.resourceUsage().maxRSS - before);

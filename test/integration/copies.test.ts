import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { anchorQuotes, type QuoteSelector } from '@waarborg/shared/anchoring';
import { describe, expect, it } from 'vitest';
import { outcomeOf, pickQuotes, readCopies } from '../bench/anchoring-copies.ts';
import { CORPUS, hasCorpus, PAGES } from '../bench/corpus-texts.ts';
import { readPdf } from '../bench/pdf-text.ts';
import { readCorpusPassages, sayThatCorpusIsMissing } from '../helpers/corpus.ts';

/* The PDFs are read and joined by the very code of our viewer. */
if (!hasCorpus()) sayThatCorpusIsMissing('Passages of one copy are not looked for in another');
const documents = hasCorpus() ? PAGES.filter(([name]) => existsSync(join(CORPUS, name, 'document.pdf'))) : [];

/** How many passages of one copy are found in another, as a page agent looks for them: all of them together. */
function countOutcomes(from: string, to: string) {
  const quotes = pickQuotes(from, to, 23).present;
  const anchorings = anchorQuotes(to, quotes);
  const outcomes = quotes.map((quote, at) => outcomeOf(to, quote, anchorings[at]));
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
  return { all: outcomes.length, right: count('right'), wrong: count('wrong') };
}

describe.for(documents)('the copies of %s', ([name, path]) => {
  it("have each other's passages, and none of them in a wrong place", async () => {
    const copies = await readCopies(name, path);
    if (!copies) throw new Error(`${name} is not there any more`);
    for (const { all, right, wrong } of [
      countOutcomes(copies.html, copies.pdf),
      countOutcomes(copies.pdf, copies.html),
    ]) {
      expect(all).toBeGreaterThanOrEqual(30);
      expect(wrong).toBe(0);
      expect(right).toBeGreaterThanOrEqual(all * 0.99);
    }
  });

  it('have every passage that was coded, with the same words', async () => {
    const copies = await readCopies(name, path);
    const coded = readCorpusPassages(CORPUS).filter(({ document }) => document === name);
    const quotes = coded.map(({ exact, prefix, suffix }): QuoteSelector => ({ exact, prefix, suffix }));
    const lost = anchorQuotes(copies?.pdf ?? '', quotes).flatMap(({ state }, at) =>
      state === 'exact' || state === 'moved' ? [] : [quotes[at]?.exact],
    );
    expect(lost).toEqual([]);
  });
});

describe.runIf(hasCorpus())('the pages of a PDF whose text layer is no use', () => {
  it('are recognised, each of them, and give no text', async () => {
    const { troubles, flat } = await readPdf(join(CORPUS, 'pdf', 'unusable-text-layer.pdf'));
    expect(troubles).toEqual(troubles.map(() => 'garbage'));
    expect(flat.text).toBe('');
  });

  it('are no pages of papers that can be read', async () => {
    for (const [name] of documents) {
      const { troubles } = await readPdf(join(CORPUS, name, 'document.pdf'));
      expect(troubles.filter((trouble) => trouble)).toEqual([]);
    }
  });
});

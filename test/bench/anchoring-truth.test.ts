import { anchorQuotes } from '@waarborg/shared/anchoring';
import { describe, expect, it } from 'vitest';
import { changeText } from './changed-text.ts';
import { overlapOf, pickPassages } from './passages.ts';
import { createRandom, type Random } from './random.ts';

/* Texts of other scripts and of hardly any words, edited so that the truth is known. */

const LENGTH = 60_000;

const DUTCH =
  'de het een raad tolk gehoor besluit termijn aanvraag minister zienswijze rechtbank niet wordt'.split(' ');
const ARABIC = 'القانون المحكمة القاضي الحق الطلب الوزير القرار المدة اللاجئ المحامي السمع الترجمة'.split(
  ' ',
);
const HEBREW = 'חוק בית משפט שופט זכות בקשה שר החלטה תקופה פליט עורך דין'.split(' ');
const EMOJI = ['👩🏽‍⚖️', '📜', '⚖️', '👨‍👩‍👧', '🏛️', '🇳🇱', '🕰️', '✍🏻', 'e\u0301e\u0301n', '👩‍⚖️'];
const BROKEN = ['\ud83d', 'a\udc00b', '\ud83d\ude00', 'raad\ud800', '\udfff', 'zaak', 'wet', 'lid'];

/** Sentences of these words; each has a number of its own, as cases and articles do. */
function sentencesOf(words: readonly string[], random: Random): string {
  const sentences: string[] = [];
  for (let length = 0; length < LENGTH; ) {
    const sentence = `${Array.from({ length: random.between(6, 16) }, () => random.pick(words)).join(' ')} ${random.between(1, 99_999)}. `;
    sentences.push(sentence);
    length += sentence.length;
  }
  return sentences.join('');
}

/** How often passages of an edited text are found, and where. */
function find(words: readonly string[], seed: number) {
  const random = createRandom(seed);
  const original = sentencesOf(words, random);
  const changed = changeText(original, { layout: 1, words: 0.03, sentences: 0.05 }, random);
  const passages = pickPassages(original, changed, 150, random, 64).filter(({ left }) => left > 0.85);
  const quotes = passages.map(({ quote }) => quote);
  const counts = { all: passages.length, right: 0, wrong: 0 };
  for (const [at, anchoring] of anchorQuotes(changed.text, quotes).entries()) {
    if (anchoring.state === 'orphan') continue;
    const isRight = overlapOf(anchoring.position, passages[at] as (typeof passages)[number]) > 0.8;
    counts[isRight ? 'right' : 'wrong'] += 1;
  }
  return counts;
}

describe('passages of an edited text', () => {
  it.each([
    ['hardly any words', DUTCH],
    ['Arabic words', ARABIC],
    ['Hebrew words', HEBREW],
    ['emoji and combining marks', EMOJI],
    ['halves of surrogate pairs', BROKEN],
  ])('of %s are found where they are', (_, words) => {
    for (const seed of [1, 2]) {
      const { all, right, wrong } = find(words, seed);
      expect(all).toBeGreaterThan(100);
      expect(right / all).toBeGreaterThanOrEqual(0.99);
      expect(wrong).toBeLessThanOrEqual(1);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { isDismissed, wordsOnly } from './dismissed.ts';

const quote = 'De rechterlijke dwangsom wordt geschrapt, zodat de dienst sneller kan beslissen.';
const dismissed = [{ safeguard: 'penalty-payment', quote }];
const isGone = (text: string, safeguard = 'penalty-payment') =>
  isDismissed({ safeguard, quote: text }, dismissed);

describe('what was dismissed', () => {
  it('stays dismissed in another copy: at line ends, with ligatures and footnote numbers', () => {
    expect(
      isGone('De rechterlijke dwang-\nsom wordt geschrapt,2 zodat de dienst sneller kan beslissen.'),
    ).toBe(true);
    expect(wordsOnly('eﬃciënt¹ be-\nslist')).toBe('efficientbeslist');
  });

  it('stays dismissed when a word of it changes, or its paragraph is divided otherwise', () => {
    expect(isGone(quote.replace('sneller', 'eerder'))).toBe(true);
    expect(isGone(`${quote} Dat is de verwachting van de dienst.`)).toBe(true);
  });

  it('says nothing of other words, nor of another safeguard at the same words', () => {
    expect(isGone('De bestuurlijke dwangsom blijft bestaan voor wie te lang wacht.')).toBe(false);
    expect(isGone(quote, 'decision-period')).toBe(false);
    expect(isDismissed({ safeguard: 'a', quote: 'x' }, [])).toBe(false);
  });
});

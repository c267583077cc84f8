import type { Direction, Measure } from '@waarborg/shared/annotation';
import type { Language } from '@waarborg/shared/messages';

/** The letter of each measure: of its word, in the reader's language. */
export const measureKeys: Readonly<Record<Language, Readonly<Record<Measure, string>>>> = {
  nl: {
    abolished: 'a',
    restricted: 'b',
    'not-observed': 'n',
    absent: 'o',
    kept: 'h',
    strengthened: 'v',
    introduced: 'i',
    moved: 'p',
  },
  en: {
    abolished: 'a',
    restricted: 'r',
    'not-observed': 'n',
    absent: 'b',
    kept: 'k',
    strengthened: 's',
    introduced: 'i',
    moved: 'm',
  },
};

/** The key of each direction. */
export const directionKeys: Readonly<Record<Direction, string>> = {
  favourable: '+',
  unfavourable: '-',
  neutral: '0',
  unclear: '?',
};

/** The key that takes the body which the passage quotes for its speaker. */
export const quotedKey = '@';

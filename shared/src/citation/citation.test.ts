import { describe, expect, it } from 'vitest';
import {
  annotationOfFragment,
  type CitedDocument,
  citePassage,
  dateInWords,
  parliamentaryYear,
  sourceLink,
} from './index.ts';

const letter: CitedDocument = {
  sourceType: 'inspection-letter',
  title: 'Brief over de asielwetten',
  date: '2025-05',
  identifiers: [],
  issuerName: 'Inspectie Justitie en Veiligheid',
};

describe('citePassage', () => {
  it.each([
    ['kst-36704-11', '2025-02-03', 'Kamerstukken II 2024/25, 36704, nr. 11, p. 3.'],
    ['kst-31700-vi-d', '2008-12-01', 'Kamerstukken I 2008/09, 31700 VI, D, p. 3.'],
    ['kst-36600-vi-12', '2024', 'Kamerstukken II, 36600 VI, nr. 12, p. 3.'],
  ])('cites %s of %s as a parliamentary paper', (value, date, expected) => {
    const paper: CitedDocument = {
      ...letter,
      sourceType: 'parliamentary-paper',
      date,
      identifiers: [{ scheme: 'official-publication', value }],
    };
    expect(citePassage(paper, { page: 3 }, 'nl')).toBe(expected);
  });

  it('cites a ruling with its consideration', () => {
    const ruling: CitedDocument = {
      sourceType: 'court-ruling',
      title: 'Uitspraak',
      date: '2022-06-28',
      identifiers: [{ scheme: 'ecli', value: 'ECLI:NL:RBDHA:2022:6122' }],
    };
    expect(citePassage(ruling, { consideration: '5' }, 'nl')).toBe(
      'Rb. Den Haag 28 juni 2022, ECLI:NL:RBDHA:2022:6122, r.o. 5.',
    );
  });

  it('cites a letter with body, title, kind and date, and no page where there is none', () => {
    expect(citePassage(letter, {}, 'nl')).toBe(
      'Inspectie Justitie en Veiligheid, Brief over de asielwetten (inspectiebrief), mei 2025.',
    );
  });

  it('invents nothing where little is known', () => {
    expect(citePassage({ sourceType: 'press', title: 'Stuk', identifiers: [] }, {}, 'nl')).toBe('‘Stuk’.');
  });
});

describe('dates', () => {
  it('says a date as far as it is known', () => {
    expect(['2022-06-28', '2025-05', '2026'].map((date) => dateInWords(date, 'nl'))).toEqual([
      '28 juni 2022',
      'mei 2025',
      '2026',
    ]);
  });
  it.each([
    ['2025-09-15', '2024/25'],
    ['2025-09-16', '2025/26'],
    ['1999-12', '1999/00'],
    ['2025-09', undefined],
    ['2025', undefined],
  ])('puts %s into the parliamentary year %s', (date, year) => {
    expect(parliamentaryYear(date)).toBe(year);
  });
});

describe('sourceLink', () => {
  const id = '0190a3c0-0000-7000-8000-000000000001';

  it('names the annotation and finds the words of a web page without the extension', () => {
    const link = sourceLink({
      id,
      source: 'https://example.org/a?b=1#c',
      exact: 'Een korte, niet-lange zin',
    });
    expect(link).toBe(`https://example.org/a?b=1#waarborg=${id}:~:text=Een%20korte%2C%20niet%2Dlange%20zin`);
    expect(annotationOfFragment(`#waarborg=${id}`)).toBe(id);
  });
  it('takes both ends of a long quote', () => {
    const link = sourceLink({ id, source: 'https://example.org/', exact: 'a b c d e f g h i j k l' });
    expect(link?.endsWith(':~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l')).toBe(true);
  });
  it('opens a PDF at its page', () => {
    const link = sourceLink({ id, source: 'https://example.org/a.pdf', exact: 'x', page: 3 });
    expect(link).toBe(`https://example.org/a.pdf#waarborg=${id}&page=3`);
    expect(annotationOfFragment(new URL(link ?? '').hash)).toBe(id);
  });
  it('is absent for a file that is not on the web', () => {
    expect(sourceLink({ id, source: 'urn:sha256:00', exact: 'x' })).toBeUndefined();
  });
});

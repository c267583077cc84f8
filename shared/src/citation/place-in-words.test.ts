import { describe, expect, it } from 'vitest';
import { act, letter, publication, ruling } from './documents-under-test.ts';
import { citePassage } from './index.ts';

describe('the place of a passage in a citation', () => {
  it.each([
    // A web page of a paper has no pages: the number of the part, else its heading.
    [
      publication('kst-36704-3', '2025-02-03'),
      { heading: 'Gevolgen', number: '3.2' },
      'Kamerstukken II 2024/25, 36704, nr. 3, par. 3.2.',
    ],
    [
      publication('kst-36704-3', '2025-02-03'),
      { heading: 'Artikel I, onderdeel A' },
      'Kamerstukken II 2024/25, 36704, nr. 3, onder ‘Artikel I, onderdeel A’.',
    ],
    [
      publication('h-tk-20232024-53-12'),
      { heading: 'Stemmingen' },
      'Handelingen II 2023/24, nr. 53, item 12, onder ‘Stemmingen’.',
    ],
    [
      publication('ah-tk-20242025-1244'),
      { question: '3' },
      'Aanhangsel Handelingen II 2024/25, nr. 1244, vraag 3.',
    ],
    [
      publication('ah-tk-20242025-1244'),
      { answer: '3' },
      'Aanhangsel Handelingen II 2024/25, nr. 1244, antwoord op vraag 3.',
    ],
    [publication('stcrt-2024-5812'), { heading: 'Toelichting', number: '2' }, 'Stcrt. 2024, 5812, par. 2.'],
    [publication('stb-2025-123'), { article: 'II', paragraph: '1' }, 'Stb. 2025, 123, art. II lid 1.'],
    [publication('stb-2025-123'), { article: 'I', point: 'A' }, 'Stb. 2025, 123, art. I, onderdeel A.'],
    [
      publication('stb-2025-123'),
      { article: '1', paragraph: '1', point: 'A' },
      'Stb. 2025, 123, art. 1 lid 1 onder A.',
    ],
    [
      publication('stb-2025-123'),
      { heading: 'Nota van toelichting' },
      'Stb. 2025, 123, onder ‘Nota van toelichting’.',
    ],
    [
      ruling('ECLI:NL:RBDHA:2022:6122', '2022-06-28'),
      { heading: 'Beslissing' },
      'Rb. Den Haag 28 juni 2022, ECLI:NL:RBDHA:2022:6122, onder ‘Beslissing’.',
    ],
    [
      act('bwb', 'BWBR0011823'),
      { article: '31', paragraph: '2', point: 'k' },
      'art. 31 lid 2 onder k Vw 2000.',
    ],
    [act('bwb', 'BWBR0012288'), { heading: 'Ongeloofwaardig', number: 'C2/6.2.8' }, 'par. C2/6.2.8 Vc 2000.'],
    [
      act('celex', '32024R1348'),
      { recital: '12' },
      'overweging 12 Verordening (EU) 2024/1348 (Procedureverordening).',
    ],
    [
      letter,
      { heading: 'Conclusie', number: '4' },
      'Inspectie Justitie en Veiligheid, Brief over de asielwetten (inspectiebrief), mei 2025, par. 4.',
    ],
    [
      { ...letter, sourceType: 'implementation-report' as const },
      { heading: 'Voorwoord' },
      'Inspectie Justitie en Veiligheid, Brief over de asielwetten (uitvoeringsrapport), mei 2025, onder ‘Voorwoord’.',
    ],
    [
      { ...letter, sourceType: 'legislative-advice' as const },
      { heading: 'Nut', number: '1' },
      'Inspectie Justitie en Veiligheid, Brief over de asielwetten (wetgevingsadvies), mei 2025, par. 1.',
    ],
    [
      { ...letter, sourceType: 'position-paper' as const },
      { heading: 'Samenvatting' },
      'Inspectie Justitie en Veiligheid, Brief over de asielwetten (position paper), mei 2025, onder ‘Samenvatting’.',
    ],
  ])('cites a place in the web page of %o, %o, as %s', (document, section, expected) => {
    expect(citePassage(document, { sections: [section] }, 'nl')).toBe(expected);
    const printed = citePassage(document, { sections: [section], pages: [3] }, 'nl');
    // In a PDF the page is what one looks for; of laws and rulings it never is.
    if (!('article' in section || 'recital' in section || /^par. C2/u.test(expected)))
      expect(printed).toMatch(/p\. 3\.$|par\. 2\.$/u);
  });

  it('joins the parts of several pieces, and gives a heading where one of them has no number', () => {
    const kst = publication('kst-36704-3');
    const [one, two, three] = [
      { heading: 'Een', number: '1' },
      { heading: 'Twee', number: '2.1' },
      { heading: 'Drie' },
    ];
    expect(citePassage(kst, { sections: [one, two] }, 'nl')).toBe(
      'Kamerstukken II, 36704, nr. 3, par. 1 en 2.1.',
    );
    expect(citePassage(kst, { sections: [one, three] }, 'nl')).toBe(
      'Kamerstukken II, 36704, nr. 3, onder ‘Een’ en ‘Drie’.',
    );
    const inLaw = (...paragraphs: string[]) => ({
      sections: paragraphs.map((paragraph) => ({ article: '39', paragraph })),
    });
    const law = act('bwb', 'BWBR0011823');
    expect(citePassage(law, inLaw('1', '2'), 'nl')).toBe('art. 39 lid 1 en 2 Vw 2000.');
    expect(citePassage(law, inLaw('1', '2', '3'), 'nl')).toBe('art. 39 lid 1-3 Vw 2000.');
    const answered = [{ question: '3' }, { answer: '3' }, { answer: '4' }];
    expect(citePassage(publication('ah-tk-20242025-1244'), { sections: answered }, 'nl')).toBe(
      'Aanhangsel Handelingen II 2024/25, nr. 1244, vraag 3 en antwoord op vraag 3-4.',
    );
    expect(
      citePassage(
        ruling('ECLI:NL:RVS:2015:1780'),
        { sections: [{ consideration: '3.1' }, { consideration: '4.1' }] },
        'nl',
      ),
    ).toBe('ABRvS, ECLI:NL:RVS:2015:1780, r.o. 3.1 en 4.1.');
  });
});

import { defaultCodebook } from '@waarborg/shared/codebook';
import { describe, expect, it } from 'vitest';
import { proposeBasis, speakersNamedIn } from './propose-details.ts';
import { rankConcepts, searchConcepts } from './rank-concepts.ts';

describe('the likeliest concepts', () => {
  it('are those whose terms stand in the passage, then those used last', () => {
    const ranked = rankConcepts(defaultCodebook, 'safeguard', { passage: 'zonder tolk of vertaling' }, [
      'legal-aid',
    ]);
    expect(ranked.slice(0, 2).map(({ id }) => id)).toEqual(['interpreter', 'legal-aid']);
    expect(ranked).toHaveLength(defaultCodebook.concepts.filter(({ kind }) => kind === 'safeguard').length);
  });

  it('are also those whose own name stands in the passage', () => {
    const passage = 'De rusttermijn wordt beperkt tot drie dagen, ook voor een advocaat.';
    expect(rankConcepts(defaultCodebook, 'safeguard', { passage }, [])[0]?.id).toBe('rest-period');
  });

  it('do not take part of a word for a term', () => {
    const [first] = rankConcepts(
      defaultCodebook,
      'safeguard',
      { passage: 'behorend bij de behoorlijkheid' },
      [],
    );
    expect(first).toBe(defaultCodebook.concepts.find(({ kind }) => kind === 'safeguard'));
  });

  it.each([
    ['vertaal*', 'het vertaalde stuk', 9],
    ['herstel* in beroep', 'Herstelbaar in  beroep gaat', 21],
    ['EVRM', 'het evrm en het EVRM', 4],
    ['trekt in', 'betrekt in, trekt innig', 0],
  ])('weigh %s in "%s" by its letters', (term, passage, letters) => {
    const [concept] = defaultCodebook.concepts;
    if (!concept) throw new Error('the codebook is empty');
    const other = { ...concept, id: 'other', terms: ['zonder'] };
    const codebook = { ...defaultCodebook, concepts: [other, { ...concept, terms: [term] }] };
    const rank = (words: string) => rankConcepts(codebook, concept.kind, { passage: words }, [])[0]?.id;
    // It outweighs as many letters as it covers, less one, and no more than that.
    const rival = 'zonder '.repeat(Math.floor(letters / 6));
    expect(rank(passage)).toBe(letters > 0 ? concept.id : 'other');
    expect(rank(`${passage} ${rival} zonder`)).toBe('other');
  });

  it('leave out what is retired or merged', () => {
    const [one, ...others] = defaultCodebook.concepts;
    if (!one) throw new Error('the codebook is empty');
    const codebook = { ...defaultCodebook, concepts: [{ ...one, retired: true }, ...others] };
    expect(rankConcepts(codebook, one.kind, { passage: '' }, []).some(({ id }) => id === one.id)).toBe(false);
  });

  it('are found by the beginning of a word, without accents and capitals', () => {
    expect(searchConcepts(defaultCodebook.concepts, 'VOÓRN', 'nl')[0]?.id).toBe('voornemen');
    expect(searchConcepts(defaultCodebook.concepts, 'xyzzy', 'nl')).toEqual([]);
  });
});

describe('the proposed details', () => {
  it.each([
    ['Naar verwachting stijgt het aantal zaken met 300 zaken.', 'implementation-report', 'expectation'],
    ['De Raad gaat uit van zo’n 2.400 extra beroepszaken per jaar.', 'inspection-letter', 'expectation'],
    ['De wet gaat uit van vertrouwen.', 'inspection-letter', 'finding'],
    ['Ongeveer 45.000 mensen wachten op een beslissing.', 'implementation-report', 'figure'],
    ['De vreemdeling wordt gehoord. Artikel 38 zal gelden.', 'court-ruling', 'norm'],
    ['Wij zijn hiertegen.', 'position-paper', 'position'],
  ] as const)('%s rests on a %s: %s', (passage, sourceType, basis) => {
    expect(proposeBasis(passage, sourceType)).toBe(basis);
  });

  it('are a figure by the first number that counts, behind any length of digits', () => {
    expect(proposeBasis(`${'0,'.repeat(200_000)} en 2.5 weeks`, 'press')).toBe('figure');
  });

  it('name the speakers of the passage in its order, without the issuer', () => {
    const speaker = (id: string, name: string, aliases: string[] = []) =>
      ({ id, name, aliases, kind: 'other' }) as const;
    const speakers = [
      speaker('1', 'IND'),
      speaker('2', 'COA'),
      speaker('3', 'Raad voor de rechtspraak', ['RvdR']),
    ];
    const named = speakersNamedIn('Volgens de RvdR en het COA, INDirect ook de IND', speakers, 'IND');
    expect(named.map(({ id }) => id)).toEqual(['3', '2']);
  });
});

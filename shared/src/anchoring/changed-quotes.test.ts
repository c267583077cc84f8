import { describe, expect, it } from 'vitest';
import { anchorQuotes, describePassage, type QuoteSelector } from './index.ts';

const SENTENCES = [
  'De vreemdeling krijgt niet langer de gelegenheid om zijn zienswijze op het voornemen te geven.',
  'De regering verwacht dat de uitvoering daardoor per zaak ongeveer drie weken korter duurt.',
  'De Raad voor de rechtspraak wijst erop dat de toetsing zich naar de rechter verplaatst.',
  'Uit cijfers over 2023 blijkt dat in 12 % van de zaken het voornemen werd bijgesteld.',
  'Advocaten vrezen dat gebreken in het besluit pas in beroep aan het licht komen.',
  'De Inspectie acht het risico reëel dat kinderen onvoldoende worden gehoord.',
];
const BILL = SENTENCES.join(' ');

function quoteOf(words: string, text = BILL): QuoteSelector {
  const start = text.indexOf(words);
  return describePassage(text, { start, end: start + words.length });
}

function anchor(text: string, quote: QuoteSelector, options?: { original?: string }) {
  const [anchoring] = anchorQuotes(text, [quote], options);
  if (anchoring === undefined || anchoring.state === 'orphan') return { state: 'orphan', words: undefined };
  return { state: anchoring.state, words: text.slice(anchoring.position.start, anchoring.position.end) };
}

describe('anchorQuotes, changed words', () => {
  const quote = quoteOf(SENTENCES[2] as string);
  const changed =
    'De Raad voor de rechtspraak waarschuwt dat de toetsing zich naar de bestuursrechter verplaatst.';

  it.each([
    ['the place', quote],
    ['the context', { exact: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' }],
  ])('finds them by %s', (_, selector) => {
    const text = `Nieuw vooraf. ${BILL.replace(SENTENCES[2] as string, changed)}`;
    expect(anchor(text, selector)).toEqual({ state: 'changed', words: changed });
  });

  it('finds them by the original', () => {
    const text = BILL.replace(SENTENCES[2] as string, changed);
    expect(anchor(text, quote, { original: BILL })).toEqual({ state: 'changed', words: changed });
  });

  it('ends where the words end that are left, not at a few equal ones in what stands behind them', () => {
    const whole =
      'Niet in geschil is of hij vluchteling is in de zin van het Vluchtelingenverdrag. Volgens eiser kan de toepassing van artikel 1(F) van dat verdrag niet slagen, omdat hij geen leider was. De rechtbank komt tot het volgende oordeel over deze gronden.';
    const cut =
      'Niet in geschil is of hij vluchteling is in de zin van het Vluchtelingenverdrag. Verweerder heeft zich gemotiveerd op het standpunt gesteld dat hij onder artikel 1(F) valt. De rechtbank komt tot het volgende oordeel over deze gronden.';
    const quoted =
      'of hij vluchteling is in de zin van het Vluchtelingenverdrag. Volgens eiser kan de toepassing van artikel 1(F)';
    expect(anchor(cut, quoteOf(quoted, whole), { original: whole })).toEqual({
      state: 'changed',
      words: 'of hij vluchteling is in de zin van het Vluchtelingenverdrag.',
    });
  });

  it('keeps by the original the one word that stands before a page header, where a sentence before it is gone', () => {
    const rest = 'personen een verzoek indienen, beslist de raad binnen zes weken.';
    const original = `${BILL} Waar ${rest}`;
    const header = '\nTweede Kamer, vergaderjaar 2024–2025, 36 704, nr. 11 3\n';
    const text = `${SENTENCES.slice(0, -1).join(' ')} Waar${header}${rest}`;
    const words = anchor(text, quoteOf('Waar personen een verzoek indienen', original), { original }).words;
    expect(words).toBe(`Waar${header}personen een verzoek indienen`);
  });

  it.each(SENTENCES)('keeps their own words wherever a sentence was put in: %s', (words) => {
    const inserted = ['De Kamer nam dat aan.', 'Dit is nieuw.', 'Uit niets blijkt dat.', 'A.'];
    for (const sentence of inserted) {
      for (const [before] of [...SENTENCES, ''].entries()) {
        const text = SENTENCES.toSpliced(before, 0, sentence).join(' ');
        expect(anchor(text, quoteOf(words), { original: BILL }).words).toBe(words);
        expect(anchor(text, quoteOf(words)).words).toBe(words);
      }
    }
  });

  it('includes a page header that was put into the passage', () => {
    const [before, after] = [quote.exact.slice(0, 40), quote.exact.slice(40)];
    const header = '\nTweede Kamer, vergaderjaar 2024–2025, 36 704, nr. 11 3\n';
    const text = BILL.replace(quote.exact, before + header + after);
    expect(anchor(text, quote).words).toBe(before + header + after);
  });

  it('includes a long block that was put into the passage, whichever part of it is the greater', () => {
    const rows = [
      'Asiel 12.410 9.870',
      'Regulier 33.160 27.680',
      'Nareis 15.160 13.260',
      'Spoor 2 6.150 3.590',
    ];
    const block =
      `\nDe volgende alinea is later toegevoegd en gaat over de bezetting van de kantoren in het afgelopen jaar. ` +
      `Er kwamen vijftig medewerkers bij, van wie de helft in het oosten van het land werkt. De opleiding duurt ` +
      `tien maanden, zodat zij pas in het najaar zelfstandig dossiers afhandelen. Intussen vertrokken er twintig, ` +
      `meest naar gemeenten en advocatenkantoren, en bleef het verzuim op het peil van de jaren daarvoor. Voor ` +
      `de komende winter zijn daarom nog eens dertig mensen geworven, die tijdelijk in een loods bij de haven ` +
      `zullen werken. Hun contracten lopen tot de zomer; daarna wordt bezien wie er kan blijven en waar.\n`;
    const original = `${rows.join('\n')}\n${BILL}`;
    const text = original.replace(rows[3] as string, `${rows[3]}${block}`);
    for (const words of [
      `13.260\n${rows[3]}\n${SENTENCES[0]?.slice(0, 26)}`,
      `${rows[3]}\n${SENTENCES[0]}`,
    ]) {
      const quotes = [words, ...rows.slice(0, 2), ...SENTENCES.slice(2)].map((one) => {
        const { exact, prefix = '', suffix = '', start = 0 } = quoteOf(one, original);
        return { exact, prefix: prefix.slice(-32), suffix: suffix.slice(0, 32), start };
      });
      const [found] = anchorQuotes(text, quotes);
      if (found === undefined || found.state === 'orphan') throw new Error('the passage is there');
      expect(text.slice(found.position.start, found.position.end)).toBe(
        words.replace(rows[3] as string, `${rows[3]}${block}`),
      );
    }
  });

  it('starts behind a block when nothing but the end of the sentence before stands before it', () => {
    const words = `. ${SENTENCES[2]}`;
    const text = BILL.replace(words, `.\nhttps://rvdr.example/noten\n${SENTENCES[2]}`);
    const found = SENTENCES[2] as string;
    expect(anchor(text, quoteOf(words), { original: BILL }).words).toBe(found);
    expect(anchor(text, quoteOf(words)).words).toBe(found);
  });

  it('counts words that were put into a passage against its similarity', () => {
    const text = BILL.replace('wijst erop dat', 'wijst er met klem op, en niet voor het eerst, op dat');
    const [anchoring] = anchorQuotes(text, [quote]);
    expect(anchoring).toMatchObject({ state: 'changed' });
    const grown = BILL.replace('de toetsing zich', 'de volle toetsing zich');
    const [inserted] = anchorQuotes(grown, [quote]);
    if (inserted?.state !== 'changed') throw new Error('a word was put into the passage');
    expect(inserted.similarity).toBeGreaterThan(0.9);
    expect(inserted.similarity).toBeLessThan(1);
  });

  it.each([
    ['by words and place', undefined],
    ['by the original', { original: BILL }],
  ])('does not draw a removed passage, %s', (_, options) => {
    const text = BILL.replace(`${SENTENCES[2]} `, '');
    expect(anchor(text, quote, options).state).toBe('orphan');
  });

  it('does not draw a removed passage on one that resembles it', () => {
    const twin = 'De Raad voor de rechtspraak wijst erop dat de zitting zich naar de avond verplaatst.';
    const original = `${BILL} ${twin} Daarmee eindigt de toelichting.`;
    const text = original.replace(`${SENTENCES[2]} `, '');
    const quotes = SENTENCES.map((sentence) => quoteOf(sentence, original));
    expect(anchorQuotes(text, quotes)[2]).toEqual({ state: 'orphan' });
    expect(anchor(text, quoteOf(SENTENCES[2] as string, original), { original }).state).toBe('orphan');
  });

  it('ends at the label of an item that was removed, however much the next item is like it', () => {
    const first = '1. De raad kan een ontheffing verlenen aan wie daarom heeft gevraagd.';
    const second =
      '2. Een aanvraag om een ontheffing voor verblijf bij een familielid wordt ingediend bij de raad.';
    const third = '3. Op een aanvraag om een ontheffing voor verblijf bij een familielid wordt snel beslist.';
    const original = `${first}\n${second}\n${third}\nDe kosten komen ten laste van de aanvrager.`;
    const exact = `${first.slice(3)}\n2. Een aanvraag om een ontheffing voor verblijf`;
    const start = original.indexOf(exact);
    const quote = describePassage(original, { start, end: start + exact.length });
    const text = original.replace(second.slice(3), '');
    expect(anchor(text, quote).words?.trim()).toBe(`${first.slice(3)}\n2.`);
  });

  it('keeps what is left of a passage of which a sentence was removed', () => {
    const both = quoteOf(`${SENTENCES[2]} ${SENTENCES[3]}`);
    const text = BILL.replace(`${SENTENCES[3]} `, '');
    expect(anchor(text, both, { original: BILL })).toEqual({ state: 'changed', words: SENTENCES[2] });
  });

  it('finds a passage whose paragraph has moved', () => {
    const text = [3, 4, 5, 0, 1, 2].map((at) => SENTENCES[at]).join(' ');
    const quotes = SENTENCES.map((sentence) => quoteOf(sentence));
    const found = anchorQuotes(text, quotes).map((anchoring) => anchoring.state);
    expect(found).toEqual(SENTENCES.map(() => 'moved'));
    expect(anchor(text, quote, { original: BILL })).toEqual({ state: 'moved', words: quote.exact });
  });

  describe('of which only one was marked and whose sentence stands elsewhere now', () => {
    const sentence = 'De tolk is bij elk gehoor aanwezig en vertaalt alle vragen';
    const [opening, middle, end] = [
      'De gemachtigde bespreekt het rapport van gehoor met zijn cliënt. ',
      'De griffier houdt een lijst bij van wie er heeft gesproken. ',
      'De minister stuurt de Kamer voor de zomer een brief over de voortgang. ',
    ];
    const original = `${opening}${sentence}. ${middle}${end}`;
    const find = (text: string) => anchor(text, quoteOf(sentence, original), { original });

    it('finds it by the original, also where it is set in another way', () => {
      const moved = `${opening}${middle}${end}`;
      expect(find(`${moved}${sentence}.`)).toEqual({ state: 'moved', words: sentence });
      const set = sentence.replaceAll(' ', '\n');
      expect(find(`${moved}${set}.`)).toEqual({ state: 'moved', words: set });
    });

    it('finds nothing when there are two places, or none', () => {
      expect(find(`${opening}${middle}${sentence}. ${end}${sentence}.`).state).toBe('orphan');
      expect(find(`${opening}${middle}${end}`).state).toBe('orphan');
    });
  });

  describe('of questions that were all renumbered', () => {
    const subjects =
      'tolk boete aanvraag melding termijn zienswijze vergoeding rechtbank inspectie subsidie opvang'.split(
        ' ',
      );
    const questions = Array.from({ length: 40 }, (_, at) => {
      const [subject, other] = [subjects[(at * 5) % 11], subjects[(at * at + 3) % 11]];
      const asked = [
        `Bent u bereid de Kamer over de ${subject} te informeren?`,
        `Deelt u de mening dat de ${subject} zonder ${other} onvoldoende is?`,
      ][at % 2];
      const answer = [
        `Nee, de ${subject} is naar mijn oordeel toereikend. De ${other} blijft daarvan onderdeel.`,
        `Ja. Ik zal uw Kamer hierover voor het einde van het jaar berichten, met inbegrip van de ${other}.`,
        `In ${2010 + (at % 13)} betrof dit ${at * 37 + 12} zaken, waarvan de helft met een ${other}.`,
      ][(at * 7) % 3];
      return (number: number) => `Vraag ${number}\n${asked}\nAntwoord op vraag ${number}\n${answer}`;
    });
    const paper = (first: number) => questions.map((question, at) => question(first + at)).join('\n');
    const original = paper(1);
    // The first is no case: its label stands unchanged before the question that was put in.
    const marked = questions.slice(1);
    const quotes = marked.map((question, at) => quoteOf(question(2 + at), original));

    it.each([
      ['together', undefined],
      ['one by one by the original', { original }],
    ])('finds each, %s', (_, options) => {
      const text = `Vraag 1\nHoe vaak is de wet gebruikt?\nAntwoord op vraag 1\nNooit.\n${paper(2)}`;
      const found =
        options === undefined
          ? anchorQuotes(text, quotes)
          : quotes.flatMap((quote) => anchorQuotes(text, [quote], options));
      const words = found.map((one) =>
        one.state === 'orphan' ? '' : text.slice(one.position.start, one.position.end),
      );
      expect(words).toEqual(marked.map((question, at) => question(3 + at)));
    });
  });

  it('finds addresses of which one part is another', () => {
    const links = Array.from(
      { length: 12 },
      (_, at) => `[Wijziging ${at * 7}](https://git.example.org/raad/wet/pull/${1180 + at * 13})`,
    );
    const original = links.join('\n');
    const text = original.replaceAll('git.example', 'code.example').replaceAll('/wet/', '/wetten/');
    const quotes = links.map((words) => quoteOf(words, original));
    expect(quotes.map((quote) => anchor(text, quote).words)).toEqual(text.split('\n'));
  });

  it('places equal quotes by the ones around them', () => {
    const item = (number: number) => `Artikel ${number} vervalt. De toelichting hierop volgt later. `;
    const text = Array.from({ length: 12 }, (_, number) => item(number)).join('');
    const words = 'De toelichting hierop volgt later.';
    const quotes = Array.from({ length: 12 }, (_, number) => {
      const start = text.indexOf(words, text.indexOf(item(number)));
      return describePassage(text, { start, end: start + words.length });
    });
    const moved = anchorQuotes(`Vooraf. ${text}`, quotes);
    moved.forEach((anchoring, at) => {
      expect(anchoring).toMatchObject({ state: 'moved', position: { start: (quotes[at]?.start ?? 0) + 8 } });
    });
  });

  describe('of an article that has a twin far from it', () => {
    const topics =
      'verwerking klacht toezicht register certificaat gedragscode boete doorgifte toestemming inzage rectificatie wissing beperking bezwaar profilering beveiliging melding effectbeoordeling functionaris lidstaat';
    const others = topics
      .split(' ')
      .map((topic, at) => `De ${topic} wordt in afdeling ${at} nader geregeld en gaat in op dag ${at * 37}.`);
    const article = (taken: string, level: string) => [
      `Voordat hij de gegevens gebruikt voor een ander doel dan waarvoor zij zijn ${taken}, licht de verantwoordelijke de betrokkene daarover in.`,
      `Hij noemt de ontvangers of categorieën van ontvangers van de gegevens, en het bestaan of ontbreken van een besluit over het niveau van ${level}.`,
      'De betrokkene kan bij hem een afschrift krijgen van de passende waarborgen, of vernemen waar deze beschikbaar zijn gesteld.',
    ];
    const own = article('verzameld', 'bescherming');
    const twin = article('verkregen', 'zekerheid');
    const [start, middle, end] = [others.slice(0, 6), others.slice(6, 13), others.slice(13)];
    const original = [...start, ...own, ...middle, ...twin, ...end].join('\n');
    const quotes = [...own.slice(0, 2), ...others].map((words) => quoteOf(words, original));
    const find = (text: string) =>
      anchorQuotes(text, quotes)
        .slice(0, 2)
        .map((found) =>
          found.state === 'orphan' ? '' : text.slice(found.position.start, found.position.end),
        );

    it('finds nothing when it was removed: where its twin stands, nothing was put in', () => {
      expect(find([...start, ...middle, ...twin, ...end].join('\n'))).toEqual(['', '']);
    });

    it('finds it where it was put in', () => {
      const text = [...start, ...middle, ...twin, ...end.slice(0, 4), ...own, ...end.slice(4)].join('\n');
      expect(find(text)).toEqual(own.slice(0, 2));
    });
  });

  describe('of another copy of the document, whose parts have another order', () => {
    const title = 'Plan van aanpak openstaande aanvragen van vóór de zomer';
    const office = 'Immigratie- en Naturalisatiedienst\nMinisterie van Justitie en Veiligheid';
    const lines = Array.from(
      { length: 80 },
      (_, at) => `${SENTENCES[at % 6]} Dat volgt uit paragraaf ${at * 7} van het ${at}e verslag.`,
    );
    const original = [title, office, ...lines].join('\n');
    const quotes = ['vóór de zomer\nImmigratie- en Naturalisatiedienst', office, ...lines].map((words) =>
      quoteOf(words, original),
    );
    const [parted] = quotes as [QuoteSelector];

    it('finds no passage in a part of it, where its other words stand elsewhere', () => {
      const text = [office, title, ...lines].join('\n');
      expect(anchorQuotes(text, quotes)[0]).toEqual({ state: 'orphan' });
      expect(anchor(text, parted, { original }).state).toBe('orphan');
    });

    it('finds what is left of it where its other words are gone', () => {
      const text = [office, ...lines].join('\n');
      expect(anchor(text, parted, { original }).words).toBe('Immigratie- en Naturalisatiedienst');
    });
  });
});

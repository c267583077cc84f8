import { maxSpeakerNameLength } from '@waarborg/shared/annotation';
import { maxTitleLength } from '@waarborg/shared/dossier';
import { describe, expect, it } from 'vitest';
import { candidateOfPage } from './candidate-of-page.ts';
import { candidateSchema } from './request-schemas.ts';

const page = {
  address: 'https://example.nl/brief',
  title: 'Brief',
  heading: '',
  metadata: [],
  labels: [],
  canonical: '',
  beginning: '',
};

describe('candidateOfPage', () => {
  it.each([
    ['a title cut within a character', { title: `${'a'.repeat(maxTitleLength - 1)}😀` }],
    ['a title of characters that no text holds', { title: '\u0000' }],
    ['a title that is half a character', { title: '\ud83d' }],
    [
      'an issuer cut within a character',
      {
        metadata: [
          { name: 'dcterms.creator', content: `${'a'.repeat(maxSpeakerNameLength - 1)}😀`, scheme: '' },
        ],
      },
    ],
  ])('proposes a document that can be kept from %s', (_, clues) => {
    expect(candidateSchema.safeParse(candidateOfPage({ ...page, ...clues }))).toMatchObject({
      success: true,
    });
  });

  it.each([
    [
      'https://www.raadvanstate.nl/uitspraken/@130150/202005769-1-a3/',
      { labels: ['Datum van uitspraak: woensdag 2 juni 2021', 'ECLI: ECLI:NL:RVS:2021:1155'] },
      ['ecli', 'ECLI:NL:RVS:2021:1155'],
      ['court-ruling', 'Afdeling bestuursrechtspraak van de Raad van State'],
    ],
    [
      'https://www.raadvanstate.nl/adviezen/@124930/w03-21-0123-ii/',
      {},
      undefined,
      ['legislative-advice', 'Afdeling advisering van de Raad van State'],
    ],
    ...[
      'https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RBDHA:2022:6122',
      'https://uitspraken.rechtspraak.nl/inziendocument?id=ECLI%3ANL%3ARBDHA%3A2022%3A6122&keyword=gehoor',
      'https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RBDHA:2022:6122',
      'https://data.rechtspraak.nl/uitspraken/content?id=ECLI:NL:RBDHA:2022:6122',
      'https://uitspraken.rechtspraak.nl/api/pdfdownload/ECLI_NL_RBDHA_2022_6122',
    ].map(
      (address) => [address, {}, ['ecli', 'ECLI:NL:RBDHA:2022:6122'], ['court-ruling', undefined]] as const,
    ),
    [
      'https://wetten.overheid.nl/BWBR0011823/2022-10-01/0#Hoofdstuk3',
      {},
      ['bwb', 'BWBR0011823'],
      ['legislation', undefined],
    ],
    [
      'https://wetten.overheid.nl/jci1.3:c:BWBR0011823&hoofdstuk=3&z=2022-10-01',
      {},
      ['bwb', 'BWBR0011823'],
      ['legislation', undefined],
    ],
    [
      'https://www.tweedekamer.nl/kamerstukken/brieven_regering/detail?did=2022D06725&id=2022Z03333',
      {},
      ['tweede-kamer', '2022D06725'],
      ['parliamentary-paper', undefined],
    ],
    [
      'https://www.tweedekamer.nl/downloads/document?id=2022D06725',
      {},
      ['tweede-kamer', '2022D06725'],
      ['parliamentary-paper', undefined],
    ],
    // A bill has many papers: its page is none of them.
    [
      'https://www.eerstekamer.nl/wetsvoorstel/34851_uitvoeringswet',
      {},
      undefined,
      ['parliamentary-paper', undefined],
    ],
    [
      'https://curia.europa.eu/juris/document/document.jsf?docid=227726&doclang=NL',
      {},
      undefined,
      ['court-ruling', undefined],
    ],
    [
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj/nld',
      {},
      ['celex', '32016R0679'],
      ['legislation', undefined],
    ],
    [
      'https://www.inspectie-jenv.nl/Publicaties/brieven/2025/02/05/brief-asielwetten',
      {},
      undefined,
      ['inspection-letter', 'Inspectie Justitie en Veiligheid'],
    ],
    [
      'https://www.rijksoverheid.nl/documenten/kamerstukken/2025/02/05/brief-asiel',
      {},
      undefined,
      ['other', undefined],
    ],
    ['https://open.overheid.nl/documenten/ronl-1234abcd/pdf', {}, undefined, ['other', undefined]],
    [
      'https://repository.overheid.nl/frbr/officielepublicaties/kst/36704/kst-36704-11/1/pdf/kst-36704-11.pdf',
      {},
      ['official-publication', 'kst-36704-11'],
      ['parliamentary-paper', undefined],
    ],
  ] as const)('tells by site what %s is', (address, clues, identifier, [sourceType, issuer]) => {
    const candidate = candidateOfPage({ ...page, address, ...clues });
    const [scheme, value] = identifier ?? [];
    expect(candidate.identifiers).toEqual(identifier ? [{ scheme, value }] : []);
    expect(candidate).toMatchObject({ sourceType });
    expect(candidate.issuer).toBe(issuer);
  });

  it('reads the court in the title of a ruling, however wide that is', () => {
    const title = 'ECLI:NL:RBDHA:2014:8504, Rechtbank Den Haag, 2014-07-10';
    expect(candidateOfPage({ ...page, title })).toMatchObject({ issuer: 'Rechtbank Den Haag' });
    const old = title.replace(',', ', voorheen LJN BZ1234,');
    expect(candidateOfPage({ ...page, title: old })).toMatchObject({ issuer: 'Rechtbank Den Haag' });
    const wide = candidateOfPage({
      ...page,
      title: title.replace(' Rechtbank Den Haag,', ' '.repeat(300_000)),
    });
    expect(wide.issuer).toBeUndefined();
  });

  it('takes title, maker and day of an act of the Union from what EUR-Lex declares', () => {
    const name =
      'Richtlijn 2013/32/EU van het Europees Parlement en de Raad van 26 juni 2013 betreffende procedures';
    const declared = (called: string, content: string) => ({ name: called, content, scheme: '' });
    const act = candidateOfPage({
      ...page,
      address: 'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32013L0032',
      title: 'Richtlijn - 2013/32 - EN - EUR-Lex',
      metadata: [declared('wt.z_doctitle', name), declared('wt.z_docid', '32013L0032')],
    });
    expect(act).toMatchObject({
      title: name,
      issuer: 'Europees Parlement en Raad',
      date: '2013-06-26',
      sourceType: 'legislation',
      identifiers: [{ scheme: 'celex', value: '32013L0032' }],
    });
  });

  it('takes the body whose site it is for who speaks, where nothing says otherwise', () => {
    const address = 'https://www.vluchtelingenwerk.nl/nl/standpunt';
    expect(candidateOfPage({ ...page, address })).toMatchObject({
      issuer: 'VluchtelingenWerk Nederland',
      sourceType: 'position-paper',
    });
    const creator = { name: 'dcterms.creator', content: 'Nidos', scheme: '' };
    expect(candidateOfPage({ ...page, address, metadata: [creator] }).issuer).toBe('Nidos');
  });
});

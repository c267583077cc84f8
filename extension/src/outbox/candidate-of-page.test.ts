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

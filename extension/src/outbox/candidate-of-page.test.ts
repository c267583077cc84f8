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
    const wide = candidateOfPage({
      ...page,
      title: title.replace(' Rechtbank Den Haag,', ' '.repeat(300_000)),
    });
    expect(wide.issuer).toBeUndefined();
  });
});

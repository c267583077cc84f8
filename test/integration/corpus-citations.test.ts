/** Citations of real documents: what a clerk would write, and the considerations that real rulings print. */

import { type CitedDocument, citePassage } from '@waarborg/shared/citation';
import { findSection } from '@waarborg/shared/references';
import { describe, expect, it } from 'vitest';
import { findCorpusFile, hasCorpus, textOfHtml } from '../bench/corpus-texts.ts';
import { corpusFolder, readCorpusDocuments, sayThatCorpusIsMissing } from '../helpers/corpus.ts';

if (!hasCorpus()) sayThatCorpusIsMissing('Citations of real documents are not tested');

const rulings = ['rechtbank-den-haag-2014-8504', 'raad-van-state-2015-1780'];
/** The number of a consideration that opens a paragraph, in the markup of the courts' site and in plain text. */
const numbered = /<span class="nr">\s*(?<nr>\d+(?:\.\d+)*)\.?\s*<\/span>\s*<p[^>]*>(?<words>[^<]{20,60})/gu;
const inText = /<p[^>]*>\s*(?<nr>\d+(?:\.\d+)*)\.\s(?<words>[^<]{20,60})/gu;

describe.runIf(hasCorpus())('citations of real documents', () => {
  it.each(rulings)('every consideration of %s is found from the text before it', (name) => {
    const html = findCorpusFile(`${name}/page.html`) ?? '';
    const text = textOfHtml(html);
    const printed = [...html.matchAll(numbered), ...html.matchAll(inText)].map(({ groups }) => groups ?? {});
    expect(printed.length).toBeGreaterThan(5);
    let place = 0;
    for (const { nr = '', words = '' } of printed) {
      place = text.indexOf(words.replace(/\s+/gu, ' ').trim(), place);
      expect(findSection(text, place, 'court-ruling'), words).toEqual({ consideration: nr });
    }
  });

  it('a recital, an article, a paragraph and a point of the GDPR are found from the text before them', () => {
    const text = textOfHtml(findCorpusFile('pages/eurlex-32016R0679.html') ?? '');
    const sectionOf = (words: string) => findSection(text, text.indexOf(words), 'legislation');
    expect(sectionOf('The protection of natural persons in relation')).toEqual({ recital: '1' });
    expect(sectionOf('In order to ensure that consent is freely given')).toEqual({ recital: '43' });
    const lawfulness = { article: '6', paragraph: '1' };
    expect(sectionOf('Processing shall be lawful only if')).toEqual(lawfulness);
    expect(sectionOf('processing is necessary for the purposes of the legitimate interests')).toEqual({
      ...lawfulness,
      point: 'f',
    });
  });

  it('documents are cited by body, title and kind, date and page, rulings by court and ECLI', () => {
    const cited = readCorpusDocuments(corpusFolder ?? '').map(
      ({ sourceType, title, issuer, date, identifier }) =>
        citePassage(
          {
            sourceType: sourceType as CitedDocument['sourceType'],
            title,
            date,
            issuerName: issuer,
            identifiers: identifier ? [{ scheme: 'ecli', value: identifier }] : [],
          },
          identifier ? { sections: [{ consideration: '5' }] } : { pages: [4] },
          'nl',
        ),
    );
    expect(cited).toEqual([
      'Immigratie- en Naturalisatiedienst, De Stand van de uitvoering 2025 (uitvoeringsrapport), juni 2025, p. 4.',
      'Brief Inspectie Justitie en Veiligheid over de Asielnoodmaatregelenwet en de Wet invoering tweestatusstelsel (inspectiebrief), mei 2025, p. 4.',
      'Immigratie- en Naturalisatiedienst, Plan van Aanpak Openstaande Asielaanvragen van vóór 12 juni 2026 (kamerstuk), mei 2026, p. 4.',
      'Rb. Den Haag 10 juli 2014, ECLI:NL:RBDHA:2014:8504, r.o. 5.',
      'ABRvS 2015, ECLI:NL:RVS:2015:1780, r.o. 5.',
    ]);
  });
});

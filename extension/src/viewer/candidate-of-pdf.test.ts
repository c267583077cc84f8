import { describe, expect, it } from 'vitest';
import { candidateOfPdf } from './candidate-of-pdf.ts';
import type { TextRun } from './join-pages.ts';
import { readPdfClues } from './read-pdf-clues.ts';

const pdf = {
  id: 'a'.repeat(64),
  bytes: new ArrayBuffer(0),
  name: 'brief_12.pdf',
  storedAt: '2026-11-25T12:00:00Z',
};

function pageOf(...lines: readonly string[]): TextRun[] {
  return lines.map((str, index) => ({ str, hasEOL: true, height: 10, x: 0, y: 700 - index * 12 }));
}

const paper = pageOf(
  'Tweede Kamer der Staten-Generaal',
  '2',
  'Vergaderjaar 2025–2026',
  '36 999 Wet zorgvuldige voorbereiding',
  'Nr. 12 BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE',
  'Den Haag, 12 mei 2026',
  'kst-36999-12',
  'ISSN 0921 - 7371',
);
const words = pageOf(...Array.from({ length: 80 }, (_, index) => `Zin nummer ${index} van de brief.`));

describe('candidateOfPdf', () => {
  it('takes a Kamerstuk for the publication that its header names', async () => {
    const candidate = candidateOfPdf(pdf, await readPdfClues([paper], 'f00'));
    expect(candidate).toMatchObject({
      title: 'Wet zorgvuldige voorbereiding; Brief',
      issuer: 'Minister van Asiel en Migratie',
      date: '2026-05-12',
      sourceType: 'parliamentary-paper',
    });
    expect(candidate.identifiers[0]).toEqual({ scheme: 'official-publication', value: 'kst-36999-12' });
  });

  it('lets the address decide where the text says otherwise', async () => {
    const address = 'https://zoek.officielebekendmakingen.nl/kst-36999-13.pdf';
    const { identifiers } = candidateOfPdf({ ...pdf, address }, await readPdfClues([paper], undefined));
    expect(identifiers.filter(({ scheme }) => scheme === 'official-publication')).toEqual([
      { scheme: 'official-publication', value: 'kst-36999-13' },
    ]);
  });

  it('takes an annex for what its letterhead makes it, and for a paper of the Chamber without one', async () => {
    const annex = { ...pdf, address: 'https://zoek.officielebekendmakingen.nl/blg-1184123.pdf' };
    const proposal = async (...lines: readonly string[]) => {
      const { issuer, sourceType } = candidateOfPdf(annex, await readPdfClues([pageOf(...lines)], undefined));
      return { issuer, sourceType };
    };
    expect(await proposal('Raad voor de rechtspraak', 'Geachte heer,')).toEqual({
      issuer: 'Raad voor de rechtspraak',
      sourceType: 'legislative-advice',
    });
    expect(await proposal('Bijlage', 'Geachte heer,')).toEqual({
      issuer: undefined,
      sourceType: 'parliamentary-paper',
    });
  });

  it('knows two files with the same words by their text, however they are hyphenated', async () => {
    const hashOf = async (pages: TextRun[][]) =>
      candidateOfPdf(pdf, await readPdfClues(pages, undefined)).identifiers.find(
        ({ scheme }) => scheme === 'text-sha256',
      )?.value;
    const hyphenated = words.map((run) => ({ ...run, str: run.str.replace('nummer', 'num-'), hasEOL: true }));
    const rest = hyphenated.flatMap((run) => {
      const [first = '', last = ''] = run.str.split('num-');
      return [
        { ...run, str: `${first}num-` },
        { ...run, str: `mer${last}` },
      ];
    });
    expect(await hashOf([words])).toMatch(/^[0-9a-f]{64}$/u);
    expect(await hashOf([rest])).toBe(await hashOf([words]));
    expect(await hashOf([words.slice(1)])).not.toBe(await hashOf([words]));
  });

  it('has no hash of the text of a scan or a cover', async () => {
    const { identifiers } = candidateOfPdf(pdf, await readPdfClues([pageOf('Bijlage')], undefined));
    expect(identifiers.map(({ scheme }) => scheme)).toEqual(['sha256']);
  });
});

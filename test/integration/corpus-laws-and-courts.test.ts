/** Names and numbers of laws, and codes of courts, as the corpus beside the project holds them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { citePassage } from '@waarborg/shared/citation';
import { findKnownLaw, findReferences, identifiersOfAddress } from '@waarborg/shared/references';
import { describe, expect, it } from 'vitest';
import { corpusFolder, sayThatCorpusIsMissing } from '../helpers/corpus.ts';

if (!corpusFolder) sayThatCorpusIsMissing('Laws and courts are not tested on collected numbers and codes');

function readCorpus<T>(file: string): T | undefined {
  if (!corpusFolder) return undefined;
  return JSON.parse(readFileSync(path.join(corpusFolder, 'references', file), 'utf8')) as T;
}

interface ListedLaw {
  readonly names: readonly string[];
  readonly bwb?: string;
  readonly celex?: string;
}

const listed = readCorpus<Record<'national' | 'eu_unverified', ListedLaw[]>>('law-identifiers.json');
const laws = [...(listed?.national ?? []), ...(listed?.eu_unverified ?? [])].map(({ names, bwb, celex }) => ({
  names,
  number: bwb ?? celex ?? '',
}));
const namesOfLaws = laws.flatMap(({ names, number }) => names.map((name) => ({ name, number })));

/** Whether a text has one reference: to what the number identifies, and written so. */
function isOnlyReference(text: string, written: string, number: string): boolean {
  const [found, ...others] = findReferences(text);
  return (
    found?.identifier?.value === number &&
    text.slice(found.start, found.end) === written &&
    others.length === 0
  );
}

/** What the list calls the parts of the Vreemdelingencirculaire 2000. */
const labelsOfParts: Readonly<Record<string, string>> = Object.fromEntries(
  ['A', 'B', 'C', 'D']
    .flatMap((letter) => [`Vc 2000 (${letter})`, `Vc ${letter}`])
    .map((name) => [
      name,
      'the circular has no articles: it is cited by its paragraphs, of which the letter names the part',
    ]),
);
/** Names that lead to no law behind an article. */
const notBesideArticles: Readonly<Record<string, string>> = {
  ...labelsOfParts,
  'paragraaf C1/4.4 Vc': 'is a whole citation, and found as one by itself',
};
const twoLetters = 'two letters are too little to mean a law without an article';
/** Names that lead to no law where they stand alone. */
const notAlone: Readonly<Record<string, string>> = {
  ...labelsOfParts,
  Vw: twoLetters,
  Vb: twoLetters,
  VV: twoLetters,
  Gw: twoLetters,
};

describe.skipIf(!corpusFolder)('laws of the corpus', () => {
  it('knows each of them by its number, under a name of the list', () => {
    const others = laws.filter(({ names, number }) => {
      const name = findKnownLaw(number)?.name;
      // The parts of the circular share its name.
      return !name || !names.some((one) => one.replace(/ \([A-D]\)$/u, '') === name);
    });
    expect(laws.length).toBeGreaterThan(20);
    expect(others).toEqual([]);
  });

  it.each(['artikel 28 van de', 'artikel 28, eerste lid, van het', 'art. 28'])(
    'leads from "%s" and a name to its number',
    (article) => {
      const missed = namesOfLaws.filter(({ name, number }) => {
        const written = `${article} ${name}`;
        return !isOnlyReference(`Dat volgt uit ${written}, zo staat er.`, written, number);
      });
      expect(missed.map(({ name }) => name).toSorted()).toEqual(Object.keys(notBesideArticles).toSorted());
    },
  );

  it('leads from a name by itself to its number', () => {
    const missed = namesOfLaws.filter(
      ({ name, number }) => !isOnlyReference(`Zie ook ${name}, zo staat er.`, name, number),
    );
    expect(missed.map(({ name }) => name).toSorted()).toEqual(Object.keys(notAlone).toSorted());
  });

  it('leads from the letter of a paragraph to the part of the circular', () => {
    const parts = namesOfLaws.flatMap(({ name, number }) => {
      const letter = /^Vc ([A-D])$/u.exec(name)?.[1];
      return letter ? [{ letter, number }] : [];
    });
    expect(parts.map(({ letter }) => letter).join('')).toBe('ABCD');
    for (const { letter, number } of parts) {
      const written = `paragraaf ${letter}1/4.4 van de Vreemdelingencirculaire 2000`;
      expect(isOnlyReference(`Zie ${written}.`, written, number), written).toBe(true);
    }
  });
});

interface ListedCourt {
  readonly name: string;
  /** What kind of court it is; `opgeheven` for one that is no more. */
  readonly extra: readonly string[];
}

const courts = Object.entries(readCorpus<Record<string, ListedCourt>>('ecli-court-codes.json') ?? {});

/** Courts that lawyers cite by less than the list's name. */
const shortened: Readonly<Record<string, string>> = {
  CBB: 'CBb',
  CRVB: 'CRvB',
  HR: 'HR',
  PHR: 'Parket HR',
  // Its rulings are those of its division.
  RVS: 'ABRvS',
};

/** Kinds of courts that are cited as the document's issuer is called, for want of a name of ours. */
const withoutOwnName: Readonly<Record<string, string>> = {
  ambtenarengerecht: 'went up in the district courts in 1992',
  raadvanberoep: 'went up in the district courts in 1992',
  kantongerecht: 'went up in the district courts in 2002',
  eilanden: 'rules on the law of the islands, where the laws of the Netherlands on procedures do not hold',
  tucht: 'judges how a profession is practised, not a decision',
  notar: 'judges how a profession is practised, not a decision',
  unsorted: 'judges a profession, or went up in another court before rulings had an ECLI',
  xx: 'stands for every body without a code of its own',
};

function nameInCitation(code: string, { name, extra }: ListedCourt): string {
  if (extra.some((kind) => kind in withoutOwnName)) return name;
  return shortened[code] ?? name.replace(/^Rechtbank /u, 'Rb. ').replace(/^Gerechtshof /u, 'Hof ');
}

describe.skipIf(!corpusFolder)('courts of the corpus', () => {
  it.each(['2012:1234', '2008:BV1234'])('finds the ECLIs of all in a text and an address: %s', (ordinal) => {
    const missed = courts.filter(([code]) => {
      const ecli = `ECLI:NL:${code}:${ordinal}`;
      const address = `https://uitspraken.rechtspraak.nl/details?id=${ecli}`;
      const short = ecli.slice('ECLI:'.length);
      return !(
        isOnlyReference(`Zie ${ecli}.`, ecli, ecli) &&
        isOnlyReference(`Zie ${short}, r.o. 5.`, short, ecli) &&
        identifiersOfAddress(address)[0]?.value === ecli
      );
    });
    expect(courts.length).toBeGreaterThan(200);
    expect(missed.map(([code]) => code)).toEqual([]);
  });

  it('cites a ruling of each under the name of its court', () => {
    const cited = courts.map(([code, { name }]) => {
      const identifiers = [{ scheme: 'ecli', value: `ECLI:NL:${code}:2012:1234` }] as const;
      const ruling = {
        sourceType: 'court-ruling',
        title: 'Uitspraak',
        identifiers,
        issuerName: name,
      } as const;
      return citePassage(ruling, {}, 'nl');
    });
    expect(cited).toEqual(
      courts.map(([code, court]) => `${nameInCitation(code, court)}, ECLI:NL:${code}:2012:1234.`),
    );
  });

  it('leaves only kinds of courts without a name of ours for which there is a reason', () => {
    const kinds = courts.flatMap(([code, { extra }]) => {
      const ruling = [{ scheme: 'ecli', value: `ECLI:NL:${code}:2012:1234` }] as const;
      const cited = citePassage(
        { sourceType: 'court-ruling', title: 'Uitspraak', identifiers: ruling },
        {},
        'nl',
      );
      return cited.startsWith('ECLI:') ? extra.filter((kind) => kind !== 'opgeheven') : [];
    });
    expect([...new Set(kinds)].toSorted()).toEqual(Object.keys(withoutOwnName).toSorted());
  });
});

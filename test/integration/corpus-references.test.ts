/** References in real texts and real identifiers, as the corpus beside the project holds them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findReferences, type Reference, toPublicationId } from '@waarborg/shared/references';
import { describe, expect, it } from 'vitest';
import { corpusFolder, sayThatCorpusIsMissing } from '../helpers/corpus.ts';

if (!corpusFolder) sayThatCorpusIsMissing('References are not tested on real citations and identifiers');

function readCorpus(file: string): string {
  return corpusFolder ? readFileSync(path.join(corpusFolder, 'references', file), 'utf8') : '';
}

function linesOf(file: string): string[] {
  return readCorpus(file).trim().split('\n');
}

interface Citation {
  readonly text: string;
  readonly expected: readonly {
    readonly kind: string;
    readonly args: readonly (string | number)[];
    readonly kw?: Readonly<Record<string, string>>;
  }[];
}

/** A reference in the words of the file; what the file does not know is left out. */
function toWritten({ kind, canonical, paper, pages }: Reference): string[] {
  if (kind === 'ecli') return [['EcliCitation', ...canonical.split(':').slice(1)].join(' ').toUpperCase()];
  if (kind === 'ljn') return [`LJNCITATION ${canonical.slice(4)}`];
  if (kind !== 'kamerstuk') return [];
  const parts = [paper?.chamber ?? '?', paper?.session ?? '?', paper?.dossier, paper?.number];
  return [['KamerstukCitation', ...parts, pages ?? '', paper?.kingdomNumber ?? ''].join(' ').toUpperCase()];
}

function toExpected({ kind, args, kw }: Citation['expected'][number]): string {
  const details =
    kind === 'KamerstukCitation' ? [kw?.paginaverwijzing ?? '', kw?.rijksdossiernummer ?? ''] : [];
  return [kind, ...args, ...details].join(' ').toUpperCase();
}

/** Where we decide otherwise than the list, by the start of what it quotes. */
const citationsReadOtherwise: Readonly<Record<string, string>> = {
  'Kamerstukken II, 1999-2000, 26 271': 'names a second paper, nr. 7, which the list leaves out',
  'Hetgeen in punt 4.6': 'the page is 7; the list has the abbreviation before it in the number',
  'Kamerstukken II, vergaderjaar 2007-2008, 31 386':
    'page 10 is named behind the title; the list leaves it out',
};

/** Lines of the list of good ECLIs that are none. */
const damagedAmongGood: Readonly<Record<string, string>> = {
  'ECLI:NL:CRVB:2012:BV195': 'an LJN has four digits',
  'ECLI:NL:HR:2009:B18583': 'an LJN begins with two letters: I was read as 1',
};

/** What follows a whole ECLI does not damage it; and lines of the list of damaged ones hold whole ones too. */
function isWholeByItself(line: string, { start, end }: Reference): boolean {
  const isFollowedByColon = start === 0 && /^:(?:[\s'<]|$)/u.test(line.slice(end));
  const standsBehindTheDamaged = start > 0 && /[\s,]$/u.test(line.slice(0, start));
  return isFollowedByColon || standsBehindTheDamaged;
}

describe.skipIf(!corpusFolder)('references of the corpus', () => {
  it('reads at least 95 % of the citations as expected, and every other one for a known reason', () => {
    const citations = JSON.parse(readCorpus('citations.json')) as Citation[];
    const missed = citations.filter(({ text, expected }) => {
      const found = findReferences(text).flatMap(toWritten);
      return found.join('|') !== expected.map(toExpected).join('|');
    });
    const unexplained = missed.filter(
      ({ text }) => !Object.keys(citationsReadOtherwise).some((start) => text.trim().startsWith(start)),
    );
    expect(unexplained.map(({ text }) => text)).toEqual([]);
    expect(missed.length).toBe(Object.keys(citationsReadOtherwise).length);
    expect(missed.length / citations.length).toBeLessThanOrEqual(0.05);
  });

  it('finds the ECLIs of the good list with their exact extent', () => {
    const lines = linesOf('ecli-good.txt').map((line) => (line.split('\t')[0] ?? '').replaceAll('\\n', '\n'));
    const wrong = lines.filter((line) => {
      // The extent is that of the longest ECLI at the start of the line, without the sentence's full stop.
      const extent = /^ECLI:[A-Z]{2}:[A-Z0-9]+:\d{4}:[A-Z0-9.]*[A-Z0-9]/iu.exec(line)?.[0] ?? '';
      const [first] = findReferences(line);
      return first?.kind !== 'ecli' || first.start !== 0 || first.end !== extent.length;
    });
    const unexplained = wrong.filter(
      (line) => !Object.keys(damagedAmongGood).some((known) => line.startsWith(known)),
    );
    expect(unexplained).toEqual([]);
    expect(wrong).toHaveLength(Object.keys(damagedAmongGood).length);
  });

  it('takes no damaged ECLI for a good one', () => {
    const lines = linesOf('ecli-bad.txt').map((line) => (line.split('\t')[0] ?? '').replaceAll('\\n', '\n'));
    const taken = lines.flatMap((line) =>
      findReferences(line)
        .filter(({ kind, isShort }) => kind === 'ecli' && !isShort)
        .filter((reference) => !isWholeByItself(line, reference))
        .map(({ canonical }) => `${canonical} in ${line}`),
    );
    expect(lines.length).toBeGreaterThan(300);
    expect(taken).toEqual([]);
  });

  it.each(['publication-ids.txt', 'kst-19637-ids.txt'])(
    'recognises the ids of %s in any case and prints them unchanged',
    (file) => {
      const ids = linesOf(file);
      const wrong = ids.filter(
        (id) => toPublicationId(id) !== id || toPublicationId(id.toUpperCase()) !== id,
      );
      expect(ids.length).toBeGreaterThan(3_000);
      expect(wrong).toEqual([]);
    },
  );

  it('finds the same id in running text', () => {
    const ids = linesOf('publication-ids.txt');
    const text = ids.map((id) => `Zie ${id}, p. 3.`).join('\n');
    const found = findReferences(text).filter(({ kind }) => kind === 'publication');
    expect(found.map(({ canonical }) => canonical)).toEqual(ids);
  });
});

import { bases, directions, measures, stages, statuses } from '@waarborg/shared/annotation';
import { defaultCodebook } from '@waarborg/shared/codebook';
import { defaultSpeakers, linkKinds } from '@waarborg/shared/dossier';
import { findSection, readBillArticles } from '@waarborg/shared/references';
import { describe, expect, it } from 'vitest';
import { readExampleDossier, readExampleFile } from './example-dossier.ts';
import { readPaperText } from './paper-text.ts';

/*
 * The example is the first matrix that anybody sees, so it is checked against domain.md here
 * and not against our own matrix: what it promises to show must follow from the file alone.
 */

const dossier = readExampleDossier();
const codings = dossier.passages.flatMap((passage) =>
  passage.codings.map((coding) => ({ ...coding, passage })),
);
type PlacedCoding = (typeof codings)[number];

const conceptIds = (kind: 'safeguard' | 'impact') =>
  defaultCodebook.concepts.filter((concept) => concept.kind === kind).map(({ id }) => id);
const keysOf = (entries: readonly { key: string }[]) => entries.map(({ key }) => key);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function toText(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

function mainOf(file: string): string {
  const [, main] = /<main>(.*)<\/main>/s.exec(readExampleFile(file)) ?? [];
  if (main === undefined) throw new RangeError(`${file} has no <main>`);
  return main;
}

/** The text with every block on a line of its own, as a browser shows it. */
function linesOf(file: string): string {
  return mainOf(file)
    .replace(/<\/(?:p|li|td|th|caption|span|h\d)>/g, '\n')
    .split('\n')
    .map(toText)
    .join('\n');
}

function headingsOf(file: string): string[] {
  return [...mainOf(file).matchAll(/<h[1-6]\b[^>]*>(.*?)<\/h[1-6]>/gs)].map(([heading]) => toText(heading));
}

const pages = new Map(
  dossier.documents.map(({ key, file }) => {
    const main = mainOf(file);
    const blocks = [...main.matchAll(/<(p|h[1-6]|li|td|th|caption)\b[^>]*>(.*?)<\/\1>/gs)];
    return [key, { text: toText(main), blocks: blocks.map(([block]) => toText(block)) }] as const;
  }),
);

describe('the documents of the example', () => {
  it.each(dossier.documents)(
    '$file is a fictional paper of 500 to 1200 words, without script or inline style',
    (document) => {
      const html = readExampleFile(document.file);
      const words = pages.get(document.key)?.text.split(' ').length;
      expect(words).toBeGreaterThanOrEqual(500);
      expect(words).toBeLessThanOrEqual(1200);
      expect(html.slice(0, html.indexOf('<main>'))).toContain('Fictief voorbeelddocument van Waarborg');
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
    },
  );

  it.each(dossier.documents)(
    '$file says the same about itself as the dossier',
    ({ file, title, issuer, date }) => {
      const html = readExampleFile(file);
      const meta = (name: string) => new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(html)?.[1];
      expect(html).toMatch(/^<!doctype html>\s*<html lang="nl">/);
      expect(meta('DCTERMS.title')).toBe(title);
      expect([issuer, ...aliasesOf(issuer)]).toContain(meta('DCTERMS.creator'));
      expect(meta('DCTERMS.date')).toBe(date);
    },
  );
});

describe('the bill of the example', () => {
  const bill = dossier.documents.filter(({ isTextKept }) => isTextKept);
  const articles = bill.flatMap(({ file }) => readBillArticles(readPaperText(readExampleFile(file))));
  const provisions = articles.map(({ provision }) => provision);

  it('has every article that codings name, and two that none does', () => {
    expect(bill.map(({ key }) => key)).toEqual(['wet']);
    const parts = ['A', 'B', 'C', 'D', 'E'].map((part) => `art. I, onderdeel ${part}`);
    expect(provisions).toEqual(['art. I', ...parts, 'art. II', 'art. III']);
    const named = new Set(
      codings.map(({ provision = '' }) => provision).filter((one) => /^art\. I/u.test(one)),
    );
    expect(provisions.filter((one) => !named.has(one))).toEqual([
      'art. I',
      'art. I, onderdeel E',
      'art. III',
    ]);
    expect([...named].filter((one) => !provisions.includes(one))).toEqual([]);
  });

  it('leads from each article to its own words', () => {
    expect(new Set(articles.map(({ words }) => words)).size).toBe(articles.length);
  });
});

function aliasesOf(speaker: string): readonly string[] {
  return defaultSpeakers.find(({ name }) => name === speaker)?.aliases ?? [];
}

describe('the passages of the example', () => {
  it.each(dossier.passages)(
    '$key is found exactly once, each piece within one block',
    ({ document, ranges }) => {
      const page = pages.get(document);
      for (const { exact, prefix, suffix } of ranges) {
        expect(page?.text.split(prefix + exact + suffix), exact).toHaveLength(2);
        expect(
          page?.blocks.filter((block) => block.includes(exact)),
          exact,
        ).toHaveLength(1);
        expect([prefix.length, suffix.length], exact).toEqual([32, 32]);
      }
    },
  );

  it('name the consideration, the part or the heading in which they stand, as a reader of the page would', () => {
    for (const { key, file, sourceType } of dossier.documents) {
      const lines = linesOf(file);
      const headings = headingsOf(file).map((text) => ({ text, start: lines.indexOf(`${text}\n`) }));
      const ranges = dossier.passages.filter(({ document }) => document === key).flatMap((one) => one.ranges);
      // The bill itself says of nothing what comes of it.
      expect(ranges.length > 0, key).toBe(key !== 'wet');
      for (const { exact, section } of ranges) {
        const start = lines.indexOf(exact);
        const heading = headings.findLast((one) => one.start <= start);
        expect(section, exact).toEqual(findSection(lines, start, sourceType, heading));
        expect(section, exact).toBeDefined();
      }
    }
  });

  it('use only known documents, reviewers, concepts and speakers', () => {
    const speakers = [...defaultSpeakers, ...dossier.speakers].map(({ name }) => name);
    const safeguards = conceptIds('safeguard');
    for (const { passage, safeguard, impact, speaker, reportedBy } of codings) {
      expect(keysOf(dossier.documents)).toContain(passage.document);
      expect(keysOf(dossier.reviewers)).toContain(passage.reviewer);
      expect(safeguards).toContain(safeguard);
      if (impact) expect(conceptIds('impact')).toContain(impact);
      expect(speakers).toContain(speaker);
      if (reportedBy) expect(speakers).toContain(reportedBy);
    }
    for (const { parent } of dossier.speakers) if (parent) expect(speakers).toContain(parent);
    for (const { issuer } of dossier.documents) expect(speakers).toContain(issuer);
  });

  it('have keys of their own, and links and readings name existing ones', () => {
    const passages = keysOf(dossier.passages);
    expect(new Set(passages).size).toBe(passages.length);
    for (const { from, to } of dossier.links) expect(passages).toEqual(expect.arrayContaining([from, to]));
    for (const { document, reviewer, safeguards } of dossier.readings) {
      expect(keysOf(dossier.documents)).toContain(document);
      expect(keysOf(dossier.reviewers)).toContain(reviewer);
      if (safeguards !== 'all') expect(conceptIds('safeguard')).toEqual(expect.arrayContaining(safeguards));
    }
  });

  it('carry 35 to 45 codings, a reason where one was sent back, and only of what their reviewer has read', () => {
    expect(codings.length).toBeGreaterThanOrEqual(35);
    expect(codings.length).toBeLessThanOrEqual(45);
    for (const { passage, safeguard, status, reason } of codings) {
      expect(reason !== undefined, passage.key).toBe(status === 'rejected');
      expect(
        dossier.readings.some(
          ({ document, reviewer, safeguards }) =>
            document === passage.document &&
            reviewer === passage.reviewer &&
            (safeguards === 'all' || safeguards.includes(safeguard)),
        ),
        `${passage.key}: ${safeguard}`,
      ).toBe(true);
    }
  });

  it('use every measure, stage, direction, basis, status and kind of link', () => {
    const used = (values: readonly (string | undefined)[]) => new Set(values);
    expect(used(codings.map(({ measure }) => measure))).toEqual(new Set([...measures, undefined]));
    expect(used(codings.map(({ stage }) => stage))).toEqual(new Set([...stages, undefined]));
    expect(used(codings.map(({ direction }) => direction))).toEqual(new Set(directions));
    expect(used(codings.map(({ basis }) => basis))).toEqual(new Set(bases));
    expect(used(codings.map(({ status }) => status))).toEqual(new Set(statuses));
    expect(used(dossier.links.map(({ kind }) => kind))).toEqual(new Set(linkKinds));
  });
});

/** "Stance" of domain.md, word for word. */
function stanceOf({ measure, direction }: PlacedCoding): 'helps' | 'hurts' | 'no effect' | undefined {
  if (measure === undefined || measure === 'moved' || direction === 'unclear') return undefined;
  if (direction === 'neutral') return 'no effect';
  const isKept = measure === 'kept' || measure === 'strengthened' || measure === 'introduced';
  return isKept === (direction === 'favourable') ? 'helps' : 'hurts';
}

const counted = codings.filter(({ status }) => status !== 'rejected');

/** Another reviewer's coding of the same words, safeguard, impact and speaker. */
function readingsByOthers(coding: PlacedCoding): PlacedCoding[] {
  const exact = coding.passage.ranges[0]?.exact ?? '';
  return counted.filter(
    (other) =>
      other.passage.document === coding.passage.document &&
      other.passage.reviewer !== coding.passage.reviewer &&
      other.safeguard === coding.safeguard &&
      other.impact === coding.impact &&
      other.speaker === coding.speaker &&
      other.passage.ranges.some((range) => range.exact.includes(exact) || exact.includes(range.exact)),
  );
}

const areReviewersAtOdds = (coding: PlacedCoding) =>
  readingsByOthers(coding).some((other) => stanceOf(other) !== stanceOf(coding));

/** A claim with several places counts at the first: the one that repeats none and was read first. */
function isFirstPlace(coding: PlacedCoding): boolean {
  const repeats = dossier.links.some(({ from, kind }) => kind === 'repeats' && from === coding.passage.key);
  return (
    !repeats && readingsByOthers(coding).every(({ passage }) => coding.passage.created < passage.created)
  );
}

const cells = Map.groupBy(counted, ({ safeguard, impact }) => `${safeguard} → ${impact ?? 'none'}`);
const claims = (codingsOfCell: readonly PlacedCoding[], stance: ReturnType<typeof stanceOf>) =>
  codingsOfCell.filter(
    (coding) => isFirstPlace(coding) && stanceOf(coding) === stance && !areReviewersAtOdds(coding),
  );
const speakersOf = (some: readonly PlacedCoding[]) => [...new Set(some.map(({ speaker }) => speaker))];

/** `helps : hurts` of the cells in which different speakers say so. */
const contested = new Map(
  [...cells].flatMap(([cell, own]) => {
    const [helps, hurts] = [claims(own, 'helps'), claims(own, 'hurts')];
    const isContested = speakersOf(helps).some((a) => speakersOf(hurts).some((b) => a !== b));
    return isContested ? [[cell, `${helps.length} : ${hurts.length}`] as const] : [];
  }),
);

describe('the matrix of the example', () => {
  it('is contested evenly, by four to one, and where a norm meets an expectation', () => {
    expect(Object.fromEntries(contested)).toEqual({
      'voornemen → court-workload': '4 : 1',
      'penalty-payment → duration': '2 : 2',
      'voornemen → duration': '1 : 1',
      'rest-period → applicant': '1 : 1',
      'medical-check → vulnerable-groups': '1 : 1',
      'voornemen → cost': '1 : 2',
    });
    expect(cells.get('medical-check → vulnerable-groups')?.map(({ basis }) => basis)).toEqual([
      'expectation',
      'norm',
    ]);
  });

  it('is denied where one speaker sees an effect and another none', () => {
    const denied = [...cells].filter(([, own]) =>
      speakersOf(claims(own, 'no effect')).some((denier) =>
        speakersOf([...claims(own, 'helps'), ...claims(own, 'hurts')]).some((sayer) => sayer !== denier),
      ),
    );
    expect(denied.map(([cell]) => cell)).toEqual(['voornemen → decision-quality']);
  });

  it('is mixed where one speaker says both, and nobody contests it', () => {
    const mixed = [...cells].filter(([, own]) =>
      speakersOf(claims(own, 'helps')).some((speaker) => speakersOf(claims(own, 'hurts')).includes(speaker)),
    );
    expect(mixed.map(([cell]) => cell)).toEqual(['voornemen → executive-workload']);
    expect(contested.has('voornemen → executive-workload')).toBe(false);
  });

  it('disputes one row: kept according to one speaker, not observed according to another', () => {
    const disputed = conceptIds('safeguard').filter((row) =>
      counted.some(
        (a) =>
          a.safeguard === row &&
          a.measure === 'kept' &&
          counted.some(
            (b) =>
              b.safeguard === row &&
              b.measure === 'not-observed' &&
              b.stage === a.stage &&
              b.speaker !== a.speaker,
          ),
      ),
    );
    expect(disputed).toEqual(['medical-check']);
  });

  it('has a passage that names no impact', () => {
    expect(cells.get('voornemen → none')).toHaveLength(1);
  });

  it('folds a figure in three documents into one claim', () => {
    const repeats = dossier.links.filter(({ kind }) => kind === 'repeats');
    const places = codings.filter(({ passage }) =>
      repeats.some(({ from, to }) => [from, to].includes(passage.key)),
    );
    expect(new Set(places.map(({ passage }) => passage.document)).size).toBe(3);
    expect(places.filter(isFirstPlace)).toHaveLength(1);
    expect(new Set(places.map(({ quantity }) => quantity?.value))).toEqual(new Set([2400]));
  });

  it('has two reviewers who agree on the same words, and two who do not', () => {
    const readTwice = counted.filter((coding) => readingsByOthers(coding).length > 0);
    const keys = (some: readonly PlacedCoding[]) => some.map(({ passage }) => passage.key).sort();
    expect(keys(readTwice.filter((coding) => !areReviewersAtOdds(coding)))).toEqual([
      'brief-zienswijze-27',
      'brief-zienswijze-27-collega',
    ]);
    expect(keys(readTwice.filter(areReviewersAtOdds))).toEqual([
      'mvt-rechtsbescherming',
      'mvt-rechtsbescherming-collega',
    ]);
  });

  it('has blind spots of both kinds', () => {
    const documentsRead = (safeguard: string) =>
      new Set(
        dossier.readings
          .filter(({ safeguards }) => safeguards === 'all' || safeguards.includes(safeguard))
          .map(({ document }) => document),
      ).size;
    const empty = conceptIds('safeguard').filter((id) => !counted.some(({ safeguard }) => safeguard === id));
    expect(empty.filter((id) => documentsRead(id) === 0).sort()).toEqual([
      'family-reunification',
      'independent-allocation',
      'interpreter',
      'objection',
    ]);
    const nothingFound = empty.filter((id) => documentsRead(id) > 0);
    expect(new Set(nothingFound.map(documentsRead))).toEqual(new Set([2, 3, 5]));
    expect(nothingFound).toHaveLength(12);
  });
});

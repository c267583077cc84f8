/**
 * Folds codings into claims (domain.md, "The safeguard-impact matrix").
 *
 * Method: codings of one document with the same safeguard, impact and speaker whose passages
 * share words are one *reading of a place*; places whose passages are linked as repeats of
 * each other are one claim, for each safeguard and impact apart. Both folds are disjoint
 * sets. Cost: linear, but for the places where several passages of one document agree in
 * safeguard, impact and speaker, which are compared (see `same-words.ts`).
 */
import type { PassageLink } from '../dossier/index.ts';
import { combine, type Numbering, numberingOf } from './dictionary.ts';
import { DisjointSets } from './disjoint-sets.ts';
import type { Facts } from './facts.ts';
import { partition } from './partition.ts';
import type { PassageTable } from './passage-table.ts';
import { joinSameWords } from './same-words.ts';

/** Which facts are one claim. */
export interface Fold {
  /** The same words in one document, read for one safeguard, impact and speaker by one reviewer or more. */
  readonly place: Numbering;
  /** One claim, wherever it is repeated. All facts of a claim have the same subject. */
  readonly claim: Numbering;
  /** 1 for each fact whose place several reviewers read: there they can differ. Undefined where there is none. */
  readonly isShared: Uint8Array | undefined;
  /** What counting needs of each fact side by side (`record`), since it jumps from fact to fact. */
  readonly records: Uint32Array;
}

/** A fold without what follows from it. */
export type BareFold = Pick<Fold, 'place' | 'claim'>;

/** Where the parts of a record stand: `records[fact * record.size + record.claim]`. */
export const record = {
  claim: 0,
  place: 1,
  document: 2,
  speaker: 3,
  voice: 4,
  /** `Facts.said` */
  said: 5,
  /** `Facts.voiceBits` */
  voiceBits: 6,
  size: 8,
} as const;

/** Folds the facts that count; the others stay apart and fold nothing. Only `repeats` among the links matters. */
export function foldClaims(
  table: PassageTable,
  facts: Facts,
  links: readonly PassageLink[],
  counts: (fact: number) => boolean,
): BareFold {
  const place = foldPlaces(table, facts, counts);
  return { place, claim: foldRepeats(table, facts, place, links, counts) };
}

/** What follows from a fold of the facts. */
export function completeFold(facts: Facts, { place, claim }: BareFold): Fold {
  return {
    place,
    claim,
    isShared: markShared(place, facts.axes.reviewer.codes),
    records: writeRecords(facts, place, claim),
  };
}

function writeRecords(facts: Facts, place: Numbering, claim: Numbering): Uint32Array {
  const records = new Uint32Array(facts.size * record.size);
  const write = (part: number, values: Uint32Array | Uint8Array) => {
    for (let fact = 0; fact < facts.size; fact++) records[fact * record.size + part] = values[fact] as number;
  };
  write(record.claim, claim.codes);
  write(record.place, place.codes);
  write(record.document, facts.axes.document.codes);
  write(record.speaker, facts.axes.speaker.codes);
  write(record.voice, facts.voice.codes);
  write(record.said, facts.said);
  write(record.voiceBits, facts.voiceBits);
  return records;
}

function foldPlaces(table: PassageTable, facts: Facts, counts: (fact: number) => boolean): Numbering {
  const sets = new DisjointSets(facts.size);
  const alike = combine(facts.voice, numberingOf(facts.axes.document));
  const all = facts.coding.map((_, fact) => fact);
  const groupOf = Int32Array.from(alike.codes, (code, fact) => (counts(fact) ? code : -1));
  const groups = partition(alike.size, all, groupOf);
  for (let group = 0; group < alike.size; group++) {
    const members = groups.of(group);
    if (members.length > 1) joinPlaces(table, facts, members, sets);
  }
  return sets.toNumbering();
}

/** Joins facts that are alike where their passages share words. */
function joinPlaces(table: PassageTable, facts: Facts, members: Uint32Array, sets: DisjointSets): void {
  const firstOfPassage = new Map<number, number>();
  for (const fact of members) {
    const passage = facts.passage[fact] ?? 0;
    const first = firstOfPassage.get(passage);
    if (first === undefined) firstOfPassage.set(passage, fact);
    else sets.join(first, fact);
  }
  const passages = [...firstOfPassage];
  const together = new DisjointSets(passages.length);
  joinSameWords(
    passages.map(([passage]) => table.wordsOf(passage)),
    together,
  );
  for (const [index, [, fact]] of passages.entries()) {
    sets.join(fact, passages[together.rootOf(index)]?.[1] ?? fact);
  }
}

function foldRepeats(
  table: PassageTable,
  facts: Facts,
  place: Numbering,
  links: readonly PassageLink[],
  counts: (fact: number) => boolean,
): Numbering {
  const sets = new DisjointSets(place.size);
  const factsOfPassage = createPassageFinder(table, facts);
  for (const link of links) {
    if (link.kind !== 'repeats') continue;
    for (const from of factsOfPassage(link.from)) {
      for (const to of factsOfPassage(link.to)) {
        const isSame = facts.subject.codes[from] === facts.subject.codes[to];
        if (isSame && counts(from) && counts(to)) sets.join(place.codes[from] ?? 0, place.codes[to] ?? 0);
      }
    }
  }
  const claims = sets.toNumbering();
  return { codes: place.codes.map((one) => claims.codes[one] ?? 0), size: claims.size };
}

/** The facts of a passage by its id: none where it is not there any more. */
function createPassageFinder(table: PassageTable, { passage }: Facts): (id: string) => Iterable<number> {
  const all = passage.map((_, fact) => fact);
  const byPassage = partition(table.document.length, all, passage);
  return (id) => {
    const number = table.numberOf(id);
    return number === undefined ? [] : byPassage.of(number);
  };
}

function markShared(place: Numbering, reviewers: Uint32Array): Uint8Array | undefined {
  /** By place: its reviewer, one higher, so that 0 says that there is none yet. */
  const firstReviewer = new Uint32Array(place.size);
  const shared = new Uint8Array(place.size);
  for (let fact = 0; fact < reviewers.length; fact++) {
    const [code, reviewer] = [place.codes[fact] as number, (reviewers[fact] as number) + 1];
    if (firstReviewer[code] === 0) firstReviewer[code] = reviewer;
    else if (firstReviewer[code] !== reviewer) shared[code] = 1;
  }
  return shared.includes(1) ? new Uint8Array(place.codes.map((code) => shared[code] ?? 0)) : undefined;
}

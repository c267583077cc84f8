import type { Direction } from '../annotation/index.ts';
import { agreedFacts, type Claim } from './claims.ts';
import type { Stance } from './stance.ts';

/** One speaker who says that the safeguard helps, against another who says that it hurts. */
export interface Opposition {
  /** Names of the speakers. */
  readonly helps: string;
  readonly hurts: string;
  /** Their ids. */
  readonly helpsId: string;
  readonly hurtsId: string;
  /** One side says what the law requires, the other what it expects: no contradiction by itself. */
  readonly normMeetsExpectation: boolean;
}

/** What a set of claims amounts to. Every number counts distinct things. */
export interface Counts {
  /** Repeats and several readings of the same words folded. */
  readonly claims: number;
  readonly documents: number;
  readonly speakers: number;
  /** Claims by direction; those on which reviewers differ are left to `disagreements`. */
  readonly directions: Readonly<Record<Direction, number>>;
  /** Claims by stance; those on which reviewers differ are left to `disagreements`. */
  readonly stances: Readonly<Record<Stance, number>>;
  /** One speaker says it helps, a different one says it hurts. */
  readonly contested: boolean;
  /** One speaker says helps or hurts, a different one says no effect. */
  readonly denied: boolean;
  /** The same speaker says both. */
  readonly mixed: boolean;
  readonly opposition: readonly Opposition[];
  /** Claims that reviewers read differently, at one place at least. */
  readonly disagreements: number;
}

/** What one speaker says, and on what it rests. */
interface Voice {
  readonly stances: Set<Stance>;
  readonly bases: Map<Stance, Set<string>>;
}

function voicesOf(claims: readonly Claim[]): Map<string, Voice> {
  const voices = new Map<string, Voice>();
  for (const fact of claims.flatMap(agreedFacts)) {
    const voice = voices.get(fact.speaker) ?? { stances: new Set(), bases: new Map() };
    voices.set(fact.speaker, voice);
    voice.stances.add(fact.stance);
    voice.bases.set(fact.stance, (voice.bases.get(fact.stance) ?? new Set()).add(fact.coding.basis));
  }
  return voices;
}

function restsOnlyOn(bases: ReadonlySet<string> | undefined, basis: string): boolean {
  return bases?.size === 1 && bases.has(basis);
}

function oppositionsOf(
  voices: ReadonlyMap<string, Voice>,
  nameOf: (speaker: string) => string,
): Opposition[] {
  const sayers = (stance: Stance) => [...voices].filter(([, voice]) => voice.stances.has(stance));
  return sayers('helps').flatMap(([helpsId, helper]) =>
    sayers('hurts')
      .filter(([hurtsId]) => hurtsId !== helpsId)
      .map(([hurtsId, hurter]) => {
        const [forHelps, forHurts] = [helper.bases.get('helps'), hurter.bases.get('hurts')];
        return {
          helps: nameOf(helpsId),
          hurts: nameOf(hurtsId),
          helpsId,
          hurtsId,
          normMeetsExpectation:
            (restsOnlyOn(forHelps, 'norm') && restsOnlyOn(forHurts, 'expectation')) ||
            (restsOnlyOn(forHelps, 'expectation') && restsOnlyOn(forHurts, 'norm')),
        };
      }),
  );
}

function isDenied(voices: ReadonlyMap<string, Voice>): boolean {
  const deniers = [...voices].filter(([, voice]) => voice.stances.has('noEffect'));
  const sayers = [...voices].filter(([, { stances }]) => stances.has('helps') || stances.has('hurts'));
  return deniers.some(([denier]) => sayers.some(([sayer]) => sayer !== denier));
}

function isMixed(voices: ReadonlyMap<string, Voice>): boolean {
  return [...voices.values()].some(({ stances }) => stances.has('helps') && stances.has('hurts'));
}

/** What a claim is about. Only claims about the same can contradict each other. */
function subjectOf(claim: Claim): string {
  const fact = claim.places[0]?.facts[0];
  return JSON.stringify([fact?.safeguard, fact?.impact]);
}

function distinct(oppositions: readonly Opposition[]): Opposition[] {
  const pairs = Map.groupBy(oppositions, ({ helpsId, hurtsId }) => JSON.stringify([helpsId, hurtsId]));
  return [...pairs.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, normMeetsExpectation: same.every((one) => one.normMeetsExpectation) }] : [];
  });
}

/** Claims by direction and by stance. */
function tally(claims: readonly Claim[]): Pick<Counts, 'directions' | 'stances'> {
  const directions = { favourable: 0, unfavourable: 0, neutral: 0, unclear: 0 };
  const stances = { helps: 0, hurts: 0, noEffect: 0, none: 0 };
  for (const agreed of claims.map(agreedFacts)) {
    for (const direction of new Set(agreed.map(({ coding }) => coding.direction))) directions[direction]++;
    for (const stance of new Set(agreed.map((fact) => fact.stance))) stances[stance]++;
  }
  return { directions, stances };
}

/**
 * Counts claims. `nameOf` gives the name of a speaker id. Where the claims are about several
 * safeguards or impacts, as in a total, contradictions are those within each.
 */
export function countClaims(claims: readonly Claim[], nameOf: (speaker: string) => string): Counts {
  const facts = claims.flatMap((claim) => claim.places.flatMap((place) => place.facts));
  const voicesOfSubjects = [...Map.groupBy(claims, subjectOf).values()].map(voicesOf);
  const opposition = distinct(voicesOfSubjects.flatMap((voices) => oppositionsOf(voices, nameOf)));
  return {
    claims: claims.length,
    documents: new Set(facts.map(({ document }) => document)).size,
    speakers: new Set(facts.map(({ speaker }) => speaker)).size,
    ...tally(claims),
    contested: opposition.length > 0,
    denied: voicesOfSubjects.some(isDenied),
    mixed: voicesOfSubjects.some(isMixed),
    opposition,
    disagreements: claims.filter((claim) => claim.places.some((place) => place.reviewersDiffer)).length,
  };
}

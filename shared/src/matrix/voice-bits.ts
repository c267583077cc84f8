import { bases } from '../annotation/index.ts';
import { stances } from './stance.ts';

/*
 * What a voice says, in one number: a bit for each stance, above them one for each basis on which it says
 * helps, above them one for each basis on which it says hurts.
 */

const helpsBases = 8;
const hurtsBases = 16;
const basesMask = (1 << bases.length) - 1;

/** The bit of a stance. */
export const [helps, hurts, noEffect] = (['helps', 'hurts', 'noEffect'] as const).map(
  (stance) => 1 << stances.indexOf(stance),
) as [number, number, number];

/** What one coding says; stance and basis are places in their vocabularies. */
export function voiceBits(stance: number, basis: number): number {
  const said = 1 << stance;
  if (said === helps) return said | (1 << (helpsBases + basis));
  if (said === hurts) return said | (1 << (hurtsBases + basis));
  return said;
}

const [onlyNorm, onlyExpectation] = (['norm', 'expectation'] as const).map(
  (basis) => 1 << bases.indexOf(basis),
);

/** On what alone a voice says that it helps, or hurts: undefined where it says neither, or on other grounds too. */
function groundOf(bits: number): 'norm' | 'expectation' | undefined {
  if (bits === onlyNorm) return 'norm';
  return bits === onlyExpectation ? 'expectation' : undefined;
}

export function helpsGround(voice: number): 'norm' | 'expectation' | undefined {
  return groundOf((voice >> helpsBases) & basesMask);
}

export function hurtsGround(voice: number): 'norm' | 'expectation' | undefined {
  return groundOf((voice >> hurtsBases) & basesMask);
}

/** Whether one side states a norm and nothing else, the other an expectation and nothing else. */
export function normMeetsExpectation(helper: number, hurter: number): boolean {
  const [one, other] = [helpsGround(helper), hurtsGround(hurter)];
  return one !== undefined && other !== undefined && one !== other;
}

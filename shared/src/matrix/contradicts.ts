import type { Contradictions } from './voices.ts';

/**
 * Whether the speakers of a contested cell contradict each other. Where only a norm meets an expectation they do
 * not: what must be and what is expected can both be true.
 */
export function contradicts({
  contested,
  opposing,
}: Pick<Contradictions, 'contested' | 'opposing'>): boolean {
  return contested && !opposing.normMeetsExpectation;
}

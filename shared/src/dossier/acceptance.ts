import type { Coding } from '../annotation/index.ts';

/** Stands in papers with what no curator has accepted. */
export const notAcceptedMark = '°';

/** Whether a curator accepted all that was coded in a passage; of one that was only marked there is nothing to accept. */
export function isAccepted({ codings }: { readonly codings: readonly Pick<Coding, 'status'>[] }): boolean {
  return codings.every(({ status }) => status === 'accepted');
}

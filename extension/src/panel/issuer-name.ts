import type { Vocabulary } from '@waarborg/shared/ui';

/** Name of the body that speaks in a document; an issuer is a speaker's id, or a name that was proposed. */
export function issuerName(issuer: string, { speakers }: Pick<Vocabulary, 'speakers'>): string {
  return speakers.get(issuer)?.name ?? issuer;
}

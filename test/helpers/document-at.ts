import { v7 as uuidv7 } from 'uuid';

/** A document as a client proposes it, of which nobody knows more than its address and its title. */
export function documentAt(address: string, title: string) {
  return {
    id: uuidv7(),
    sourceType: 'other',
    title,
    addresses: [{ address, mediaType: 'text/html' }],
    identifiers: [],
  } as const;
}

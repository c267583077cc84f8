import type { SourceDocument } from './document.ts';
import { documentsByAnyId } from './document-ids.ts';

/** What says in a title which of the papers of a bill it is stands behind its last semicolon. */
const billTitle = /^(?:gewijzigd )?voorstel van wet\b/iu;
/** A bill is the second paper of its number, behind the letter with which it is sent. */
const billNumber = /^kst-\d{5}(?:-[A-Z]+)?-2$/u;

/** Whether a document says of itself that it is a bill. */
function isBill({ title, sourceType, identifiers }: SourceDocument): boolean {
  if (sourceType !== 'parliamentary-paper') return false;
  const kind = title.slice(title.lastIndexOf(';') + 1).trim();
  return (
    billTitle.test(kind) ||
    identifiers.some(({ scheme, value }) => scheme === 'official-publication' && billNumber.test(value))
  );
}

/** The bill of a dossier. */
export interface Bill {
  readonly document: SourceDocument;
  /** Whether the dossier names it; otherwise it is the only one that says of itself that it is one. */
  readonly isNamed: boolean;
}

/**
 * The bill that a dossier is about: the document that it names, by any id that this has had, or else the only one that
 * says of itself that it is a bill. Undefined where neither is there; what is named and gone is as if nothing was named.
 */
export function findBill(documents: readonly SourceDocument[], named?: string): Bill | undefined {
  const chosen = named === undefined ? undefined : documentsByAnyId(documents).get(named);
  if (chosen) return { document: chosen, isNamed: true };
  const [document, ...others] = documents.filter(isBill);
  return document && others.length === 0 ? { document, isNamed: false } : undefined;
}

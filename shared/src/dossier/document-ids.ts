import type { SourceDocument } from './document.ts';

type NamedDocument = Pick<SourceDocument, 'id' | 'aliases'>;

/** Every id under which a document may be named, its own first. */
export function idsOfDocument({ id, aliases }: NamedDocument): string[] {
  return [id, ...aliases];
}

/** Documents by every id under which they may be named. */
export function documentsByAnyId<D extends NamedDocument>(documents: readonly D[]): Map<string, D> {
  return new Map(documents.flatMap((one) => idsOfDocument(one).map((id) => [id, one] as const)));
}

import { citedPlace, citePassage, sourceLink, withIssuer, withoutFullStop } from '@waarborg/shared/citation';
import { onOneLine, wordsOfPieces } from '@waarborg/shared/text';
import type { Vocabulary } from '@waarborg/shared/ui';
import type { LocalAnnotation, OpenedDocument } from '../messaging/index.ts';

/** The passage verbatim with its citation, as it goes into a letter. */
export function citationText(
  annotation: LocalAnnotation,
  { document }: Pick<OpenedDocument, 'document'>,
  vocabulary: Vocabulary,
): string {
  const cited = withIssuer(document, vocabulary.speakers);
  // An issuer is a speaker's id, or a name that was proposed.
  const issuerName = cited.issuerName ?? document.issuer;
  const citation = citePassage({ ...cited, issuerName }, citedPlace(annotation), vocabulary.language);
  const quote = onOneLine(wordsOfPieces(annotation.ranges));
  return `‘${quote}’ (${withoutFullStop(citation)})`;
}

/** Puts a passage with its citation on the clipboard. */
export async function copyCitation(
  annotation: LocalAnnotation,
  opened: OpenedDocument,
  vocabulary: Vocabulary,
): Promise<void> {
  await navigator.clipboard.writeText(citationText(annotation, opened, vocabulary));
}

/** An address that opens the source at the passage; undefined for a file on a computer, which has none. */
export function linkTo({
  id,
  source,
  ranges,
}: Pick<LocalAnnotation, 'id' | 'source' | 'ranges'>): string | undefined {
  const [first] = ranges;
  return first && sourceLink({ id, source, exact: first.exact, page: first.page });
}

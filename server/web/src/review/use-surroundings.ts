import type { Annotation, PassageRange } from '@waarborg/shared/annotation';
import { useEffect, useState } from 'preact/hooks';
import { useAwaited } from '../api/arrival.ts';
import { ApiFailure } from '../api/failure.ts';
import { getFile } from '../api/request.ts';

/** Code units of the text that are shown on each side. */
const reach = 300;

/** What stands before and after a passage. */
interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Around a passage in the text in which it was marked. */
function cutOut(text: string, start: number, end: number): Surroundings {
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  const before = text.slice(from, start).trimStart();
  const after = text.slice(end, to).trimEnd();
  return { before: from > 0 ? `… ${before}` : before, after: to < text.length ? `${after} …` : after };
}

/** The few words that were kept with a quote, as whole words. */
function keptWith({
  start = Number.POSITIVE_INFINITY,
  prefix = '',
  suffix = '',
}: Partial<PassageRange>): Surroundings {
  const before = start > prefix.length ? prefix.replace(/^\S*\s*/u, '… ') : prefix;
  return { before: before.trimEnd(), after: suffix === '' ? '' : suffix.replace(/\s*\S*$/u, ' …') };
}

/**
 * What stands around the first piece of a passage: from the text that was kept of the document, else the few
 * words that were kept with the quote.
 */
export function useSurroundings(slug: string, { document, rendition, ranges }: Annotation): Surroundings {
  const [first] = ranges;
  const { start, end } = first ?? {};
  const [found, setFound] = useState<Surroundings>();
  const [isMissing, setMissing] = useState(rendition === undefined);
  useAwaited(!found && !isMissing);
  useEffect(() => {
    if (rendition === undefined || start === undefined || end === undefined) return;
    let isCurrent = true;
    const path = `/dossiers/${slug}/documents/${document}/renditions/${rendition}`;
    getFile(path)
      .then(({ content }) => content.text())
      .then((text) => {
        if (isCurrent) setFound(cutOut(text, start, end));
      })
      .catch((error: unknown) => {
        // Without the text there are still the words that were kept with the quote.
        if (!(error instanceof ApiFailure)) throw error;
        setMissing(true);
      });
    return () => {
      isCurrent = false;
    };
  }, [slug, document, rendition, start, end]);
  return found ?? keptWith(first ?? {});
}

import { Fragment } from 'preact';

interface Hit {
  readonly start: number;
  readonly end: number;
}

/** A text cut at its hits, in their order; hits that overlap an earlier one count once. */
export function cutAtHits(text: string, hits: readonly Hit[]): { text: string; isHit: boolean }[] {
  const parts: { text: string; isHit: boolean }[] = [];
  let at = 0;
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    parts.push({ text: text.slice(at, start), isHit: false }, { text: text.slice(start, end), isHit: true });
    at = end;
  }
  parts.push({ text: text.slice(at), isHit: false });
  return parts.filter((part) => part.text !== '');
}

/** A text in which the words that were found are marked. */
export function MarkedText({ text, hits }: { text: string; hits: readonly Hit[] }) {
  return (
    <>
      {cutAtHits(text, hits).map((part, index) =>
        part.isHit ? <mark key={index}>{part.text}</mark> : <Fragment key={index}>{part.text}</Fragment>,
      )}
    </>
  );
}

import { Fragment } from 'preact';
import type { Language } from '../messages/index.ts';
import { uiMessages } from '../messages/ui.ts';

/** A passage verbatim; several pieces are joined by "[…]". */
export function PassageQuote({
  ranges,
  language,
}: {
  ranges: readonly { readonly exact: string }[];
  language: Language;
}) {
  return (
    <blockquote class="wb-quote">
      {ranges.map((range, index) => (
        <Fragment key={index}>
          {index > 0 && <span class="wb-omission"> {uiMessages[language].omission} </span>}
          {range.exact}
        </Fragment>
      ))}
    </blockquote>
  );
}

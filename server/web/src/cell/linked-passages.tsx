import { citedPlace, sourceLink } from '@waarborg/shared/citation';
import type { PassageTie } from '@waarborg/shared/dossier';
import { cellMessages } from '@waarborg/shared/messages/cell';
import { PassageQuote } from '@waarborg/shared/ui';
import { language } from '../language/language.ts';
import { citationOf } from '../names/citation-of.ts';
import { CellLink } from './cell-link.tsx';
import { linksOf } from './links-of.ts';
import type { PassageSource } from './passage-source.ts';

interface LinkedPassagesProps {
  /** Annotation id. */
  readonly passage: string;
  readonly source: PassageSource;
}

/** The passages that a passage supports, contradicts, follows up or repeats, and those that do so with it. */
export function LinkedPassages({ passage, source }: LinkedPassagesProps) {
  const ties = linksOf(passage, source.links, source.annotations);
  return ties.map((tie) => <LinkedPassage key={tie.id} tie={tie} source={source} />);
}

function LinkedPassage({ tie, source }: { tie: PassageTie; source: PassageSource }) {
  const messages = cellMessages[language.value];
  const { names, annotations, linked } = source;
  const annotation = annotations.get(tie.other) ?? linked.get(tie.other);
  const first = annotation?.ranges[0];
  if (!annotation || !first) return null;
  const { id, source: address, ranges, document, codings } = annotation;
  // What a curator sent back counts in no cell.
  const coding = codings.find(({ status }) => status !== 'rejected');
  return (
    <div class="wb-linked" data-kind={tie.kind}>
      <p class="wb-echo">{messages[`link.${tie.direction}.${tie.kind}`]}</p>
      <PassageQuote ranges={ranges} language={language.value} />
      <p class="wb-linked-foot">
        {citationOf(document, citedPlace(annotation), names)}{' '}
        <a
          class="utrecht-link utrecht-link--html-a"
          href={sourceLink({ id, source: address, exact: first.exact, page: first.page })}
          target="_blank"
          rel="noreferrer"
        >
          {messages.openSource}
        </a>{' '}
        {coding && <CellLink coding={coding} vocabulary={names.vocabulary} />}
      </p>
    </div>
  );
}

import { wordsOfPieces } from '@waarborg/shared/text';
import { speakerInWords, type Vocabulary } from '@waarborg/shared/ui';
import type { DossierPassage } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';

interface PassageNameProps {
  readonly passage: DossierPassage;
  readonly vocabulary: Vocabulary;
  /** Id of the document under view, whose title need not be told. */
  readonly own: string;
}

/** A passage by which it can be known: its words, who speaks, and the document where it stands. */
export function PassageName({ passage, vocabulary, own }: PassageNameProps) {
  const { messages } = usePanel();
  const { ranges, codings, document } = passage;
  const speakers = codings.map(({ speaker = document.issuer, reportedBy }) => {
    return speaker === undefined
      ? messages.unknownIssuer
      : speakerInWords({ speaker, reportedBy }, vocabulary);
  });
  const facts = [...new Set(speakers), ...(document.id === own ? [] : [document.title])].filter(Boolean);
  return (
    <>
      <q class="named-quote">{wordsOfPieces(ranges)}</q>
      {facts.length > 0 && <span class="facts"> {facts.join(' · ')}</span>}
    </>
  );
}

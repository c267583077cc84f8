import { dateInWords } from '@waarborg/shared/citation';
import { domainMessages } from '@waarborg/shared/messages';
import { PassageCard, speakerName, type Vocabulary } from '@waarborg/shared/ui';
import type { Conflict, ConflictVersion } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';

interface ConflictVersionsProps {
  readonly conflict: Conflict;
  readonly vocabulary: Vocabulary;
}

/** What two people made of the same thing, one beside the other, so that a reviewer can decide. */
export function ConflictVersions({ conflict, vocabulary }: ConflictVersionsProps) {
  const { messages } = usePanel();
  return (
    <dl class="versions conflict">
      <div>
        <dt>{messages.myVersion}</dt>
        <dd>
          <Version version={conflict.mine} vocabulary={vocabulary} />
        </dd>
      </div>
      <div>
        <dt>{messages.theirVersion}</dt>
        <dd>
          <Version version={conflict.theirs} vocabulary={vocabulary} />
        </dd>
      </div>
    </dl>
  );
}

function Version({ version, vocabulary }: { version: ConflictVersion | undefined; vocabulary: Vocabulary }) {
  const { messages } = usePanel();
  if (!version) return <>{messages.versionRemoved}</>;
  if (version.kind === 'passage') {
    const { ranges, note, codings } = version.passage;
    const spoken = codings.map((coding) => ({
      ...coding,
      speaker: coding.speaker ?? messages.unknownIssuer,
    }));
    return <PassageCard ranges={ranges} note={note} codings={spoken} vocabulary={vocabulary} />;
  }
  const { title, sourceType, date, issuer } = version.document;
  const { language } = vocabulary;
  const facts = [
    domainMessages[language][`sourceType.${sourceType}`],
    issuer ? speakerName(vocabulary, issuer) : messages.unknownIssuer,
    date ? dateInWords(date, language) : messages.noDate,
  ];
  return (
    <>
      {title}
      <br />
      {facts.join(' · ')}
    </>
  );
}

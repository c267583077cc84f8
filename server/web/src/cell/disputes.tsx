import type { CellResponse } from '@waarborg/shared/api';
import { domainMessages } from '@waarborg/shared/messages';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { conceptLabel, speakerName } from '@waarborg/shared/ui';
import { language } from '../language/language.ts';
import { MarkSign } from '../matrix-view/marks.tsx';
import type { DossierNames } from '../names/use-dossier-names.ts';

interface DisputesProps {
  readonly disputes: CellResponse['disputes'];
  readonly names: DossierNames;
}

/** Who says that a safeguard is kept, and who says that it is not observed; each stage apart. */
export function Disputes({ disputes, names: { vocabulary } }: DisputesProps) {
  const messages = domainMessages[language.value];
  if (disputes.length === 0) return null;
  const namesOf = (speakers: readonly string[]) =>
    speakers.map((speaker) => speakerName(vocabulary, speaker)).join(', ');
  return (
    <section class="wb-disputes" aria-labelledby="disputes-title">
      <h3 id="disputes-title">
        <MarkSign mark="disputed" /> {matrixMessages[language.value].disputed}
      </h3>
      {disputes.map(({ safeguard, stage, kept, notObserved }) => (
        <div key={`${safeguard} ${stage}`}>
          <p>
            {conceptLabel(vocabulary, safeguard)}
            {stage && ` (${messages[`stage.${stage}`]})`}
          </p>
          <dl>
            <div>
              <dt>{messages['measure.kept']}</dt>
              <dd>{namesOf(kept)}</dd>
            </div>
            <div>
              <dt>{messages['measure.not-observed']}</dt>
              <dd>{namesOf(notObserved)}</dd>
            </div>
          </dl>
        </div>
      ))}
    </section>
  );
}

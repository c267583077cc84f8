import type { CellResponse } from '@waarborg/shared/api';
import { type Stance, stanceMarks } from '@waarborg/shared/matrix';
import { cellMessages } from '@waarborg/shared/messages/cell';
import { StanceLabel, speakerName } from '@waarborg/shared/ui';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { language } from '../language/language.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { CitedPassage } from './cited-passage.tsx';
import { keepPlace, leadTo, takePlace } from './kept-place.ts';
import {
  type DifferingReading,
  disagreementsOf,
  type SpokenClaim,
  type StanceSection,
  sectionsOf,
  type Voice,
} from './sections.ts';

/** Claims of one speaker that are shown before "show more". */
const firstClaims = 20;

type Annotations = ReadonlyMap<string, CellResponse['annotations'][number]>;

/** What the parts of a cell need to show a passage. */
export interface PassageSource {
  /** The passages that the number counts. */
  readonly annotations: Annotations;
  readonly links: CellResponse['links'];
  /** The passages elsewhere to which links lead. */
  readonly linked: Annotations;
  readonly names: DossierNames;
  /** Name of the claim at which the reader was before the page was loaded anew. */
  readonly place: string | undefined;
}

/** What tells a claim of a cell apart from all others. */
function claimName(stance: Stance, speaker: string, { passages: [{ annotation }] }: SpokenClaim): string {
  return `${stance} ${speaker} ${annotation}`;
}

function byId(annotations: CellResponse['annotations']): Annotations {
  return new Map(annotations.map((annotation) => [annotation.id, annotation]));
}

/** The claims behind a number: by stance, by speaker, verbatim; what reviewers disagree on apart. */
export function CellClaims({ cell, names }: { cell: CellResponse; names: DossierNames }) {
  const [place] = useState(takePlace);
  const end = useRef<HTMLSpanElement>(null);
  const source = useMemo(
    () => ({
      ...{ annotations: byId(cell.annotations), links: cell.links, linked: byId(cell.linked), names },
      place,
    }),
    [cell, names, place],
  );
  const sections = useMemo(() => sectionsOf(cell.claims), [cell.claims]);
  const disagreements = useMemo(() => disagreementsOf(cell.claims), [cell.claims]);
  useLayoutEffect(() => {
    const panel = end.current?.closest('aside');
    if (!panel) return undefined;
    if (place) leadTo(panel, place);
    return keepPlace(panel);
  }, [place]);
  return (
    <>
      {sections.map((section) => (
        <Section key={section.stance} section={section} source={source} />
      ))}
      {disagreements.length > 0 && <Disagreements disagreements={disagreements} source={source} />}
      <span ref={end} hidden />
    </>
  );
}

const titles = {
  helps: 'helpsSay',
  hurts: 'hurtsSay',
  noEffect: 'noEffectSay',
  none: 'withoutStance',
} as const satisfies Record<Stance, string>;

function Section({
  section: { stance, claims, voices },
  source,
}: {
  section: StanceSection;
  source: PassageSource;
}) {
  const messages = cellMessages[language.value];
  const id = `stance-${stance}`;
  return (
    <section class="wb-stance-section" data-stance={stance} aria-labelledby={id}>
      <h3 id={id}>
        <span>
          <span aria-hidden="true">{stanceMarks[stance]}</span> {messages[titles[stance]]}
        </span>
        <span class="wb-section-count">{claims}</span>
      </h3>
      {voices.map((voice) => (
        <SpeakerClaims key={voice.speaker} stance={stance} voice={voice} source={source} />
      ))}
    </section>
  );
}

interface SpeakerClaimsProps {
  readonly stance: Stance;
  readonly voice: Voice;
  readonly source: PassageSource;
}

function SpeakerClaims({ stance, voice: { speaker, claims }, source }: SpeakerClaimsProps) {
  const messages = cellMessages[language.value];
  const nameOf = (claim: SpokenClaim) => claimName(stance, speaker, claim);
  const [shown, setShown] = useState(() =>
    Math.max(firstClaims, claims.findIndex((claim) => nameOf(claim) === source.place) + firstClaims),
  );
  const hidden = claims.length - shown;
  return (
    <section class="wb-voice">
      <h4>
        {speakerName(source.names.vocabulary, speaker)} <span class="wb-section-count">{claims.length}</span>
      </h4>
      {claims.slice(0, shown).map((claim) => (
        <ClaimEntry key={claim.passages[0].annotation} name={nameOf(claim)} claim={claim} source={source} />
      ))}
      {hidden > 0 && (
        <button type="button" class="wb-text-button" onClick={() => setShown(shown + 5 * firstClaims)}>
          {messages.showMore(Math.min(hidden, 5 * firstClaims))}
        </button>
      )}
    </section>
  );
}

/** One claim: the passage that leads, and folded behind it the passages that repeat it. */
function ClaimEntry({ name, claim, source }: { name: string; claim: SpokenClaim; source: PassageSource }) {
  const messages = cellMessages[language.value];
  const [lead, ...repeats] = claim.passages;
  return (
    <div class="wb-claim" data-claim={name}>
      {claim.echoes && (
        <p class="wb-echo">{messages.echoes(speakerName(source.names.vocabulary, claim.echoes))}</p>
      )}
      <CitedPassage passage={lead} source={source} />
      {repeats.length > 0 && (
        <details class="wb-repeats">
          <summary>{messages.repeats(repeats.length)}</summary>
          {repeats.map((repeat) => (
            <CitedPassage key={repeat.annotation} passage={repeat} source={source} />
          ))}
        </details>
      )}
    </div>
  );
}

function Disagreements({
  disagreements,
  source,
}: {
  disagreements: readonly (readonly DifferingReading[])[];
  source: PassageSource;
}) {
  const messages = cellMessages[language.value];
  return (
    <section class="wb-stance-section" data-stance="differ" aria-labelledby="stance-differ">
      <h3 id="stance-differ">
        <span>
          <span aria-hidden="true">≠</span> {messages.reviewersDiffer}
        </span>
        <span class="wb-section-count">{disagreements.length}</span>
      </h3>
      <p class="wb-echo">{messages.reviewersDifferHint}</p>
      {disagreements.map((readings) => (
        <div class="wb-claim" key={readings[0]?.passage.codings[0]}>
          {readings.map(({ passage, stance }) => (
            <div class="wb-reading" key={passage.codings[0]}>
              <p class="wb-reading-who">
                {source.annotations.get(passage.annotation)?.creator.name}:{' '}
                <StanceLabel stance={stance} language={language.value} />
              </p>
              <CitedPassage passage={passage} source={source} />
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

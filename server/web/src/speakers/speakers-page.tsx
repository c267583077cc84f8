import { speakerListSchema } from '@waarborg/shared/api';
import {
  type Dossier,
  findLikelyDuplicates,
  isAllowed,
  type KeptSpeaker,
  speakerKinds,
} from '@waarborg/shared/dossier';
import { speakerMessages } from '@waarborg/shared/messages/speakers';
import { useState } from 'preact/hooks';
import { matrixAnswerSchema } from '../api/matrix-answer.ts';
import { useList, useResource } from '../api/use-resource.ts';
import { useFieldEdit } from '../edits/use-field-edit.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { Field } from '../forms/field.tsx';
import { LastChange } from '../forms/last-change.tsx';
import { ToggleButton } from '../forms/toggle-button.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { withValue } from '../lists/list-place.ts';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { matrixPath } from '../matrix-view/view.ts';
import { address, navigate } from '../routing/navigation.ts';
import { groupSpeakers, type SpeakerFilter } from './group-speakers.ts';
import { kindName } from './kind-name.ts';
import { MergeButton } from './merge-form.tsx';
import { SpeakerEntry } from './speaker-entry.tsx';
import { toFields } from './speaker-fields.ts';
import { SpeakerForm } from './speaker-form.tsx';
import { type SpeakerChanges, useSpeakerChanges } from './use-speaker-changes.ts';
import { useSpeakerEdits } from './use-speaker-edits.ts';

/** Who speaks in a dossier: names, kinds and claims, and for reviewers the ways to set them right. */
export function SpeakersPage({ slug }: { slug: string }) {
  const messages = speakerMessages[language.value];
  const dossier = useDossier(slug);
  const speakers = useList(`/dossiers/${slug}/speakers`, speakerListSchema);
  const countsPath = matrixPath(slug, { rows: 'speaker', columns: 'stage', filters: {} });
  const counts = useResource(countsPath, matrixAnswerSchema);
  useLiveDossier(slug, dossier.data?.revision);
  const reload = () => {
    speakers.reload();
    counts.reload();
  };
  const failure = speakers.failure ?? counts.failure;
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame title={messages.speakers} dossier={dossier.data} current="speakers">
      <h1>{messages.speakers}</h1>
      <p class="wb-intro">{messages.intro}</p>
      {failure && <ProblemNotice failure={failure} onRetry={reload} />}
      {!failure && !(dossier.data && speakers.data && counts.data) && <LoadingNotice />}
      {dossier.data && speakers.data && counts.data && (
        <Speakers
          dossier={dossier.data}
          speakers={speakers.data.speakers}
          claims={new Map(Object.entries(counts.data.totals.rows).map(([id, total]) => [id, total.claims]))}
          onChange={reload}
        />
      )}
    </PageFrame>
  );
}

interface SpeakersProps {
  readonly dossier: Dossier;
  readonly speakers: readonly KeptSpeaker[];
  /** By id of the speaker that speaks for them. */
  readonly claims: ReadonlyMap<string, number>;
  readonly onChange: () => void;
}

function Speakers({ dossier: { slug, role }, speakers, claims, onChange }: SpeakersProps) {
  const messages = speakerMessages[language.value];
  const filter = readFilter(address.value.search);
  const changes = useSpeakerChanges(slug, onChange);
  const edits = useSpeakerEdits(speakers);
  const groups = groupSpeakers(speakers, filter);
  const all = speakers.filter(({ mergedInto }) => mergedInto === undefined).length;
  const writer = isAllowed(role, 'reviewer') ? changes : undefined;
  return (
    <>
      {writer && <LastChange slug={slug} changes={writer} />}
      {writer && <LikelyDuplicates speakers={speakers} claims={claims} changes={writer} />}
      {writer && <AddSpeaker speakers={speakers} changes={writer} />}
      <Filters filter={filter} />
      <p class="wb-result-count" role="status">
        {messages.shown(groups.length, all)}
      </p>
      {groups.length === 0 && <p class="wb-empty">{all === 0 ? messages.none : messages.noneFound}</p>}
      <ul class="wb-speakers">
        {groups.map((group) => (
          <SpeakerEntry
            key={group.speaker.id}
            slug={slug}
            group={group}
            speakers={speakers}
            claims={claims.get(group.speaker.id) ?? 0}
            changes={writer}
            edits={edits}
          />
        ))}
      </ul>
    </>
  );
}

type ChangingProps = Pick<SpeakersProps, 'speakers'> & { readonly changes: SpeakerChanges };

function LikelyDuplicates({ speakers, claims, changes }: ChangingProps & Pick<SpeakersProps, 'claims'>) {
  const messages = speakerMessages[language.value];
  const claimsOf = (id: string) => claims.get(id) ?? 0;
  const pairs = findLikelyDuplicates(speakers, claimsOf);
  if (pairs.length === 0) return null;
  return (
    <section class="wb-speakers-likely">
      <h2>{messages.likely}</h2>
      <ul class="wb-rows">
        {pairs.map(({ speaker, into }) => (
          <li key={speaker.id + into.id}>
            <span>{messages.likelyPair(speaker.name, into.name)}</span>
            <MergeButton speaker={speaker} into={into} claims={claimsOf(speaker.id)} changes={changes} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddSpeaker(props: ChangingProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ToggleButton text={speakerMessages[language.value].add} isOpen={isOpen} onOpen={setOpen} />
      {isOpen && <NewSpeaker {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewSpeaker(props: ChangingProps & { readonly onClose: () => void }) {
  const { edit, type } = useFieldEdit(toFields(undefined));
  return <SpeakerForm {...props} edit={edit} onType={type} />;
}

/** The filter that an address holds; what it does not understand it leaves out. */
function readFilter(search: string): SpeakerFilter {
  const parameters = new URLSearchParams(search);
  const kind = speakerKinds.find((known) => known === parameters.get('kind')) ?? '';
  return { words: parameters.get('words') ?? '', kind };
}

/** Every letter is a step on the way to one filter, and no place to go back to. */
function setFilter(name: keyof SpeakerFilter, value: string): void {
  const { pathname, search } = address.value;
  navigate(pathname + withValue(search, name, value), { replace: true });
}

function Filters({ filter }: { readonly filter: SpeakerFilter }) {
  const messages = speakerMessages[language.value];
  return (
    <div class="wb-list-filters">
      <Field
        label={messages.filterWords}
        name="words"
        value={filter.words}
        onValue={(words) => setFilter('words', words)}
        autoComplete="off"
      />
      <ChoiceField
        label={messages.kind}
        value={filter.kind}
        onValue={(kind) => setFilter('kind', kind)}
        options={[
          { value: '', label: messages.allKinds },
          ...speakerKinds.map((value) => ({ value, label: kindName(value) })),
        ]}
      />
    </div>
  );
}

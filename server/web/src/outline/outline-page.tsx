import { outlineListSchema } from '@waarborg/shared/api';
import { isAllowed, type Outline } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { useState } from 'preact/hooks';
import { renew } from '../api/renewal.ts';
import { type Changes, useChanges } from '../api/use-changes.ts';
import { useList } from '../api/use-resource.ts';
import { LastChange } from '../forms/last-change.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { useDossierNames } from '../names/use-dossier-names.ts';
import { address } from '../routing/navigation.ts';
import { outlineHref } from '../routing/route.ts';
import { CreateOutline } from './create-outline.tsx';
import { DeletedOutline } from './deleted-outline.tsx';
import { OutlineHead } from './outline-head.tsx';
import { OutlineSources } from './outline-sources.tsx';
import { PartList } from './part-list.tsx';
import { PrintedMatrix } from './printed-matrix.tsx';
import { useOutline } from './use-outline.ts';

/** The outlines of a dossier, and the one that is open: the first where the address names none. */
export function OutlinePage({ slug }: { slug: string }) {
  const messages = outlineMessages[language.value];
  const dossier = useDossier(slug);
  const list = useList(`/dossiers/${slug}/outlines`, outlineListSchema);
  const changes = useChanges(slug, {
    changedMeanwhile: messages.changedMeanwhile,
    onChange: () => renew(`/dossiers/${slug}/outlines`),
  });
  useLiveDossier(slug, dossier.data?.revision);
  const outlines = list.data?.outlines;
  const asked = new URLSearchParams(address.value.search).get('opzet') ?? undefined;
  // What colleagues add before it or delete takes it from nobody who writes in it.
  const [written, setWritten] = useState<string>();
  const open = asked ?? written ?? outlines?.[0]?.id;
  if (dossier.failure && !dossier.data) {
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  }
  const mayWrite = dossier.data !== undefined && isAllowed(dossier.data.role, 'reviewer');
  return (
    <PageFrame title={messages.outlines} dossier={dossier.data} current="outlines">
      <h1>{messages.outlines}</h1>
      {(mayWrite || !dossier.data) && <p class="wb-intro">{messages.intro}</p>}
      {list.failure && <ProblemNotice failure={list.failure} onRetry={list.reload} />}
      <LastChange slug={slug} changes={changes} />
      {outlines && <OutlineChoice slug={slug} outlines={outlines} open={open} mayWrite={mayWrite} />}
      {mayWrite && <CreateOutline slug={slug} onCreated={list.reload} />}
      {!outlines && !list.failure && <LoadingNotice>{messages.loading}</LoadingNotice>}
      {outlines && open && (
        <OpenOutline
          key={open}
          slug={slug}
          id={open}
          mayWrite={mayWrite}
          changes={changes}
          onChanged={list.reload}
          isWriting={written === open}
          onWriting={(isWriting) => setWritten(isWriting ? open : undefined)}
        />
      )}
    </PageFrame>
  );
}

function OutlineChoice({
  slug,
  outlines,
  open,
  mayWrite,
}: {
  slug: string;
  outlines: readonly Outline[];
  open: string | undefined;
  mayWrite: boolean;
}) {
  const messages = outlineMessages[language.value];
  if (outlines.length === 0)
    return (
      <p class="wb-empty">
        {messages.noOutlines} {!mayWrite && messages.forReviewers}
      </p>
    );
  return (
    <nav class="wb-outlines" aria-label={messages.choose}>
      <ul>
        {outlines.map(({ id, title }) => (
          <li key={id}>
            <a
              class="utrecht-link utrecht-link--html-a"
              href={outlineHref(slug, id)}
              aria-current={id === open ? 'page' : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface OpenOutlineProps {
  readonly slug: string;
  readonly id: string;
  readonly mayWrite: boolean;
  readonly changes: Changes;
  readonly onChanged: () => void;
  /** Whether somebody writes in a part, where what became of the outline is said beside what they write. */
  readonly isWriting: boolean;
  readonly onWriting: (isWriting: boolean) => void;
}

function OpenOutline(props: OpenOutlineProps) {
  const { slug, id, mayWrite, changes, onChanged, isWriting, onWriting } = props;
  const messages = outlineMessages[language.value];
  const work = useOutline(slug, id);
  const names = useDossierNames(slug);
  const [onlyAccepted, setOnlyAccepted] = useState(false);
  const failure = work.failure ?? names.failure;
  const reload = () => {
    work.reload();
    names.reload();
  };
  if (failure && !(work.data && names.data)) return <ProblemNotice failure={failure} onRetry={reload} />;
  if (!work.data || !names.data) return <LoadingNotice>{messages.loading}</LoadingNotice>;
  const changed = () => {
    work.reload();
    onChanged();
  };
  return (
    <article class="wb-outline">
      <OutlineHead
        slug={slug}
        outline={work.data}
        mayWrite={mayWrite}
        changes={changes}
        onlyAccepted={onlyAccepted}
        onOnlyAccepted={setOnlyAccepted}
        onChanged={changed}
      />
      <ProblemLine text={work.problem} />
      {!isWriting && <DeletedOutline historyHref={work.deletionHref} />}
      <PartList
        outline={work.data}
        work={work}
        names={names.data}
        mayWrite={mayWrite}
        changes={changes}
        onWriting={onWriting}
      />
      <OutlineSources parts={work.data.parts} names={names.data} />
      <PrintedMatrix slug={slug} onlyAccepted={onlyAccepted} />
    </article>
  );
}

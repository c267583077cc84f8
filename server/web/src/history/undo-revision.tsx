import { type Obstacle, type RevisionDetail, undoneRevisionSchema } from '@waarborg/shared/api';
import { type Dossier, isAllowed } from '@waarborg/shared/dossier';
import { historyMessages } from '@waarborg/shared/messages/history';
import { type HistoryNames, obstacleWords } from '@waarborg/shared/ui/history';
import { useState } from 'preact/hooks';
import { ApiFailure } from '../api/failure.ts';
import { postJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { language } from '../language/language.ts';
import { roleName } from '../people/role-options.ts';
import { revisionHref } from '../routing/route.ts';

interface UndoProps {
  readonly dossier: Dossier;
  readonly revision: RevisionDetail;
  readonly names: HistoryNames;
  readonly onChange: () => void;
}

/** The way back from a change: for whom, what it does, and what stands in its way. */
export function UndoRevision(props: UndoProps) {
  const { dossier, revision, onChange } = props;
  const { revision: number, count, undo } = revision;
  const messages = historyMessages[language.value];
  const action = useAction();
  const [done, setDone] = useState<string>();
  /** What only the attempt brought to light, such as something else that needs the thing. */
  const [met, setMet] = useState<readonly Obstacle[]>([]);
  const obstacles = undo.obstacles.length > 0 ? undo.obstacles : met;
  const takeBack = () =>
    action.run(async () => {
      setDone(undefined);
      setMet([]);
      const path = `/dossiers/${dossier.slug}/revisions/${number}/undo`;
      try {
        const undone = await postJson(path, undefined, undoneRevisionSchema);
        setDone(messages.undone(number, undone.revision));
        onChange();
      } catch (error) {
        if (error instanceof ApiFailure) setMet(error.problem?.obstacles ?? []);
        throw error;
      }
    });
  if (!isAllowed(dossier.role, undo.role))
    return <p class="wb-muted">{messages.roleNeeded(roleName(undo.role))}</p>;
  const isOffered = undo.obstacles.length === 0 && count > 0;
  const isPublishing = revision.items.some(({ kind, before }) => kind === 'publication' && before === null);
  return (
    <div class="wb-undo">
      <ProblemLine text={action.problem} />
      <DoneLine text={done} />
      {done === undefined && obstacles.length > 0 && <Obstacles {...props} obstacles={obstacles} />}
      {done === undefined && isOffered && (
        <>
          <p>{isPublishing ? messages.undoPublishing : messages.undoExplained(count)}</p>
          <ConfirmButton
            text={messages.undo}
            label={messages.undoOf(number)}
            question={messages.sure(number)}
            isBusy={action.isBusy}
            onConfirm={() => void takeBack()}
          />
        </>
      )}
    </div>
  );
}

function Obstacles({
  dossier,
  revision,
  names,
  obstacles,
}: UndoProps & { readonly obstacles: readonly Obstacle[] }) {
  const messages = historyMessages[language.value];
  return (
    <section class="wb-obstacles">
      <p>{messages.blocked}</p>
      <ul>
        {obstacles.map((obstacle, index) => (
          <li key={index}>
            {obstacleWords(obstacle, revision, names)}{' '}
            {obstacle.by !== undefined && (
              <a class="utrecht-link utrecht-link--html-a" href={revisionHref(dossier.slug, obstacle.by)}>
                {messages.seeChange(obstacle.by)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

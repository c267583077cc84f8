import { type KeptSession, keptSessionListSchema } from '@waarborg/shared/api';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { momentInWords } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { deleteAt } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { useList } from '../api/use-resource.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { PeopleTable } from '../people/people-table.tsx';

/** The browsers in which the reader is signed in: since when, last seen; sign one out, or all others. */
export function Sessions() {
  const messages = peopleMessages[language.value];
  const { data, failure, reload } = useList('/sessions', keptSessionListSchema);
  const [done, setDone] = useState<string>();
  const action = useAction();
  const end = (path: string, said: string) =>
    void action.run(async () => {
      setDone(undefined);
      // What was ended elsewhere meanwhile goes from the list, too.
      await deleteAt(path).finally(reload);
      setDone(said);
    });
  return (
    <section class="wb-form wb-form-wide" aria-labelledby="sessions">
      <h2 id="sessions">{messages.sessionsTitle}</h2>
      <p>{messages.sessionsIntro}</p>
      <ProblemLine text={action.problem} />
      {failure && !data && <ProblemNotice failure={failure} onRetry={reload} />}
      {!failure && !data && <LoadingNotice />}
      {data && (
        <SessionTable
          sessions={data.sessions}
          isBusy={action.isBusy}
          onEnd={(id) => end(`/sessions/${id}`, messages.sessionEnded)}
        />
      )}
      <DoneLine text={done} />
      {data?.sessions.some(({ isCurrent }) => !isCurrent) && (
        <ConfirmButton
          text={messages.endOthers}
          question={messages.sureToEndOthers}
          isBusy={action.isBusy}
          onConfirm={() => end('/sessions', messages.othersEnded)}
        />
      )}
    </section>
  );
}

/** A session as people know it: by the browser and the system. */
function nameOf({ browser, system }: KeptSession): string {
  const messages = peopleMessages[language.value];
  const name = browser ?? messages.unknownBrowser;
  return system === undefined ? name : messages.browserOn(name, system);
}

function SessionTable({
  sessions,
  isBusy,
  onEnd,
}: {
  sessions: readonly KeptSession[];
  isBusy: boolean;
  onEnd: (id: string) => void;
}) {
  const messages = peopleMessages[language.value];
  const heads = ['columnBrowser', 'columnSince', 'columnSeen', 'columnActions'] as const;
  const moment = (instant: string) => momentInWords(instant, language.value);
  return (
    <PeopleTable labelledBy="sessions" heads={heads.map((head) => messages[head])}>
      {sessions.map((session) => (
        <tr key={session.id}>
          <th scope="row">{nameOf(session)}</th>
          <td>{moment(session.created)}</td>
          <td>{session.isCurrent ? messages.seenNow : moment(session.used)}</td>
          <td>
            {session.isCurrent ? (
              <span class="wb-muted">{messages.thisBrowser}</span>
            ) : (
              <ConfirmButton
                text={messages.endSession}
                label={messages.endSessionOf(nameOf(session), moment(session.created))}
                isBusy={isBusy}
                onConfirm={() => onEnd(session.id)}
              />
            )}
          </td>
        </tr>
      ))}
    </PeopleTable>
  );
}

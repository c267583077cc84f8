import { dossierListSchema, type KeptToken, keptTokenListSchema } from '@waarborg/shared/api';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { dayInWords } from '@waarborg/shared/ui';
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
import { roleName } from '../people/role-options.ts';
import { MakeToken } from './make-token.tsx';

/** The reader's tokens: what each may, until when, when it was last used; make and revoke. */
export function Tokens() {
  const messages = peopleMessages[language.value];
  const { data, failure, reload } = useList('/tokens', keptTokenListSchema);
  const dossiers = useList('/dossiers', dossierListSchema).data?.dossiers;
  const [done, setDone] = useState<string>();
  const action = useAction();
  const revoke = (id: string) =>
    action.run(async () => {
      await deleteAt(`/tokens/${id}`);
      setDone(messages.tokenRevoked);
      reload();
    });
  return (
    <section class="wb-form wb-form-wide" aria-labelledby="tokens">
      <h2 id="tokens">{messages.tokensTitle}</h2>
      <p>{messages.tokensIntro}</p>
      <ProblemLine text={action.problem} />
      {failure && <ProblemNotice failure={failure} onRetry={reload} />}
      {!data && !failure && <LoadingNotice />}
      {data?.tokens.length === 0 && <p class="wb-muted">{messages.noTokens}</p>}
      {data && data.tokens.length > 0 && (
        <TokenTable tokens={data.tokens} isBusy={action.isBusy} onRevoke={(id) => void revoke(id)} />
      )}
      <DoneLine text={done} />
      {dossiers && dossiers.length > 0 && <MakeToken dossiers={dossiers} onMade={reload} />}
    </section>
  );
}

function TokenTable({
  tokens,
  isBusy,
  onRevoke,
}: {
  tokens: readonly KeptToken[];
  isBusy: boolean;
  onRevoke: (id: string) => void;
}) {
  const messages = peopleMessages[language.value];
  const heads = [
    'columnName',
    'columnDossier',
    'columnScope',
    'columnEnds',
    'columnUsed',
    'columnActions',
  ] as const;
  const day = (instant: string) => dayInWords(instant, language.value);
  return (
    <PeopleTable labelledBy="tokens" heads={heads.map((head) => messages[head])}>
      {tokens.map(({ id, name, dossier, scope, expires, used }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td>{dossier.title}</td>
          <td>{roleName(scope)}</td>
          <td>{expires ? day(expires) : messages.never}</td>
          <td>{used ? day(used) : messages.neverUsed}</td>
          <td>
            <ConfirmButton
              text={messages.revoke}
              label={messages.revokeToken(name)}
              question={messages.sureToRevoke(name)}
              isBusy={isBusy}
              onConfirm={() => onRevoke(id)}
            />
          </td>
        </tr>
      ))}
    </PeopleTable>
  );
}

import { accountResponseSchema, signInWaysSchema } from '@waarborg/shared/api';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { useResource } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { ChangePassword } from './change-password.tsx';
import { EraseAccount } from './erase-account.tsx';
import { OwnName } from './own-name.tsx';
import { Passkeys } from './passkeys.tsx';
import { Sessions } from './sessions.tsx';
import { Tokens } from './tokens.tsx';

/** The reader's own account: ways in, where it is open, tokens, and being forgotten. */
export function AccountPage() {
  const messages = peopleMessages[language.value];
  const me = useResource('/me', accountResponseSchema);
  const ways = useResource('/sign-in-ways', signInWaysSchema);
  const failure = me.failure ?? ways.failure;
  const retry = () => {
    me.reload();
    ways.reload();
  };
  return (
    <PageFrame title={messages.account} isPersonal>
      {failure && <ProblemNotice failure={failure} onRetry={retry} />}
      {!failure && !(me.data && ways.data) && <LoadingNotice />}
      {!failure && me.data && ways.data && (
        <div class="wb-sections">
          <h1>{me.data.isUnnamed ? messages.account : messages.accountOf(me.data.user.name)}</h1>
          <OwnName account={me.data} onRenamed={me.reload} />
          {ways.data.password && <ChangePassword />}
          {ways.data.passkey && <Passkeys />}
          {!ways.data.local && <Sessions />}
          <Tokens />
          {!ways.data.local && <EraseAccount name={me.data.user.name} />}
        </div>
      )}
    </PageFrame>
  );
}

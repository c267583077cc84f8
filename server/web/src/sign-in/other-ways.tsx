import type { SignInWays } from '@waarborg/shared/api';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { z } from 'zod';
import { signInWithPasskey } from '../account/passkey-requests.ts';
import { askAuth } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { address } from '../routing/navigation.ts';

const redirectSchema = z.object({ url: z.url({ protocol: /^https?$/ }) });

/** What the organisation's provider, or the way back from it, said was wrong; undefined when nothing was. */
export function explainProviderError(error: string | null): string | undefined {
  const messages = peopleMessages[language.value];
  if (error === null) return undefined;
  return error === 'account_not_linked' ? messages.providerNotLinked : messages.providerFailed;
}

/** The ways to sign in besides a password. `next` is where the reader wanted to be. */
export function OtherWays({
  ways,
  next,
  onSignedIn,
}: {
  ways: SignInWays;
  next: string;
  onSignedIn: () => void;
}) {
  const messages = peopleMessages[language.value];
  const action = useAction();
  const goToProvider = () =>
    action.run(async () => {
      const { pathname, search } = address.value;
      const back = new URLSearchParams(search);
      back.delete('error');
      const errorCallbackURL = `${pathname}${back.size > 0 ? `?${back}` : ''}`;
      const { body } = await askAuth('/sign-in/social', {
        ...{ provider: 'oidc', callbackURL: next, errorCallbackURL },
      });
      const redirect = redirectSchema.safeParse(body);
      if (!redirect.success) return action.refuse(messages.providerFailed);
      window.location.assign(redirect.data.url);
    });
  const usePasskey = () =>
    action.run(async () => {
      if ((await signInWithPasskey()) !== 'done') return action.refuse(messages.passkeyFailed);
      onSignedIn();
    });
  return (
    <section class="wb-ways" aria-label={messages.otherWays}>
      <ProblemLine text={action.problem} />
      {ways.provider && (
        <Button aria-disabled={action.isBusy} onClick={() => void goToProvider()}>
          {messages.signInWith(ways.provider)}
        </Button>
      )}
      {ways.passkey && (
        <Button aria-disabled={action.isBusy} onClick={() => void usePasskey()}>
          {messages.signInWithPasskey}
        </Button>
      )}
    </section>
  );
}

import {
  acceptedInvitationSchema,
  accountResponseSchema,
  type InvitationOffer,
  invitationOfferSchema,
  signInWaysSchema,
} from '@waarborg/shared/api';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { webMessages } from '@waarborg/shared/messages/web';
import { dayInWords } from '@waarborg/shared/ui';
import { useEffect, useState } from 'preact/hooks';
import { useAwaited } from '../api/arrival.ts';
import { postJson } from '../api/request.ts';
import { signOut } from '../api/sign-out.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { language } from '../language/language.ts';
import { roleName } from '../people/role-options.ts';
import { useNextLink } from '../routing/link-secret.ts';
import { matrixHref } from '../routing/route.ts';
import { forgetInvitationSecret, invitationPrefix, takeInvitationSecret } from './invitation-secret.ts';
import { RegisterForm } from './register-form.tsx';

const signInHref = `/aanmelden?${new URLSearchParams({ next: '/uitnodiging' })}`;

/** To the dossier, loaded anew as a member. */
function open(slug: string): void {
  forgetInvitationSecret();
  window.location.assign(matrixHref(slug));
}

/** What an invitation offers, and a way to accept it: with the account that one has, or a new one. */
export function InvitationPage() {
  const messages = peopleMessages[language.value];
  const [token] = useState(takeInvitationSecret);
  useNextLink(invitationPrefix);
  const [offer, setOffer] = useState<InvitationOffer>();
  const { run, problem } = useAction();
  useEffect(() => {
    if (token) {
      void run(async () => setOffer(await postJson('/invitations/lookup', { token }, invitationOfferSchema)));
    }
  }, [token]);
  const isAwaited = token !== undefined && !offer && !problem;
  useAwaited(isAwaited);
  return (
    <PageFrame title={messages.invitationTitle}>
      <div class="wb-sections">
        <h1>{messages.invitationTitle}</h1>
        <ProblemLine text={token ? problem : messages.noInvitationText} />
        {isAwaited && <LoadingNotice />}
        {token && offer && <Offer token={token} offer={offer} />}
      </div>
    </PageFrame>
  );
}

function Offer({ token, offer }: { token: string; offer: InvitationOffer }) {
  const messages = peopleMessages[language.value];
  const me = useResource('/me', accountResponseSchema);
  const ways = useResource('/sign-in-ways', signInWaysSchema).data;
  const action = useAction();
  const accept = () =>
    action.run(async () => {
      open((await postJson('/invitations/accept', { token }, acceptedInvitationSchema)).slug);
    });
  return (
    <>
      <section class="wb-form" aria-label={messages.invitationTitle}>
        <p>{messages.invitationText(offer.by.name, roleName(offer.role), offer.dossier.title)}</p>
        {offer.email && <p>{messages.invitationFor(offer.email)}</p>}
        <p class="wb-muted">{messages.invitationUntil(dayInWords(offer.expires, language.value))}</p>
        <ProblemLine text={action.problem} />
        {me.data && (
          <>
            <p>{messages.acceptAs(me.data.user.name)}</p>
            <p class="wb-actions">
              <Button tone="primary" aria-disabled={action.isBusy} onClick={() => void accept()}>
                {messages.accept}
              </Button>
              {ways?.local === false && (
                <Button onClick={() => void signOut(window.location.pathname)}>
                  {messages.otherAccount}
                </Button>
              )}
            </p>
          </>
        )}
        {me.failure && (
          <a class="utrecht-button-link utrecht-button utrecht-button--primary-action" href={signInHref}>
            {ways?.provider ? webMessages[language.value].signIn : messages.haveAccount}
          </a>
        )}
      </section>
      {me.failure && ways?.password && <RegisterForm token={token} email={offer.email} onDone={open} />}
    </>
  );
}

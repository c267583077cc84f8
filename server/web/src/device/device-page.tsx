import { accountResponseSchema } from '@waarborg/shared/api';
import { webMessages } from '@waarborg/shared/messages/web';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useAwaited } from '../api/arrival.ts';
import { ApiFailure } from '../api/failure.ts';
import { useResource } from '../api/use-resource.ts';
import { Field } from '../forms/field.tsx';
import { Button } from '../frame/button.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { address, navigate } from '../routing/navigation.ts';
import { codeInGroups, type DeviceState, decideDeviceRequest, findDeviceRequest } from './device-request.ts';

/** Approves the extension: shows its code, says what it will be able to do, asks. */
export function DevicePage() {
  const messages = webMessages[language.value];
  const me = useResource('/me', accountResponseSchema);
  const userCode = new URLSearchParams(address.value.search).get('user_code')?.trim() ?? '';
  return (
    <PageFrame title={messages.deviceTitle} isPersonal>
      <h1>{messages.deviceTitle}</h1>
      {me.failure && <ProblemNotice failure={me.failure} onRetry={me.reload} />}
      {!me.data && !me.failure && <LoadingNotice />}
      {me.data && userCode === '' && <CodeForm />}
      {me.data && userCode !== '' && (
        <DeviceRequest key={userCode} userCode={userCode} name={me.data.user.name} />
      )}
    </PageFrame>
  );
}

/** Longest code that is typed, with spaces and hyphens between its letters. */
const maxCodeLength = 20;

/** Asks for the code when the address does not have it. */
function CodeForm({ error }: { error?: string }) {
  const messages = webMessages[language.value];
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      class="wb-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const plain = code.trim();
        setMissing(plain === '');
        if (plain !== '') navigate(`/device?${new URLSearchParams({ user_code: plain })}`);
      }}
    >
      <Field
        label={messages.deviceCode}
        name="user_code"
        value={code}
        onValue={setCode}
        hint={messages.deviceCodeHint}
        error={isMissing ? messages.deviceCodeMissing : error}
        maxLength={maxCodeLength}
        autoComplete="off"
      />
      <Button type="submit" tone="primary">
        {messages.deviceContinue}
      </Button>
    </form>
  );
}

function DeviceRequest({ userCode, name }: { userCode: string; name: string }) {
  const [state, setState] = useState<DeviceState>();
  const [failure, setFailure] = useState<ApiFailure>();
  const ask = useCallback(async (question: () => Promise<DeviceState>) => {
    setFailure(undefined);
    try {
      setState(await question());
    } catch (error) {
      setFailure(error instanceof ApiFailure ? error : new ApiFailure('unreadable', { cause: error }));
    }
  }, []);
  const find = useCallback(() => void ask(() => findDeviceRequest(userCode)), [ask, userCode]);
  useEffect(find, [find]);
  useAwaited(!state && !failure);

  if (failure) return <ProblemNotice failure={failure} onRetry={find} />;
  if (!state) return <LoadingNotice />;
  if (state !== 'pending') return <DeviceOutcome state={state} />;
  return (
    <DeviceQuestion
      userCode={userCode}
      name={name}
      onDecide={(decision) => void ask(() => decideDeviceRequest(userCode, decision))}
    />
  );
}

function DeviceOutcome({ state }: { state: Exclude<DeviceState, 'pending'> }) {
  const messages = webMessages[language.value];
  if (state === 'approved' || state === 'denied') {
    const isAllowed = state === 'approved';
    return (
      <section class="wb-notice" role="status">
        <h2>{isAllowed ? messages.deviceAllowedTitle : messages.deviceDeniedTitle}</h2>
        <p>{isAllowed ? messages.deviceAllowedText : messages.deviceDeniedText}</p>
      </section>
    );
  }
  const errors = {
    unknown: messages.deviceUnknown,
    expired: messages.deviceExpired,
    'not-yours': messages.deviceNotYours,
  };
  return <CodeForm error={errors[state]} />;
}

function DeviceQuestion({
  userCode,
  name,
  onDecide,
}: {
  userCode: string;
  name: string;
  onDecide: (decision: 'approve' | 'deny') => void;
}) {
  const messages = webMessages[language.value];
  return (
    <section class="wb-device">
      <p>{messages.deviceIntro}</p>
      <p class="wb-code">{codeInGroups(userCode)}</p>
      <p>{messages.deviceCheck}</p>
      <h2>{messages.deviceMay}</h2>
      <ul>
        <li>{messages.deviceMayRead}</li>
        <li>{messages.deviceMayWrite}</li>
        <li>{messages.deviceMayMark}</li>
      </ul>
      <p>{messages.deviceMayNot}</p>
      <p>{messages.deviceAs(name)}</p>
      <p class="wb-actions">
        <Button tone="primary" onClick={() => onDecide('approve')}>
          {messages.allow}
        </Button>
        <Button onClick={() => onDecide('deny')}>{messages.deny}</Button>
      </p>
    </section>
  );
}

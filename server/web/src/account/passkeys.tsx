import { peopleMessages } from '@waarborg/shared/messages/people';
import { dayInWords } from '@waarborg/shared/ui';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useAwaited } from '../api/arrival.ts';
import { useAction } from '../api/use-action.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { Field } from '../forms/field.tsx';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { addPasskey, listPasskeys, type Passkey, removePasskey, renamePasskey } from './passkey-requests.ts';

/** Longest name of a passkey, in UTF-16 code units. */
const maxNameLength = 100;

/** The reader's passkeys: add, name, remove. */
export function Passkeys() {
  const messages = peopleMessages[language.value];
  const [passkeys, setPasskeys] = useState<Passkey[]>();
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const [done, setDone] = useState<string>();
  const action = useAction();
  const reload = useCallback(async () => setPasskeys(await listPasskeys()), []);
  const { run } = action;
  useEffect(() => void run(reload), []);
  useAwaited(!passkeys && !action.problem);

  const add = () =>
    run(async () => {
      setDone(undefined);
      setError(name.trim() === '' ? messages.nameMissing : undefined);
      if (name.trim() === '') return;
      const outcome = await addPasskey(name.trim());
      if (outcome === 'not-fresh') return action.refuse(messages.passkeyNeedsFresh);
      if (outcome === 'failed') return action.refuse(messages.passkeyNotAdded);
      setName('');
      setDone(messages.passkeyAdded);
      await reload();
    });
  const change = (work: () => Promise<unknown>) =>
    run(async () => {
      await work();
      setDone(messages.done);
      await reload();
    });
  return (
    <section class="wb-form wb-form-wide" aria-labelledby="passkeys">
      <h2 id="passkeys">{messages.passkeysTitle}</h2>
      <p>{messages.passkeysIntro}</p>
      <ProblemLine text={action.problem} />
      {passkeys?.length === 0 && <p class="wb-muted">{messages.noPasskeys}</p>}
      {passkeys && passkeys.length > 0 && (
        <ul class="wb-rows">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} isBusy={action.isBusy} onChange={change} />
          ))}
        </ul>
      )}
      <form
        class="wb-inline-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={messages.passkeyName}
          name="passkey-name"
          value={name}
          onValue={setName}
          hint={messages.passkeyNameHint}
          error={error}
          maxLength={maxNameLength}
          autoComplete="off"
        />
        <Button type="submit" tone="primary" aria-disabled={action.isBusy}>
          {messages.addPasskey}
        </Button>
      </form>
      <DoneLine text={done} />
    </section>
  );
}

function PasskeyRow({
  passkey,
  isBusy,
  onChange,
}: {
  passkey: Passkey;
  isBusy: boolean;
  onChange: (work: () => Promise<unknown>) => void;
}) {
  const messages = peopleMessages[language.value];
  const name = passkey.name ?? messages.unnamedPasskey;
  const [typed, setTyped] = useState<string>();
  const rename = () => {
    const next = typed?.trim();
    setTyped(undefined);
    if (next && next !== name) onChange(() => renamePasskey(passkey.id, next));
  };
  return (
    <li>
      {typed === undefined ? (
        <span>
          <strong>{name}</strong>{' '}
          {passkey.createdAt && (
            <span class="wb-muted">{messages.addedOn(dayInWords(passkey.createdAt, language.value))}</span>
          )}
        </span>
      ) : (
        <form
          class="wb-inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            rename();
          }}
        >
          <Field
            label={messages.passkeyName}
            name="rename"
            value={typed}
            onValue={setTyped}
            maxLength={maxNameLength}
            autoComplete="off"
          />
          <Button type="submit" tone="primary">
            {messages.save}
          </Button>
        </form>
      )}
      <span class="wb-row-actions">
        {typed === undefined && (
          <Button aria-label={messages.renamePasskey(name)} onClick={() => setTyped(name)}>
            {messages.rename}
          </Button>
        )}
        <ConfirmButton
          text={messages.remove}
          label={messages.removePasskey(name)}
          question={messages.sureToRemovePasskey(name)}
          isBusy={isBusy}
          onConfirm={() => onChange(() => removePasskey(passkey.id))}
        />
      </span>
    </li>
  );
}

import { maxReasonLength } from '@waarborg/shared/annotation';
import { reviewMessages } from '@waarborg/shared/messages/review';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../forms/field.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { useTypedWarning } from '../frame/use-unsaved-warning.ts';
import { language } from '../language/language.ts';
import type { ReviewKeys } from './use-review-keys.ts';

/** Most earlier reasons that are offered. */
const maxReasons = 6;

interface Asked {
  /** Those that were given before. */
  readonly reasons: readonly string[];
  /** What the reader wrote about this coding before, in a decision that did not arrive. */
  readonly before: string | undefined;
  /** Why the coding was not sent back. */
  readonly problem: string | undefined;
}

interface DecisionButtonsProps {
  readonly actions: ReviewKeys;
  readonly canDecide: boolean;
  readonly canUndo: boolean;
  readonly canMend: boolean;
  readonly canStep: boolean;
  /** Set while a reason is asked for. */
  readonly rejecting: Asked | undefined;
  readonly onReject: (reason: string) => void;
  readonly onCancel: () => void;
  readonly keys: { readonly isOn: boolean; readonly toggle: () => void };
}

/** What can be done about a coding, each with its key. */
export function DecisionButtons(props: DecisionButtonsProps) {
  const { actions, canDecide, canUndo, canMend, canStep, rejecting, onReject, onCancel, keys } = props;
  const messages = reviewMessages[language.value];
  const buttons = [
    { key: 'a', text: messages.accept, isOffered: canDecide },
    { key: 'r', text: messages.sendBack, isOffered: canDecide },
    { key: 'e', text: messages.mend, isOffered: canMend },
    { key: 'k', text: messages.previous, isOffered: canStep },
    { key: 'j', text: messages.next, isOffered: canStep },
    { key: 'u', text: messages.undo, isOffered: canUndo },
  ] as const;
  return (
    <div class="wb-decisions">
      {rejecting && <ReasonForm {...rejecting} onReject={onReject} onCancel={onCancel} />}
      <div class="wb-actions">
        {buttons
          .filter(({ isOffered }) => isOffered)
          .map(({ key, text }) => (
            <Button
              key={key}
              tone={key === 'a' || key === 'e' ? 'primary' : 'secondary'}
              aria-keyshortcuts={keys.isOn ? key : undefined}
              onClick={() => actions[key]()}
            >
              {text}{' '}
              {keys.isOn && (
                <span class="wb-key" aria-hidden="true">
                  {key}
                </span>
              )}
            </Button>
          ))}
      </div>
      <label class="wb-check">
        <input type="checkbox" checked={keys.isOn} onChange={keys.toggle} />
        {messages.singleKeys}
      </label>
    </div>
  );
}

interface ReasonFormProps extends Asked {
  readonly onReject: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Why a coding is sent back: typed, or chosen from what was said before. */
function ReasonForm({ reasons, before = '', problem, onReject, onCancel }: ReasonFormProps) {
  const messages = reviewMessages[language.value];
  const [reason, setReason] = useState(before);
  useTypedWarning(reason.trim() !== before);
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // With the form and not after it: the first letter of a reason would be taken for a key that decides.
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') onReject(reason.trim());
  };
  const choose = (earlier: string) => {
    setReason(earlier);
    onReject(earlier);
  };
  return (
    <form
      class="wb-form"
      ref={form}
      onSubmit={send}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <ProblemLine text={problem} />
      <Field
        label={messages.reason}
        name="reason"
        value={reason}
        onValue={setReason}
        maxLength={maxReasonLength}
        autoComplete="off"
        error={isMissing ? messages.reasonMissing : undefined}
      />
      {reasons.length > 0 && (
        <fieldset class="wb-reasons">
          <legend>{messages.earlierReasons}</legend>
          {reasons.slice(0, maxReasons).map((earlier) => (
            <button key={earlier} type="button" class="wb-pill" onClick={() => choose(earlier)}>
              {earlier}
            </button>
          ))}
        </fieldset>
      )}
      <div class="wb-actions">
        <Button type="submit" tone="primary">
          {messages.sendBackNow}
        </Button>
        <Button tone="subtle" onClick={onCancel}>
          {messages.cancel}
        </Button>
      </div>
    </form>
  );
}

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** Each by itself, since what else an input may have depends on its type. */
const types = {
  text: { type: 'text' },
  email: { type: 'email' },
  password: { type: 'password' },
  'datetime-local': { type: 'datetime-local' },
} as const;

interface FrameProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value; it stands under the label and is read with the field. */
  readonly error?: string | undefined;
}

interface TextAreaProps extends FrameProps {
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly maxLength?: number;
}

interface FieldProps extends TextAreaProps {
  readonly type?: keyof typeof types;
  readonly autoComplete?: string;
  /** What can be chosen besides typing. */
  readonly proposals?: readonly string[];
}

/** What ties a field to its label, its hint and its error. */
function useTies({ hint, error }: Omit<FrameProps, 'label'>) {
  const id = useId();
  const descriptions = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    class: `utrecht-textbox utrecht-textbox--html-input${error ? ' utrecht-textbox--invalid' : ''}`,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': descriptions || undefined,
  };
}

function FieldFrame({
  id,
  label,
  hint,
  error,
  children,
}: FrameProps & { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <div class="wb-field">
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="wb-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="wb-field-error" id={`${id}-error`}>
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** A text field with its label, hint and error. */
export function Field({
  label,
  name,
  value,
  onValue,
  hint,
  error,
  type = 'text',
  proposals,
  ...rest
}: FieldProps) {
  const ties = useTies({ hint, error });
  const listId = `${ties.id}-proposals`;
  return (
    <FieldFrame id={ties.id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        {...types[type]}
        {...ties}
        {...(proposals && { list: listId })}
        name={name}
        value={value}
        // By which styles tell a field that is empty.
        placeholder=" "
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {proposals && (
        <datalist id={listId}>
          {proposals.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}

/** The same for a text of several lines. */
export function TextAreaField({ label, name, value, onValue, hint, error, maxLength }: TextAreaProps) {
  const ties = useTies({ hint, error });
  return (
    <FieldFrame id={ties.id} label={label} hint={hint} error={error}>
      <textarea
        {...ties}
        class={`${ties.class} wb-text-area`}
        name={name}
        value={value}
        maxLength={maxLength}
        rows={3}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

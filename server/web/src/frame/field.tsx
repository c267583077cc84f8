import { useId } from 'preact/hooks';

/** Each by itself, since what else an input may have depends on its type. */
const types = {
  text: { type: 'text' },
  email: { type: 'email' },
  password: { type: 'password' },
} as const;

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with the value; it stands under the label and is read with the field. */
  readonly error?: string | undefined;
  readonly type?: keyof typeof types;
  readonly autoComplete?: string;
  readonly maxLength?: number;
}

/** A text field with its label, hint and error. */
export function Field({ label, name, value, onValue, hint, error, type = 'text', ...rest }: FieldProps) {
  const id = useId();
  const descriptions = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
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
      <input
        {...rest}
        {...types[type]}
        class={`utrecht-textbox utrecht-textbox--html-input${error ? ' utrecht-textbox--invalid' : ''}`}
        id={id}
        name={name}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptions || undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}

import { useId } from 'preact/hooks';

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  /** What the choice does, below its label. */
  readonly hint?: string;
  readonly value: T;
  readonly onValue: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: string }[];
}

/** One of a few values, with its label. */
export function ChoiceField<T extends string>({ label, hint, ...choice }: ChoiceFieldProps<T>) {
  const id = useId();
  return (
    <div class="wb-field">
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
      {hint && <p class="wb-field-hint">{hint}</p>}
      <Choice id={id} {...choice} />
    </div>
  );
}

/** The same without a label of its own: `label` is read, not seen. */
export function Choice<T extends string>({
  id,
  label,
  value,
  onValue,
  options,
}: Omit<ChoiceFieldProps<T>, 'label' | 'hint'> & { readonly id?: string; readonly label?: string }) {
  return (
    <select
      id={id}
      class="utrecht-textbox wb-select"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        // Where the change is refused, the list shows again what holds.
        event.currentTarget.value = value;
        if (chosen) onValue(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

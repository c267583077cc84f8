interface ChoiceProps<T extends string> {
  readonly label: string;
  /** Text of the choice that leaves nothing out; absent where one must be chosen. */
  readonly every?: string | undefined;
  readonly value: T | undefined;
  readonly options: readonly (readonly [id: T, text: string])[];
  readonly onChoose: (id: T | undefined) => void;
}

/** One of several choices; its label is for a screen reader, as its options say to the eye what they are about. */
export function Choice<T extends string>({ label, every, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <label>
      <span class="wb-visually-hidden">{label}</span>
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) => onChoose(options.find(([id]) => id === currentTarget.value)?.[0])}
      >
        {every !== undefined && <option value="">{every}</option>}
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

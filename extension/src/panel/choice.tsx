import { useRef } from 'preact/hooks';

interface ChoiceProps<T extends string> {
  readonly label: string;
  /** Text of the choice that leaves nothing out; absent where one must be chosen. */
  readonly every?: string | undefined;
  readonly value: T | undefined;
  readonly options: readonly (readonly [id: T, text: string])[];
  readonly onChoose: (id: T | undefined) => void;
}

/**
 * One of several choices; its label is for a screen reader, as its options say to the eye what they are about. What
 * is chosen can be seen as long as it is, also when it is offered no more.
 */
export function Choice<T extends string>({ label, every, value, options, onChoose }: ChoiceProps<T>) {
  const known = useRef(new Map<T, string>()).current;
  for (const [id, text] of options) known.set(id, text);
  const isGone = value !== undefined && !options.some(([id]) => id === value);
  const shown = isGone ? [...options, [value, known.get(value) ?? ''] as const] : options;
  return (
    <label>
      <span class="wb-visually-hidden">{label}</span>
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) => onChoose(shown.find(([id]) => id === currentTarget.value)?.[0])}
      >
        {every !== undefined && <option value="">{every}</option>}
        {shown.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

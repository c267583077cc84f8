interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with the value, and what to do. */
  readonly failure?: string | undefined;
  /** Values to choose from; others can be typed. */
  readonly suggestions?: readonly string[] | undefined;
}

/** A line of text with its label, its hint and what is wrong with it. */
export function TextField({ id, label, value, onChange, hint, failure, suggestions }: TextFieldProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        list={suggestions ? `${id}-suggestions` : undefined}
        aria-invalid={failure !== undefined}
        aria-describedby={`${id}-hint ${id}-failure`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {suggestions && (
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
      <p id={`${id}-failure`} class="failure" role="alert">
        {failure}
      </p>
    </>
  );
}

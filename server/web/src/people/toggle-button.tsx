interface ToggleButtonProps {
  readonly text: string;
  /** What is read where `text` does not say of what; it contains `text`. */
  readonly label?: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** `subtle`: where others beside it are asked for more often. */
  readonly tone?: 'secondary-action' | 'subtle';
}

/** A button that opens what belongs to it, and closes it again. */
export function ToggleButton({ text, label, isOpen, onOpen, tone = 'secondary-action' }: ToggleButtonProps) {
  return (
    <button
      type="button"
      class={`utrecht-button utrecht-button--${tone}`}
      aria-label={label}
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    >
      {text}
    </button>
  );
}

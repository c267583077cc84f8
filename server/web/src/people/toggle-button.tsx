import { useFocusAfter } from './use-focus-after.ts';

interface ToggleButtonProps {
  readonly text: string;
  /** What is read where `text` does not say of what; it contains `text`. */
  readonly label?: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** `subtle`: where others beside it are asked for more often. */
  readonly tone?: 'secondary-action' | 'subtle';
}

/** A button that opens what belongs to it, and closes it again; what is closed from within gives the focus back to it. */
export function ToggleButton({ text, label, isOpen, onOpen, tone = 'secondary-action' }: ToggleButtonProps) {
  const button = useFocusAfter<HTMLButtonElement>(isOpen);
  return (
    <button
      type="button"
      ref={button}
      class={`utrecht-button utrecht-button--${tone}`}
      aria-label={label}
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    >
      {text}
    </button>
  );
}

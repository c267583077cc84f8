import { Button } from '../frame/button.tsx';
import { useFocusAfter } from './use-focus-after.ts';

interface ToggleButtonProps {
  readonly text: string;
  /** What is read where `text` does not say of what; it contains `text`. */
  readonly label?: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** `subtle`: where others beside it are asked for more often. */
  readonly tone?: 'secondary' | 'subtle';
}

/** A button that opens what belongs to it, and closes it again; what is closed from within gives the focus back to it. */
export function ToggleButton({ text, label, isOpen, onOpen, tone }: ToggleButtonProps) {
  const button = useFocusAfter<HTMLButtonElement>(isOpen);
  return (
    <Button
      ref={button}
      tone={tone}
      aria-label={label}
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    >
      {text}
    </Button>
  );
}

interface ToggleButtonsProps<P extends string> {
  readonly parts: readonly { readonly part: P; readonly text: string; readonly label: string }[];
  /** The part that is open, if any. */
  readonly open: P | undefined;
  readonly onOpen: (open: P | undefined) => void;
  readonly tone?: ToggleButtonProps['tone'];
}

/** Such buttons side by side, of which at most one has its part open. */
export function ToggleButtons<P extends string>({ parts, open, onOpen, ...look }: ToggleButtonsProps<P>) {
  return parts.map(({ part, ...button }) => (
    <ToggleButton
      key={part}
      {...button}
      {...look}
      isOpen={open === part}
      onOpen={(isOpen) => onOpen(isOpen ? part : undefined)}
    />
  ));
}

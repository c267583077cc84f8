import type { ComponentChildren } from 'preact';
import { Button } from '../frame/button.tsx';
import { useWrongField } from './use-wrong-field.ts';

interface ActionFormProps {
  /** On the button. */
  readonly label: string;
  /** Whether it is being done; pressing again does nothing then. */
  readonly isBusy: boolean;
  readonly onSubmit: () => unknown;
  /** Fields with what stands above them. */
  readonly children: ComponentChildren;
  /** What stands below the button: what came of it. */
  readonly after?: ComponentChildren;
  /** `inline`: beside what it belongs to, instead of a column of its own. */
  readonly shape?: 'column' | 'inline';
  /** `danger`: for what cannot be undone. */
  readonly tone?: 'primary' | 'danger';
  /** Id of the heading that names the form. */
  readonly labelledBy?: string;
}

/**
 * Fields and the one button that does something with them. What is wrong is said by us, never by the browser, and takes
 * the reader there.
 */
export function ActionForm({
  label,
  isBusy,
  onSubmit,
  children,
  after,
  shape = 'column',
  tone = 'primary',
  labelledBy,
}: ActionFormProps) {
  const { form, countTry } = useWrongField<HTMLFormElement>();
  return (
    <form
      class={shape === 'column' ? 'wb-form' : 'wb-inline-form'}
      ref={form}
      noValidate
      aria-labelledby={labelledBy}
      onSubmit={(event) => {
        event.preventDefault();
        countTry();
        onSubmit();
      }}
    >
      {children}
      <Button type="submit" tone={tone} aria-disabled={isBusy}>
        {label}
      </Button>
      {after}
    </form>
  );
}

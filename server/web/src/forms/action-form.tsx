import type { ComponentChildren } from 'preact';

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

const buttonClasses = {
  primary: 'utrecht-button--primary-action',
  danger: 'utrecht-button--secondary-action utrecht-button--danger',
} as const;

/** Fields and the one button that does something with them. What is wrong is said by us, never by the browser. */
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
  return (
    <form
      class={shape === 'column' ? 'wb-form' : 'wb-inline-form'}
      noValidate
      aria-labelledby={labelledBy}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <button type="submit" class={`utrecht-button ${buttonClasses[tone]}`} aria-disabled={isBusy}>
        {label}
      </button>
      {after}
    </form>
  );
}

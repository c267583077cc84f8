import type { ComponentProps } from 'preact';

const classes = {
  primary: 'utrecht-button--primary-action',
  secondary: 'utrecht-button--secondary-action',
  subtle: 'utrecht-button--subtle',
  danger: 'utrecht-button--secondary-action utrecht-button--danger',
} as const;

interface ButtonProps extends Omit<ComponentProps<'button'>, 'class' | 'className' | 'type'> {
  /** `primary`: what one came for; `subtle`: what is asked for less often; `danger`: what cannot be undone. */
  readonly tone?: keyof typeof classes;
  /** Absent: it sends no form. */
  readonly type?: 'submit';
}

/** A button with words on it. */
export function Button({ tone = 'secondary', type, ...button }: ButtonProps) {
  return <button {...button} type={type ?? 'button'} class={`utrecht-button ${classes[tone]}`} />;
}

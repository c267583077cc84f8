import type { ComponentChildren } from 'preact';

interface SectionProps {
  readonly number: number;
  readonly title: string;
  /** Whether nothing more needs to be done here. */
  readonly isDone: boolean;
  readonly children: ComponentChildren;
}

/** One step of the welcome page. */
export function Section({ number, title, isDone, children }: SectionProps) {
  const id = `step-${number}`;
  return (
    <section class="step" aria-labelledby={id} data-done={isDone}>
      <span class="step-number" aria-hidden="true">
        {isDone ? '✓' : number}
      </span>
      <div class="step-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </section>
  );
}

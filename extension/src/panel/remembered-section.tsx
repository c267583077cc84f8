import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { keepInView } from './keep-in-view.ts';

interface RememberedSectionProps {
  /** Under which it is remembered on this machine whether it is open, and its class. */
  readonly name: 'suggestions' | 'references';
  readonly title: string;
  /** Drawn while it is open. */
  readonly children: () => ComponentChildren;
}

/** A section of the panel that is open again where it was left so. What is opened comes to the top, with room for it. */
export function RememberedSection({ name, title, children }: RememberedSectionProps) {
  const key = `waarborg.${name}-open`;
  const [isOpen, setOpen] = useState(localStorage.getItem(key) === 'yes');
  return (
    <details
      class={name}
      open={isOpen}
      onToggle={({ currentTarget: section }) => {
        if (section.open && !isOpen) keepInView(section, 'start');
        localStorage.setItem(key, section.open ? 'yes' : 'no');
        setOpen(section.open);
      }}
    >
      <summary>{title}</summary>
      {isOpen && children()}
    </details>
  );
}

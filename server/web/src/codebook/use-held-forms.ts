import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

/** Notes that a form is open at a concept or a group, or that it is closed. */
export type Hold = (id: string, isOpen: boolean) => void;

/** The ids of concepts and groups at which a form is open that a filter would take away with what was typed into it. */
export function useHeldForms(): [held: ReadonlySet<string>, hold: Hold] {
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const hold = useCallback<Hold>((id, isOpen) => {
    setHeld((current) => {
      if (current.has(id) === isOpen) return current;
      const next = new Set(current);
      if (isOpen) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  return [held, hold];
}

/** Keeps a concept or a group on the page while a form is open at it. */
export function useHold(hold: Hold, id: string, isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    hold(id, true);
    return () => hold(id, false);
  }, [hold, id, isOpen]);
}

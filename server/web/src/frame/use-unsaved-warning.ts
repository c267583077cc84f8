import { useEffect, useLayoutEffect } from 'preact/hooks';
import { noteTyped } from '../routing/typed-work.ts';

/** Has the browser ask before the page is left, while something in it is not saved. */
export function useUnsavedWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}

/** The same for what was typed, which goes with the page: also before a link or a step back shows another one of ours. */
export function useTypedWarning(isTyped: boolean): void {
  useUnsavedWarning(isTyped);
  useLayoutEffect(() => (isTyped ? noteTyped() : undefined), [isTyped]);
}

import { useEffect, useRef } from 'preact/hooks';

/** Takes the reader of a form to the field in which something is wrong, whenever that is another one. */
export function useWrongField(wrong: string | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wrong !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [wrong]);
  return form;
}

import { useState } from 'preact/hooks';
import { useTypedWarning } from '../frame/use-unsaved-warning.ts';
import { beginEdit, type FieldEdit, type Fields, isTyped, rebaseEdit, typeInto } from './field-edit.ts';

/**
 * Keeps what is typed into a form, over the newest version that the page knows: `now`. The browser asks before the
 * page is left with it.
 */
export function useFieldEdit<F extends string>(now: Fields<F>) {
  const [kept, setKept] = useState<FieldEdit<F>>(() => beginEdit(now));
  const edit = rebaseEdit(kept, now);
  useTypedWarning(isTyped(edit));
  return {
    edit,
    type: (field: F, value: string) => setKept(typeInto(edit, field, value)),
    /** What was typed is saved: the form goes on with that. */
    goOn: () => setKept(beginEdit(edit.typed)),
  };
}

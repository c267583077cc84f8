import { readDay } from '@waarborg/shared/text';

/** The date that was typed in a field that may stay empty; undefined where it is none, empty where there is none. */
export function readTypedDate(typed: string): string | undefined {
  return typed.trim() === '' ? '' : readDay(typed);
}

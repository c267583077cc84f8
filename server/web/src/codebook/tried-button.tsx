import { ConfirmButton } from '../forms/confirm-button.tsx';
import type { TriedChange } from './concept-changes.ts';

interface TriedButtonProps {
  readonly text: string;
  /** What is read where `text` does not say of what; it contains `text`. */
  readonly label: string;
  /** The change that is asked for, when it is asked for; undefined where it cannot be yet, which the caller then says. */
  readonly begin: () => TriedChange | undefined;
  /** What is asked before the change is made, by how many codings it touches. */
  readonly question: (codings: number) => string;
  readonly isBusy: boolean;
  readonly onMade?: () => void;
}

/** A button for a change of the codebook: it tries the change, asks with the number of codings it touches, and makes it. */
export function TriedButton({ begin, question, onMade, ...button }: TriedButtonProps) {
  const ask = async () => {
    const codings = await begin()?.tryOut();
    return codings === undefined ? undefined : question(codings);
  };
  const make = async () => {
    if (await begin()?.make()) onMade?.();
  };
  return <ConfirmButton {...button} question={ask} onConfirm={() => void make()} />;
}

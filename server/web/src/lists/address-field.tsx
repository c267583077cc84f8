import { maxQuestionLength } from '@waarborg/shared/matrix';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../forms/field.tsx';
import { address, navigate } from '../routing/navigation.ts';
import { withValue } from './list-place.ts';

interface AddressFieldProps {
  readonly label: string;
  /** Name of the query parameter that holds the words. */
  readonly name: string;
}

/** How long a reader who types is not interrupted. */
const restMs = 250;

/** Words by which a list is filtered, which stand in the address: soon after they are typed, and in one step back. */
export function AddressField({ label, name }: AddressFieldProps) {
  const asked = new URLSearchParams(address.value.search).get(name) ?? '';
  const [words, setWords] = useState(asked);
  /** What the address holds by what was typed here: whoever typed on since, or a space, keeps that. */
  const own = useRef(asked);
  useLayoutEffect(() => {
    if (asked !== own.current) setWords(asked);
    own.current = asked;
  }, [asked]);
  useEffect(() => {
    if (words.trim() === asked) return;
    const timer = setTimeout(() => {
      const { pathname, search } = address.value;
      own.current = words.trim();
      navigate(pathname + withValue(search, name, own.current), { replace: asked !== '' });
    }, restMs);
    return () => clearTimeout(timer);
  }, [words, asked, name]);
  return (
    <Field
      label={label}
      name={name}
      value={words}
      onValue={setWords}
      maxLength={maxQuestionLength}
      autoComplete="off"
    />
  );
}

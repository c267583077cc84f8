import { maxQuestionLength } from '@waarborg/shared/matrix';
import { useEffect } from 'preact/hooks';
import { Field } from '../forms/field.tsx';
import { address, navigate } from '../routing/navigation.ts';
import { withValue } from './list-place.ts';
import { useAskedWords } from './use-asked-words.ts';

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
  const [words, setWords, last] = useAskedWords(asked);
  useEffect(() => {
    if (words.trim() === asked) return;
    const timer = setTimeout(() => {
      const { pathname, search } = address.value;
      last.current = words.trim();
      navigate(pathname + withValue(search, name, last.current), { replace: asked !== '' });
    }, restMs);
    return () => clearTimeout(timer);
  }, [words, asked, name, last]);
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

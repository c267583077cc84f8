import { ChoiceField } from '../forms/choice-field.tsx';
import { address, navigate } from '../routing/navigation.ts';
import { withValue } from './list-place.ts';

interface AddressChoiceProps {
  readonly label: string;
  /** Name of the query parameter. */
  readonly name: string;
  /** What holds now; the first option stands for a parameter that is not there. */
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few values by which a list is filtered or ordered, which stands in the address. */
export function AddressChoice({ label, name, value, options }: AddressChoiceProps) {
  const choose = (chosen: string) => {
    const { pathname, search } = address.value;
    navigate(pathname + withValue(search, name, chosen === options[0]?.value ? '' : chosen));
  };
  return <ChoiceField label={label} value={value} onValue={choose} options={options} />;
}

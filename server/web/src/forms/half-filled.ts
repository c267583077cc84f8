/**
 * Names of the fields of a form in which something stands that makes no value yet, such as a day without a time.
 * Their value is empty as if nothing stood there, so only their validity tells.
 */
export function halfFilledIn(form: HTMLFormElement): ReadonlySet<string> {
  const inputs = [...form.querySelectorAll('input')];
  return new Set(inputs.filter(({ validity }) => validity.badInput).map(({ name }) => name));
}

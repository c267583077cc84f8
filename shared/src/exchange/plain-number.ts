/**
 * A number as it stands in a table of text. Some, such as `1.234`, would be read as thousands by whoever writes Dutch:
 * they get a digit that says nothing.
 */
export function plainNumber(value: number): number | string {
  return /^-?[1-9]\d{0,2}\.\d{3}$/u.test(String(value)) ? `${value}0` : value;
}

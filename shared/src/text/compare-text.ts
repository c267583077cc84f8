/** What texts consist of mostly, in the order of a dictionary. */
const order = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz';

const zero = order.indexOf('0');

/** What decides first: letters without accents and capitals. */
function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase();
}

/**
 * Orders texts as a Dutch dictionary does, with `isNumeric` 9 before 10: below zero where `one` comes first. As
 * `localeCompare`, which decides where letters do not; a browser takes a phone's tenth of a second to lay it ready.
 */
export function compareText(one: string, other: string, isNumeric = false): number {
  if (one === other) return 0;
  const [a, b] = [lettersOf(one), lettersOf(other)];
  const decide = () => one.localeCompare(other, 'nl', { numeric: isNumeric });
  for (let place = 0; place < Math.min(a.length, b.length); place++) {
    const [left, right] = [order.indexOf(a.charAt(place)), order.indexOf(b.charAt(place))];
    const areNumbers = isNumeric && Math.min(left, right) >= zero && Math.max(left, right) < zero + 10;
    if (left === -1 || right === -1 || areNumbers) return decide();
    if (left !== right) return left - right;
  }
  const rest = a.slice(b.length) || b.slice(a.length);
  // What one of them has more may count for less than an accent before it.
  return rest !== '' && order.includes(rest.charAt(0)) ? a.length - b.length : decide();
}

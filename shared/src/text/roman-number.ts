const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The number that Roman digits up to C say: 4 for `IV`. */
export function romanNumber(text: string): number {
  const digits = Array.from(text, (letter) => romanDigits[letter] ?? 0);
  return digits.reduce((sum, digit, place) => sum + (digit < (digits[place + 1] ?? 0) ? -digit : digit), 0);
}

import { expect, test } from 'vitest';
import { retellChanges } from './retell-changes.ts';
import { toSkeleton } from './skeleton.ts';

const KNOWN = 'De raad beslist binnen zes weken. De voorzitter doet daarvan mededeling.';
const OTHER = 'Wie het daarmee niet eens is, vraagt om herziening en wacht op antwoord. ';
const UNKNOWN = OTHER.repeat(2);

test('tells again where other words were put between known words, also where most of the stretch is not known', () => {
  const old = toSkeleton(`\uffff\n${KNOWN}\n\uffff`);
  const text = toSkeleton(
    `${UNKNOWN}De raad beslist binnen acht dagen. Zij doet daarvan geen mededeling. ${KNOWN}`,
  );
  const first = toSkeleton('De raad beslist binnen').codes.length;
  const rest = toSkeleton('zes weken. De voorzitter doet daarvan mededeling.').codes.length;
  const start = toSkeleton(UNKNOWN).codes.length;
  const astray = [
    { old: 1, new: start, length: first },
    { old: 1 + first, new: text.codes.length - rest, length: rest },
  ];
  expect(text.codes.length).toBeGreaterThan(2 * old.codes.length);
  const whole = { old: 1, new: text.codes.length - first - rest, length: first + rest };
  expect(retellChanges(old, text, astray, true)).toEqual([whole]);
});

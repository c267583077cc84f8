import { createInstance, type Finding } from 'addons-linter';
import { expect, it } from 'vitest';
import { builtExtension } from '../helpers/built-extension.ts';

/** What the linter of the Firefox store warns of that is not ours to mend, and why it stands. */
const known: readonly { readonly code: string; readonly says: RegExp; readonly reason: string }[] = [
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    says: /Android/u,
    reason: 'Firefox for Android has no sidebar: the package is offered for computers only.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    says: /innerHTML/u,
    reason:
      'Preact can be asked to set HTML, and pdf.js too; our code never does (test/repository/house.test.ts).',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    says: /call to import/u,
    reason:
      'pdf.js loads its own worker and its decoders, from the package, by an address that it puts together.',
  },
  {
    code: 'DANGEROUS_EVAL',
    says: /Function constructor/u,
    reason:
      'zod asks whether it may compile; it is told not to (zod-configuration.ts), and our policy forbids it.',
  },
];

it('the linter of the Firefox store finds no error in the built extension, and no warning but known ones', async () => {
  const linter = createInstance({
    config: { _: [builtExtension('firefox')], logLevel: 'fatal', output: 'none' },
    runAsBinary: false,
  });
  const { errors, warnings } = await linter.run();
  const inWords = ({ code, file, message }: Finding) => `${code} ${file}: ${message}`;
  const isKnown = ({ code, message }: Finding) =>
    known.some((one) => one.code === code && one.says.test(message));
  expect(errors.map(inWords)).toEqual([]);
  expect(warnings.filter((warning) => !isKnown(warning)).map(inWords)).toEqual([]);
  const gone = known.filter(({ code, says }) => {
    return !warnings.some((warning) => warning.code === code && says.test(warning.message));
  });
  expect(gone, 'no longer warned of').toEqual([]);
  for (const { code, reason } of known) console.info(`${code}: ${reason}`);
});

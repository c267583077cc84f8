import { expect, it } from 'vitest';
import { readPreference } from './container-preference.ts';

const iris = 'http://www.w3.org/ns/oa#PreferContainedIRIs';
const minimal = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';

it.each([
  [`return=representation;include="${iris}"`, 'iris'],
  [`return="representation"; include="${iris}"`, 'iris'],
  [`respond-async, Return=representation; Include = "${iris}"`, 'iris'],
  [`return=representation; omit="${minimal}, ${iris}"; include="${iris}"`, 'iris'],
  [`return=representation; wait=5; include="${iris}", handling=lenient`, 'iris'],
  [`return=representation; include=${minimal}`, 'minimal'],
  [`return=representation; include="${iris} ${minimal}"`, 'minimal'],
  [`return=representation; omit="${iris}"`, 'descriptions'],
  [`return=minimal; include="${iris}"`, 'descriptions'],
  [`return=representation${';a="x;a="'.repeat(1_000)}`, 'descriptions'],
  [undefined, 'descriptions'],
])('a container is shown as %s prefers', (header, contained) => {
  expect(readPreference(header).contained).toBe(contained);
});

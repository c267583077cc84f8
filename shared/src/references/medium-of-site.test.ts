import { describe, expect, it } from 'vitest';
import { isNameOfMedium, mediumOfSite, proposeSourceType } from './index.ts';

describe('the medium of a site', () => {
  it.each([
    ['https://www.nrc.nl/nieuws/2025/05/03/a', 'NRC'],
    ['https://nos.nl/artikel/1', 'NOS'],
    ['https://krant.example/a', undefined],
    ['https://www.nrc.nl.example/a', undefined],
    ['https://constructor/a', undefined],
    ['geen adres', undefined],
  ])('of %s is %s', (address, name) => {
    expect(mediumOfSite(address)?.name).toBe(name);
  });

  it('makes what stands there press, unless its number says otherwise', () => {
    const address = 'https://www.trouw.nl/a';
    expect(proposeSourceType({ address, identifiers: [] })).toBe('press');
    const identifiers = [{ scheme: 'ecli', value: 'ECLI:NL:RBDHA:2022:6122' } as const];
    expect(proposeSourceType({ address, identifiers })).toBe('court-ruling');
    expect(proposeSourceType({ address: 'https://krant.example/a', identifiers: [] })).toBe('other');
  });

  it.each([
    ['https://fd.nl/a', 'Financieele Dagblad', true],
    ['https://www.volkskrant.nl/a', 'De Volkskrant', true],
    ['https://www.ad.nl/a', 'Adviesraad', false],
    ['https://krant.example/a', 'Krant', false],
  ])('at %s is called %s: %s', (address, name, isMedium) => {
    expect(isNameOfMedium(name, address)).toBe(isMedium);
  });
});

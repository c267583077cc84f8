import { codingDraftSchema } from '@waarborg/shared/annotation';
import { describe, expect, it } from 'vitest';
import { emptyForm, readForm, toForm, toNumber } from './coding-form.ts';

describe('the form of a coding', () => {
  const coding = {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    safeguard: 'voornemen',
    measure: 'abolished',
    impact: 'cost',
    direction: 'favourable',
    basis: 'figure',
    stage: 'proposed',
    speaker: 'IND',
    reportedBy: 'Investico',
    provision: 'art. 39 Vw 2000',
    quantity: { value: 660000, to: 800000, unit: 'EUR', period: 'P1Y' },
  } as const;

  it('gives a kept coding back unchanged', () => {
    const reading = readForm(toForm(coding), false);
    expect(reading).toEqual({ ok: true, coding });
    expect(codingDraftSchema.parse(coding)).toEqual(coding);
  });

  it('asks who speaks where nobody does by default', () => {
    const form = { ...emptyForm('finding'), safeguard: 'judicial-review' };
    expect(readForm(form, true)).toEqual({ ok: false, trouble: 'choose-speaker' });
    expect(readForm({ ...form, speaker: 'IND' }, true)).toMatchObject({
      ok: true,
      coding: { speaker: 'IND' },
    });
  });

  it('leaves out what was left empty', () => {
    const form = { ...emptyForm('finding'), safeguard: 'judicial-review', speaker: '  ' };
    expect(readForm(form, false)).toEqual({
      ok: true,
      coding: { safeguard: 'judicial-review', direction: 'unclear', basis: 'finding' },
    });
  });

  it.each([
    ['45.000', 45000],
    ['45 000', 45000],
    ['1.234.567,5', 1234567.5],
    ['2,5', 2.5],
    ['0.75', 0.75],
    ['-3', -3],
    ['veel', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, number) => {
    expect(toNumber(text)).toBe(number);
  });

  it.each([
    { value: '3', to: '', unit: '', period: '' },
    { value: '', to: '', unit: 'zaken', period: '' },
    { value: '5', to: '3', unit: 'zaken', period: '' },
  ])('asks for a number and a unit: %j', (quantity) => {
    const form = { ...emptyForm('figure'), safeguard: 'judicial-review', quantity };
    expect(readForm(form, false)).toEqual({ ok: false, trouble: 'quantity' });
  });
});

import {
  type Basis,
  type CodingDraft,
  type Direction,
  type Measure,
  maxUnitLength,
  type Quantity,
  type Stage,
} from '@waarborg/shared/annotation';
import { toProvision } from '@waarborg/shared/references';

/** A quantity as it is being typed; the words become numbers when it is saved. */
export interface QuantityForm {
  readonly value: string;
  readonly to: string;
  readonly unit: string;
  /** ISO 8601 duration, or empty. */
  readonly period: string;
}

/** A coding that is being made. */
export interface CodingForm {
  /** Of a coding that is kept already. */
  readonly id?: string | undefined;
  readonly safeguard?: string | undefined;
  readonly measure?: Measure | undefined;
  readonly impact?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly basis: Basis;
  readonly stage?: Stage | undefined;
  /** Id or name; empty: the document's issuer speaks. */
  readonly speaker: string;
  readonly reportedBy: string;
  readonly provision: string;
  readonly quantity: QuantityForm;
}

const emptyQuantity: QuantityForm = { value: '', to: '', unit: '', period: '' };

/** A form in which nothing is chosen but what is proposed. */
export function emptyForm(basis: Basis, speaker = ''): CodingForm {
  return { basis, speaker, reportedBy: '', provision: '', quantity: emptyQuantity };
}

/** A kept coding in a form. */
export function toForm(coding: CodingDraft): CodingForm {
  const { quantity, speaker = '', reportedBy = '', provision = '', ...rest } = coding;
  return {
    ...rest,
    speaker,
    reportedBy,
    provision,
    quantity: quantity ? toQuantityForm(quantity) : emptyQuantity,
  };
}

/** A kept quantity as its fields hold it. */
export function toQuantityForm({ value, to, unit, period }: Quantity): QuantityForm {
  return { value: String(value), to: to === undefined ? '' : String(to), unit, period: period ?? '' };
}

/** Nothing was chosen of it yet. */
export function isUntouched(form: CodingForm): boolean {
  return !form.safeguard && !form.measure && !form.impact && !form.direction;
}

/** What keeps a form from being a coding. */
type FormTrouble = 'choose-safeguard' | 'choose-direction' | 'choose-speaker' | 'quantity';

/** The coding that a form says, or what it still lacks. */
export type FormReading =
  | { readonly ok: true; readonly coding: CodingDraft }
  | { readonly ok: false; readonly trouble: FormTrouble };

/**
 * The coding that a form says. A passage that names no impact only describes: without a direction
 * it is `unclear`, which takes no stance.
 *
 * @param needsSpeaker nobody speaks by default: the issuer of the document is not known.
 */
export function readForm(form: CodingForm, needsSpeaker: boolean): FormReading {
  const { id, safeguard, measure, impact, stage, basis } = form;
  if (!safeguard) return { ok: false, trouble: 'choose-safeguard' };
  if (impact && !form.direction) return { ok: false, trouble: 'choose-direction' };
  if (needsSpeaker && form.speaker.trim() === '') return { ok: false, trouble: 'choose-speaker' };
  const quantity = readQuantity(form.quantity);
  if (quantity === 'unreadable') return { ok: false, trouble: 'quantity' };
  const texts = Object.entries({
    speaker: form.speaker.trim(),
    reportedBy: form.reportedBy.trim(),
    provision: toProvision(form.provision),
  }).filter(([, text]) => text !== '');
  return {
    ok: true,
    coding: {
      ...(id && { id }),
      safeguard,
      ...(measure && { measure }),
      ...(impact && { impact }),
      direction: form.direction ?? 'unclear',
      basis,
      ...(stage && { stage }),
      ...Object.fromEntries(texts),
      ...(quantity && { quantity }),
    },
  };
}

/** The first field of a quantity that has to be put right; none when nothing is filled in. */
export function faultOfQuantity(form: QuantityForm): 'value' | 'to' | 'unit' | undefined {
  const [from, to, unit] = [form.value, form.to, form.unit].map((text) => text.trim()) as [
    string,
    string,
    string,
  ];
  if (`${from}${to}${unit}` === '') return undefined;
  const value = toNumber(from);
  if (value === undefined) return 'value';
  if (to !== '' && !((toNumber(to) ?? Number.NaN) >= value)) return 'to';
  return unit === '' || unit.length > maxUnitLength ? 'unit' : undefined;
}

function readQuantity(form: QuantityForm): CodingDraft['quantity'] | 'unreadable' {
  if (faultOfQuantity(form)) return 'unreadable';
  const value = toNumber(form.value);
  if (value === undefined) return undefined;
  const unit = form.unit.trim();
  const to = toNumber(form.to);
  return {
    value,
    ...(to !== undefined && { to }),
    unit: unit === '€' ? 'EUR' : unit,
    ...(form.period && { period: form.period }),
  };
}

/** `45.000`, `45 000`, `2,5`, `0.75`: points before three digits group, a comma is decimal. */
export function toNumber(text: string): number | undefined {
  const compact = text.trim().replace(/[\s\u00a0]/g, '');
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact) ? compact.replaceAll('.', '') : compact;
  const number = plain.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : undefined;
}

import type { Coding, Quantity, Status } from '../annotation/index.ts';
import {
  conceptLabel,
  conceptShortLabel,
  inSentence,
  speakerName,
  type Vocabulary,
} from '../dossier/index.ts';
import { type Stance, stanceOf } from '../matrix/index.ts';
import { domainMessages } from '../messages/index.ts';
import { quantityWord } from '../messages/quantity-words.ts';
import { uiMessages } from '../messages/ui.ts';

/** A coding in words, for chips. Parts that the coding leaves out are absent. */
export interface CodingWords {
  /** "Voornemen afgeschaft" */
  readonly subject: string;
  readonly stance: Stance;
  /** "de waarborg schaadt doorlooptijd"; absent when the passage names no impact. */
  readonly effect?: string;
  readonly stage?: string;
  readonly basis: string;
  readonly provision?: string;
  readonly quantity?: string;
  readonly status: string;
  /** "IND" or "IND, aangehaald door Investico" */
  readonly speaker: string;
}

/** What the words need of a coding: a kept one has it, and so has one that is not sent yet. */
export type CodingLike = Pick<
  Coding,
  'safeguard' | 'measure' | 'stage' | 'impact' | 'direction' | 'basis' | 'provision' | 'quantity' | 'reason'
> & { readonly speaker: string; readonly reportedBy?: string | undefined; readonly status?: Status };

function effectOf(coding: CodingLike, stance: Stance, vocabulary: Vocabulary): string | undefined {
  if (coding.impact === undefined) return undefined;
  const messages = uiMessages[vocabulary.language];
  const words = domainMessages[vocabulary.language];
  const impact = inSentence(conceptLabel(vocabulary, coding.impact));
  if (stance === 'noEffect') return messages.noEffectOn(impact);
  if (stance === 'none') return messages.directionFor(words[`direction.${coding.direction}`], impact);
  return messages.effect(words[`stance.${stance}`], impact);
}

/** "€ 660.000–€ 800.000 per jaar" */
export function quantityInWords({ value, to, unit, period }: Quantity, language: Vocabulary['language']) {
  const messages = uiMessages[language];
  const isCurrency = /^[A-Z]{3}$/.test(unit);
  const format = new Intl.NumberFormat(language, {
    // Of what is small as many digits as say something: 0.004 is not nothing.
    ...{ maximumFractionDigits: 2, maximumSignificantDigits: 3, roundingPriority: 'morePrecision' },
    ...(isCurrency ? { style: 'currency', currency: unit, trailingZeroDisplay: 'stripIfInteger' } : {}),
  });
  const number =
    to === undefined ? format.format(value) : messages.range(format.format(value), format.format(to));
  const amount = isCurrency ? number : `${number} ${quantityWord('unit', unit, language)}`;
  return period ? messages.perPeriod(amount, quantityWord('period', period, language)) : amount;
}

/** Who speaks, and through whom we know it. */
export function speakerInWords(
  { speaker, reportedBy }: Pick<CodingLike, 'speaker' | 'reportedBy'>,
  vocabulary: Vocabulary,
): string {
  const name = speakerName(vocabulary, speaker);
  if (!reportedBy) return name;
  return uiMessages[vocabulary.language].reportedBy(name, speakerName(vocabulary, reportedBy));
}

/** Says a coding in the vocabulary's language. */
export function codingInWords(coding: CodingLike, vocabulary: Vocabulary): CodingWords {
  const words = domainMessages[vocabulary.language];
  const stance = stanceOf(coding);
  const effect = effectOf(coding, stance, vocabulary);
  const safeguard = conceptShortLabel(vocabulary, coding.safeguard);
  return {
    subject: coding.measure ? `${safeguard} ${words[`measure.${coding.measure}`]}` : safeguard,
    stance,
    ...(effect === undefined ? {} : { effect }),
    ...(coding.stage ? { stage: words[`stage.${coding.stage}`] } : {}),
    basis: words[`basis.${coding.basis}`],
    ...(coding.provision ? { provision: coding.provision } : {}),
    ...(coding.quantity ? { quantity: quantityInWords(coding.quantity, vocabulary.language) } : {}),
    status: words[`status.${coding.status ?? 'draft'}`],
    speaker: speakerInWords(coding, vocabulary),
  };
}

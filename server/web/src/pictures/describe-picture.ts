import type { MatrixResponse } from '@waarborg/shared/api';
import { dateInWords } from '@waarborg/shared/citation';
import { pictureMessages } from '@waarborg/shared/messages/pictures';
import { language } from '../language/language.ts';
import type { Picture } from './draw-picture.ts';
import { maxDrawnRows, type PictureData } from './drawing.ts';
import { drawnMonths } from './shape-months.ts';
import { opponentsOf } from './shape-opposition.ts';
import { stanceClaims } from './shape-stances.ts';

/** A picture in words. */
export interface PictureWords {
  /** What it shows, in a sentence; where there is nothing to see, that. */
  readonly summary: string;
  /** Whether there is nothing to see. */
  readonly isEmpty: boolean;
  /** What of the matrix is counted in it, and what is not. */
  readonly counted: string;
  /** What to know about the drawing: rows that are left out, milestones by number. */
  readonly notes: readonly string[];
}

/** What the matrix counts in all. */
type Total = MatrixResponse['totals']['all'];
/** The summary is undefined where there is nothing to see; `reason` says why, where it is not what it mostly is. */
type Told = Omit<PictureWords, 'isEmpty' | 'summary'> & {
  readonly summary: string | undefined;
  readonly reason?: string;
};

/** A picture in words: what it shows, and how its numbers follow from those of the matrix. */
export function describePicture(picture: Picture, total: Total): PictureWords {
  const { summary, reason, ...told } = tell(picture, total);
  return {
    ...told,
    summary: summary ?? reason ?? pictureMessages[language.value][`${picture.kind}.empty`],
    isEmpty: summary === undefined,
  };
}

function tell(picture: Picture, total: Total): Told {
  switch (picture.kind) {
    case 'stances':
      return describeStances(picture.data, total);
    case 'months':
      return describeMonths(picture.data, total);
    case 'speakers':
      return describeSpeakers(picture.data, total);
    case 'opposition':
      return describeOpposition(picture.data);
  }
}

function cutOff(all: number): string[] {
  return all > maxDrawnRows ? [pictureMessages[language.value].firstOf(maxDrawnRows, all)] : [];
}

/** How many claims the matrix counts, why the picture may have more of them, and which it leaves out. */
function countedInWords(
  { claims }: Total,
  { more, left = [] }: { more?: string | undefined; left?: readonly [number, (count: number) => string][] },
): string {
  const messages = pictureMessages[language.value];
  const parts = left.flatMap(([count, inWords]) => (count > 0 ? [inWords(count)] : []));
  const notDrawn = parts.length > 0 ? messages.notDrawn(parts.join(', ')) : undefined;
  return [messages.counted(claims), more, notDrawn].filter(Boolean).join(' ');
}

function describeStances(bars: PictureData['stances'], total: Total): Told {
  const messages = pictureMessages[language.value];
  const own = bars.filter((bar) => stanceClaims(bar.total) > 0);
  const { helps, hurts, noEffect, none } = total.stances;
  return {
    summary: own.length > 0 ? messages['stances.summary'](own.length, helps, hurts, noEffect) : undefined,
    counted: countedInWords(total, {
      left: [
        [none, messages.withoutStance],
        [total.disagreements, messages.differing],
      ],
    }),
    notes: cutOff(own.length),
  };
}

function describeMonths({ months, milestones }: PictureData['months'], total: Total): Told {
  const messages = pictureMessages[language.value];
  const drawn = drawnMonths(months);
  const claimsOf = (some: typeof months) => some.reduce((sum, month) => sum + month.total.claims, 0);
  const [first, last] = [drawn[0], drawn.at(-1)];
  const sum = claimsOf(months);
  const words = ({ id }: { id: string }) => dateInWords(id, language.value);
  return {
    summary: first && last && messages['months.summary'](drawn.length, words(first), words(last)),
    ...(months.some(({ begin }) => begin) && { reason: messages['months.differing'] }),
    counted: countedInWords(total, {
      more: sum > total.claims ? messages.inSeveralMonths(sum) : undefined,
      left: [
        [claimsOf(months.filter(({ begin }) => !begin)), messages.undated],
        [total.disagreements, messages.differing],
      ],
    }),
    notes: milestones.map(
      ({ number, date, title }) => `${number}. ${dateInWords(date, language.value)}: ${title}`,
    ),
  };
}

function describeSpeakers({ speakers, safeguards, points }: PictureData['speakers'], total: Total): Told {
  const messages = pictureMessages[language.value];
  const sum = points.reduce((claims, { cell }) => claims + cell.claims, 0);
  return {
    summary:
      speakers.length > 0 ? messages['speakers.summary'](speakers.length, safeguards.length) : undefined,
    counted: countedInWords(total, {
      more: sum > total.claims ? messages.bySeveralSpeakers(sum) : undefined,
    }),
    notes: cutOff(speakers.length),
  };
}

function describeOpposition(pairs: PictureData['opposition']): Told {
  const messages = pictureMessages[language.value];
  const speakers = opponentsOf(pairs).length;
  const isUncounted = pairs.some(({ points }) => !points);
  return {
    summary: pairs.length > 0 ? messages['opposition.summary'](pairs.length, speakers) : undefined,
    counted: messages['opposition.counted'],
    notes: [...(isUncounted ? [messages['opposition.uncounted']] : []), ...cutOff(speakers)],
  };
}

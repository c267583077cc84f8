/*
 * Where the parts of a picture stand, as far as its height follows from it: its room is kept before it is drawn, by
 * code that does not need the charting library. All in CSS pixels.
 */
import type { Language } from '@waarborg/shared/messages';
import type { Picture } from './draw-picture.ts';
import { labelRoom, maxDrawnRows, type PictureData, type PictureKind } from './drawing.ts';
import { drawnMonths, type Milestone } from './shape-months.ts';
import { opponentsOf } from './shape-opposition.ts';
import { stanceClaims } from './shape-stances.ts';
import { isStanceLook, type LookName, lookWords } from './stance-look.ts';

const rowHeight = 26;
export const lineHeight = 20;

const legends: Readonly<Record<PictureKind, readonly LookName[]>> = {
  stances: ['hurts', 'noEffect', 'helps'],
  months: ['helps', 'hurts', 'noEffect', 'none'],
  speakers: ['helps', 'hurts', 'both', 'noEffect', 'none', 'differing'],
  opposition: ['helps', 'hurts'],
};
/** Pictures that fill areas, whose legend shows the pattern besides the mark. */
const hasAreas: Readonly<Record<PictureKind, boolean>> = {
  stances: true,
  months: true,
  speakers: false,
  opposition: false,
};

/** The marks of a legend with their words, in rows that wrap to the width; `swatch` is the room for a pattern. */
export function layOutLegend(kind: PictureKind, width: number, language: Language) {
  const words = lookWords(language);
  let [x, y] = [4, lineHeight / 2];
  const entries = legends[kind].map((name) => {
    const label = words[`stance.${name}`];
    const swatch = hasAreas[kind] && isStanceLook(name) ? 20 : 0;
    const taken = swatch + 20 + label.length * 7 + 20;
    if (x > 4 && x + taken > width) [x, y] = [4, y + lineHeight];
    const entry = { name, label, swatch, x, y };
    x += taken;
    return entry;
  });
  return { entries, height: y + lineHeight / 2 + 4 };
}

/** The safeguards that have a bar. */
export function layOutStances(bars: PictureData['stances']) {
  const shown = bars.filter(({ total }) => stanceClaims(total) > 0).slice(0, maxDrawnRows);
  return { shown, height: shown.length * rowHeight + 20 };
}

const columnsHeight = 300;
const laneHeight = 18;
/** Two numbers nearer than this stand above each other. */
const nearest = 18;
const sides = { marginLeft: 44, marginRight: 16 };

/** The lane of each milestone, from 0: numbers that would touch stand in different ones. */
export function lanesOf(milestones: readonly Pick<Milestone, 'day'>[], pixelsPerMs: number): number[] {
  const ends: number[] = [];
  return milestones.map(({ day }) => {
    const at = day.getTime() * pixelsPerMs;
    const free = ends.findIndex((end) => at - end >= nearest);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = at;
    return lane;
  });
}

/** From the first month to the last one that is drawn, of which there is one, with the milestones in lanes above them. */
export function layOutMonths({ months, milestones }: PictureData['months'], width: number) {
  const days = [...drawnMonths(months).map(({ begin }) => begin), ...milestones.map(({ day }) => day)].map(
    Number,
  );
  const first = new Date(Math.min(...days));
  const last = new Date(Math.max(...days));
  const domain = [
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1)),
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1)),
  ] as const;
  const room = width - sides.marginLeft - sides.marginRight;
  const lanes = lanesOf(milestones, room / (Number(domain[1]) - Number(domain[0])));
  const marginTop = 20 + laneHeight * (Math.max(-1, ...lanes) + 1);
  return { domain, lanes, laneHeight, ...sides, marginTop, height: columnsHeight + marginTop };
}

/** The speakers that have a row, and the names of the columns with the room above them. */
export function layOutSpeakers({ speakers, safeguards }: PictureData['speakers']) {
  const shown = speakers.slice(0, maxDrawnRows);
  const columns = new Map(safeguards.map(({ id, label, shortLabel }) => [id, shortLabel ?? label]));
  const headRoom = labelRoom([...columns.values()], 480);
  return { shown, columns, headRoom, height: shown.length * rowHeight + headRoom + 12 };
}

/** The speakers that have a row. */
export function layOutOpposition(pairs: PictureData['opposition']) {
  const shown = opponentsOf(pairs).slice(0, maxDrawnRows);
  return { shown, height: Math.max(120, shown.length * rowHeight + 16) };
}

function chartHeight(picture: Picture, width: number): number {
  switch (picture.kind) {
    case 'stances':
      return layOutStances(picture.data).height;
    case 'months':
      return layOutMonths(picture.data, width).height;
    case 'speakers':
      return layOutSpeakers(picture.data).height;
    case 'opposition':
      return layOutOpposition(picture.data).height;
  }
}

/** Height of a picture as it is drawn on a page. */
export function pictureHeight(picture: Picture, width: number, language: Language): number {
  return Math.ceil(layOutLegend(picture.kind, width, language).height + chartHeight(picture, width));
}

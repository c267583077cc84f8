import * as Plot from '@observablehq/plot';
import { dateInWords } from '@waarborg/shared/citation';
import type { Stance } from '@waarborg/shared/matrix';
import { domainMessages, type Language } from '@waarborg/shared/messages';
import { shortMonthNames } from '@waarborg/shared/messages/date-format';
import { formatNumber } from '@waarborg/shared/messages/format-number';
import type { Chart, DrawOptions, PictureData } from './drawing.ts';
import { layOutMonths } from './lay-out-picture.ts';
import type { Milestone } from './shape-months.ts';
import { fillOf, stackedStances } from './stance-look.ts';

const fewMonths = 12;

interface Part {
  readonly begin: Date;
  readonly id: string;
  readonly stance: Stance;
  readonly claims: number;
}

/** Where the axis has a tick: at each month as long as they are few, since nothing is told between two of them. */
export function ticksOf([from, to]: readonly [Date, Date]): { ticks?: 'month' } {
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return months <= fewMonths ? { ticks: 'month' } : {};
}

/** Claims by month as columns, stacked by stance, with the milestones of the bill as numbered lines. */
export function drawMonths(
  { months, milestones }: PictureData['months'],
  { width, ink, language, prefix }: DrawOptions & { prefix: string },
): Chart {
  const parts = months.flatMap(({ id, begin, total }): Part[] =>
    begin
      ? stackedStances.flatMap((stance) => {
          const claims = total.stances[stance];
          return claims > 0 ? [{ begin, id, stance, claims }] : [];
        })
      : [],
  );
  const { domain, lanes, laneHeight, ...measures } = layOutMonths({ months, milestones }, width);
  const numbered = milestones.map((milestone, index) => ({ ...milestone, lane: lanes[index] ?? 0 }));
  return Plot.plot({
    width,
    ...measures,
    marginBottom: 44,
    style: { fontSize: '13px' },
    x: { type: 'utc', domain },
    y: { axis: null },
    marks: [
      Plot.gridY({ stroke: ink.line, strokeOpacity: 1, interval: 1, ticks: 5 }),
      Plot.axisY({ ticks: 5, tickSize: 0, fill: ink.text, label: null, tickFormat: wholeNumbers(language) }),
      Plot.axisX({
        ...{ fill: ink.text, stroke: ink.muted, label: null, tickFormat: dateTick(language) },
        ...ticksOf(domain),
      }),
      Plot.rectY(parts, {
        x: 'begin',
        interval: 'month',
        y: 'claims',
        z: null,
        order: null,
        fill: ({ stance }: Part) => fillOf(stance, prefix, ink),
        stroke: ({ stance }: Part) => ink[stance],
        title: ({ id, stance, claims }: Part) =>
          `${dateInWords(id, language)}: ${claims} × ${domainMessages[language][`stance.${stance}`]}`,
      }),
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.ruleX(numbered, { x: 'day', stroke: ink.text, strokeDasharray: '4 3' }),
      ...[...new Set(lanes)].flatMap((lane) => {
        const own = numbered.filter((milestone) => milestone.lane === lane);
        const place = { x: 'day', frameAnchor: 'top', dy: -14 - laneHeight * lane } as const;
        return [
          Plot.dot(own, { ...place, r: 8, fill: ink.paper, stroke: ink.text }),
          Plot.text(own, {
            ...place,
            text: ({ number }: Milestone) => String(number),
            lineAnchor: 'middle',
            fontSize: 11,
            fill: ink.text,
            title: ({ date, title }: Milestone) => `${dateInWords(date, language)}: ${title}`,
          }),
        ];
      }),
    ],
  });
}

function wholeNumbers(language: Language) {
  return (value: number) => (Number.isInteger(value) ? formatNumber(value, language) : '');
}

/** "jan 2026" at the turn of a year and where ticks are years apart, else "mrt". */
function dateTick(language: Language) {
  return (date: Date, index: number) => {
    const month = date.getUTCMonth();
    const isTurn = index === 0 || month === 0;
    return [shortMonthNames[language][month], ...(isTurn ? [date.getUTCFullYear()] : [])].join('\n');
  };
}

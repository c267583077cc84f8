import { dateInWords } from '@waarborg/shared/citation';
import { type Axis, noValue, stanceMarks, stances } from '@waarborg/shared/matrix';
import { domainMessages } from '@waarborg/shared/messages';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { pictureMessages } from '@waarborg/shared/messages/pictures';
import { StanceLabel } from '@waarborg/shared/ui';
import { language } from '../language/language.ts';
import { type MatrixView, type Selection, viewSearch } from '../matrix-view/view.ts';
import { matrixHref } from '../routing/route.ts';
import type { PictureData } from './drawing.ts';
import { NumberTable, NumberTo } from './number-table.tsx';
import type { OpposedPair } from './shape-opposition.ts';
import type { SpeakerPoint } from './shape-speakers.ts';
import type { StanceBar } from './shape-stances.ts';
import { isStanceLook, lookWords } from './stance-look.ts';

/** Where the numbers of a table lead: the matrix of this dossier, with these filters. */
export interface TableSource {
  readonly slug: string;
  readonly filters: MatrixView['filters'];
}

function hrefOf({ slug, filters }: TableSource, rows: Axis, columns: Axis, selection: Selection): string {
  return matrixHref(slug) + viewSearch({ rows, columns, count: 'claims', filters, selection });
}

/** Heads of the columns with claims by stance. */
function stanceHeads() {
  const messages = pictureMessages[language.value];
  return [
    messages.claims,
    ...stances.map((stance) => <StanceLabel key={stance} stance={stance} language={language.value} />),
    messages.reviewersDiffer,
  ];
}

/** All claims, then those of each stance, then those on which reviewers differ: as many as in the cell that opens. */
function stanceCells(total: StanceBar['total'], label: string, href: string) {
  const words = domainMessages[language.value];
  const messages = pictureMessages[language.value];
  const numbers: [string, number][] = [
    [messages.claims, total.claims],
    ...stances.map((stance): [string, number] => [words[`stance.${stance}`], total.stances[stance]]),
    [messages.reviewersDiffer, total.disagreements],
  ];
  return numbers.map(([name, count]) => (
    <NumberTo key={name} count={count} href={href} label={`${label}, ${name}`} />
  ));
}

/** Safeguards with their claims by stance. */
export function StanceTable({ bars, source }: { bars: PictureData['stances']; source: TableSource }) {
  const messages = pictureMessages[language.value];
  return (
    <NumberTable
      title={messages['stances.title']}
      heads={[messages.safeguard, ...stanceHeads()]}
      rows={bars.map(({ safeguard: { id, label }, total }) => ({
        id,
        head: label,
        cells: stanceCells(total, label, hrefOf(source, 'safeguard', 'impact', { row: id })),
      }))}
    />
  );
}

/** Months with their claims by stance. */
export function MonthTable({
  months,
  source,
}: {
  months: PictureData['months']['months'];
  source: TableSource;
}) {
  const messages = pictureMessages[language.value];
  const nameOf = (id: string) => (id === noValue ? messages.unknownMonth : dateInWords(id, language.value));
  return (
    <NumberTable
      title={messages['months.title']}
      heads={[messages.month, ...stanceHeads()]}
      rows={months.map(({ id, total }) => ({
        id,
        head: nameOf(id),
        cells: stanceCells(total, nameOf(id), hrefOf(source, 'month', 'safeguard', { row: id })),
      }))}
    />
  );
}

/** Speakers by safeguards. */
export function SpeakerTable({ grid, source }: { grid: PictureData['speakers']; source: TableSource }) {
  const messages = pictureMessages[language.value];
  const points = new Map(
    grid.points.map((point) => [`${point.speaker.id} ${point.safeguard.id}`, point] as const),
  );
  return (
    <NumberTable
      title={messages['speakers.title']}
      heads={[messages.speaker, ...grid.safeguards.map(({ label, shortLabel }) => shortLabel ?? label)]}
      rows={grid.speakers.map(({ id, label }) => ({
        id,
        head: label,
        cells: grid.safeguards.map((safeguard) => (
          <PointNumber key={safeguard.id} point={points.get(`${id} ${safeguard.id}`)} source={source} />
        )),
      }))}
    />
  );
}

function PointNumber({ point, source }: { point: SpeakerPoint | undefined; source: TableSource }) {
  if (!point) return null;
  const { speaker, safeguard, cell, leaning } = point;
  const words = lookWords(language.value);
  const otherMarks = { both: '◆', differing: '≠' } as const;
  const href = hrefOf(source, 'speaker', 'safeguard', { row: speaker.id, column: safeguard.id });
  return (
    <>
      <span aria-hidden="true">{isStanceLook(leaning) ? stanceMarks[leaning] : otherMarks[leaning]} </span>
      <NumberTo
        count={cell.claims}
        href={href}
        label={`${speaker.label}, ${safeguard.label}, ${words[`stance.${leaning}`]}`}
      />
    </>
  );
}

/** Pairs of speakers with every point on which they oppose each other. */
export function OppositionTable({
  pairs,
  source,
}: {
  pairs: PictureData['opposition'];
  source: TableSource;
}) {
  const messages = pictureMessages[language.value];
  return (
    <NumberTable
      title={messages['opposition.title']}
      heads={[messages.saysHelps, messages.saysHurts, messages.about]}
      rows={pairs.map((pair) => ({
        id: `${pair.helper.id} ${pair.hurter.id}`,
        head: `${stanceMarks.helps} ${pair.helper.name}`,
        cells: [
          `${stanceMarks.hurts} ${pair.hurter.name}`,
          <OpposedPoints key="points" pair={pair} source={source} />,
        ],
      }))}
    />
  );
}

/** The points of a pair, each a way to what both say about it. */
function OpposedPoints({ pair, source }: { pair: OpposedPair; source: TableSource }) {
  const messages = pictureMessages[language.value];
  const both = { ...source, filters: { ...source.filters, speaker: [pair.helper.id, pair.hurter.id] } };
  const remark = pair.normMeetsExpectation && <em> § {messages['opposition.norm']}</em>;
  if (!pair.points) {
    return (
      <>
        <a class="utrecht-link utrecht-link--html-a" href={hrefOf(both, 'safeguard', 'impact', {})}>
          {messages.seeAll}
        </a>
        {remark}
      </>
    );
  }
  return (
    <>
      {messages['opposition.points'](pair.points.length)}
      {remark}
      <ul class="wb-plain-list">
        {pair.points.map(({ safeguard, impact }) => (
          <li key={`${safeguard.id} ${impact.id}`}>
            <a
              class="utrecht-link utrecht-link--html-a"
              href={hrefOf(both, 'safeguard', 'impact', { row: safeguard.id, column: impact.id })}
            >
              {matrixMessages[language.value].pair(
                safeguard.shortLabel ?? safeguard.label,
                impact.shortLabel ?? impact.label,
              )}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/**
 * A dossier by article: what each provision does to which safeguard, and on what that has an effect. The same facts
 * as in the matrix, in other parts: each number is that of a cell of the matrix whose filters name the provision, the
 * measure and the stage. Cost: linear in the facts that pass the filters.
 */
import { noValue } from './axes.ts';
import { type Counts, PartCounter } from './counts.ts';
import { findDiffering } from './disagreements.ts';
import { includesRejected, type MatrixFilters, selectFacts } from './filters.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { compareProvisions, readProvision } from './provision.ts';

/** What is claimed of an effect on one impact. */
export interface ArticleImpact extends Counts {
  /** Concept id; `none` where no impact is named. */
  readonly impact: string;
}

/** What a provision does to a safeguard, at one stage. */
export interface ArticleEffect {
  /** Concept id. */
  readonly safeguard: string;
  /** `none` where it is not said. */
  readonly measure: string;
  readonly stage: string;
  readonly impacts: readonly ArticleImpact[];
}

/** A provision as it was coded. */
export interface ArticleVersion {
  readonly provision: string;
  /** The paper that changes the article; absent for the article itself. */
  readonly change?: string | undefined;
  /** Absent where the article is only named (`ArticlesWanted.lines`). */
  readonly effects?: readonly ArticleEffect[];
}

/** An article with whatever changes it beside it. */
export interface Article {
  /** Absent for changes of which nobody said what they change. */
  readonly article?: string | undefined;
  /** The law in which it stands; absent in the bill. */
  readonly law?: string | undefined;
  /** The article itself first, where something is said of it, then its changes. */
  readonly versions: readonly ArticleVersion[];
}

/** Which articles are wanted, and how many of them in full. */
export interface ArticlesWanted {
  /** The only one that is wanted; `none`: the changes of which nobody said what they change. Absent: all. */
  readonly article?: string | undefined;
  /**
   * Lines, one for each impact of each effect, that are told at most: of as many articles as fit, from the first, and
   * of one in any case; the others are named. Absent: all.
   */
  readonly lines?: number | undefined;
}

/** Parts of facts by what they say of something, in the order of `order`. */
function split(
  facts: Uint32Array,
  read: (fact: number) => string,
  order: (one: string, other: string) => number,
) {
  return [...Map.groupBy(facts, read)]
    .toSorted(([one], [other]) => order(one, other))
    .map(([value, own]) => [value, Uint32Array.from(own)] as const);
}

/** Orders values as a vocabulary or codebook has them; what is in none comes last. */
function orderOf(known: readonly string[]): (one: string, other: string) => number {
  const places = new Map(known.map((value, place) => [value, place]));
  const placeOf = (value: string) => places.get(value) ?? known.length;
  return (one, other) => placeOf(one) - placeOf(other);
}

function countLines(effects: readonly ArticleEffect[]): number {
  return effects.reduce((lines, { impacts }) => lines + impacts.length, 0);
}

/** What every provision of a dossier does. Articles stand in the order of the law, the bill first. */
export function countByArticle(
  index: MatrixIndex,
  filters: MatrixFilters,
  { article: only, lines = Number.POSITIVE_INFINITY }: ArticlesWanted = {},
): Article[] {
  const { axes } = index.facts;
  const counter = new PartCounter(index, index.fold(includesRejected(filters))).apartFrom(
    findDiffering(index, filters),
  );
  const readerOf = (axis: keyof typeof axes) => (fact: number) =>
    axes[axis].values[axes[axis].codes[fact] ?? 0] ?? noValue;
  const byCodebook = orderOf(index.frame.codebook.concepts.map(({ id }) => id));
  const byMeasure = orderOf(axes.measure.values.slice(1));
  const byStage = orderOf(axes.stage.values.slice(1));

  const impactsOf = (facts: Uint32Array): ArticleImpact[] =>
    split(facts, readerOf('impact'), byCodebook).map(([impact, own]) => ({
      impact,
      ...counter.count(own).counts,
    }));
  const effectsOf = (facts: Uint32Array): ArticleEffect[] =>
    split(facts, readerOf('safeguard'), byCodebook).flatMap(([safeguard, ofSafeguard]) =>
      split(ofSafeguard, readerOf('stage'), byStage).flatMap(([stage, ofStage]) =>
        split(ofStage, readerOf('measure'), byMeasure).map(([measure, own]) => ({
          ...{ safeguard, stage, measure },
          impacts: impactsOf(own),
        })),
      ),
    );

  const named = selectFacts(index, filters).filter((fact) => axes.provision.codes[fact] !== 0);
  const versions = split(named, readerOf('provision'), compareProvisions).map(([provision, facts]) => ({
    ...readProvision(provision),
    ...{ provision, facts },
  }));
  // Changes of nothing in particular belong to no article: they come last.
  const articles = [...Map.groupBy(versions, ({ article }) => article)]
    .filter(([article = noValue]) => only === undefined || article === only)
    .toSorted(([one], [other]) => Number(one === undefined) - Number(other === undefined));
  let left = lines;
  return articles.map(([article, own], place) => {
    const ordered = own.toSorted((a, b) => Number(a.change !== undefined) - Number(b.change !== undefined));
    const effects = place === 0 || left > 0 ? ordered.map(({ facts }) => effectsOf(facts)) : [];
    left -= countLines(effects.flat());
    const isTold = place === 0 || left >= 0;
    return {
      article,
      law: own[0]?.law,
      versions: ordered.map(({ provision, change }, at) => ({
        provision,
        ...(change ? { change } : {}),
        ...(isTold && effects[at] ? { effects: effects[at] } : {}),
      })),
    };
  });
}

import type { ArticlesResponse } from '@waarborg/shared/api';

type Article = ArticlesResponse['articles'][number];
/** What one version of an article does to one safeguard. */
export type Effect = NonNullable<Article['versions'][number]['effects']>[number];

/** One version of an article at one stage: the article as it was proposed, or as an amendment would have it. */
export interface VersionColumn {
  readonly provision: string;
  /** The paper that changes the article; absent for the article itself. */
  readonly change?: string;
  readonly stage: string;
}

/** What the versions of an article do to one safeguard, side by side. */
export interface SafeguardRow {
  /** Concept id. */
  readonly safeguard: string;
  /** For each column what it does; none where nobody said anything of it. */
  readonly effects: readonly (readonly Effect[])[];
}

/** An article as a table. */
export interface ArticleTable {
  readonly columns: readonly VersionColumn[];
  readonly rows: readonly SafeguardRow[];
}

/** Lays an article out: its versions beside each other, a row for each safeguard to which they do something. */
export function layOutArticle({ versions }: Article): ArticleTable {
  const columns = versions.flatMap(({ provision, change, effects = [] }) =>
    [...new Set(effects.map(({ stage }) => stage))].map((stage) => ({
      provision,
      stage,
      ...(change === undefined ? {} : { change }),
      effects: effects.filter((effect) => effect.stage === stage),
    })),
  );
  const safeguards = new Set(
    versions.flatMap(({ effects = [] }) => effects.map(({ safeguard }) => safeguard)),
  );
  return {
    columns: columns.map(({ effects: _, ...column }) => column),
    rows: [...safeguards].map((safeguard) => ({
      safeguard,
      effects: columns.map((column) => column.effects.filter((effect) => effect.safeguard === safeguard)),
    })),
  };
}

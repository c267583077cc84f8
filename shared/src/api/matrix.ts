import { z } from 'zod';
import {
  annotationSchema,
  conceptIdSchema,
  maxProvisionLength,
  measures,
  stages,
  textSchema,
} from '../annotation/index.ts';
import { linkSchema } from '../dossier/index.ts';
import {
  axes,
  billReadings,
  cellParts,
  countKinds,
  hideable,
  matrixFiltersSchema,
  namings,
  stances,
} from '../matrix/index.ts';
import { countSchema } from './count.ts';

const coverageSchema = z.object({ documents: countSchema, of: countSchema });

const oppositionSchema = z.array(
  z.object({
    helps: z.string(),
    hurts: z.string(),
    helpsId: z.string(),
    hurtsId: z.string(),
    normMeetsExpectation: z.boolean(),
  }),
);

const countsSchema = z.object({
  claims: countSchema,
  documents: countSchema,
  speakers: countSchema,
  directions: z.object({
    favourable: countSchema,
    unfavourable: countSchema,
    neutral: countSchema,
    unclear: countSchema,
  }),
  stances: z.object({ helps: countSchema, hurts: countSchema, noEffect: countSchema, none: countSchema }),
  contested: z.boolean(),
  denied: z.boolean(),
  mixed: z.boolean(),
  /** How many speakers stand on either side. */
  opposing: z.object({ helps: countSchema, hurts: countSchema, normMeetsExpectation: z.boolean() }),
  /** Who opposes whom, where the matrix lists it. */
  opposition: oppositionSchema,
  disagreements: countSchema,
});

/** Lines of articles that are told unless another number is asked for: many times as many take seconds to send and to draw. */
const defaultLines = 500;

/**
 * Filters, which article alone (`none`: changes of nothing in particular), and how many lines are told at most; of one
 * article, and of the first of several, all are.
 */
export const articlesQuerySchema = matrixFiltersSchema.extend({
  article: textSchema(maxProvisionLength, 1).optional(),
  lines: z
    .string()
    .regex(/^\d{1,6}$/, '0 to 999999')
    .default(String(defaultLines))
    .transform(Number),
});

/** Most articles of a bill of which it is said that nothing is told. */
export const maxBillRows = 1_000;

/** The bill of a dossier, with its articles of which nothing is told. */
const billSchema = z.object({
  /** Document id. */
  document: z.string(),
  title: z.string(),
  /** Whether the dossier names it; otherwise it says of itself that it is the bill, and is the only one. */
  isNamed: z.boolean(),
  read: z.enum(billReadings),
  /** Address of the copy in whose text the articles stand; absent where no text that has articles is kept. */
  source: z.string().optional(),
  /** How many articles it has, and parts of those that have parts. */
  articles: countSchema,
  /** How many of them no coding names. */
  unnamed: countSchema,
  /** Those of which nothing is told, in the order of the bill; the first of them where there are very many. */
  rows: z
    .array(
      z.object({
        article: z.string(),
        naming: z.enum(namings),
        /** First words of it in the copy. */
        words: z.string(),
        /** Place in `articles` before which it stands in the bill. */
        before: countSchema,
      }),
    )
    .max(maxBillRows),
  /** How many more there are. */
  more: countSchema,
});
export type BillOfArticles = z.infer<typeof billSchema>;

/** `GET /dossiers/{dossier}/matrix/articles`: what each provision does to which safeguard, and with what impact. */
export const articlesResponseSchema = z.object({
  revision: countSchema,
  /** Absent where no bill is known, and where certain articles are asked for. */
  bill: billSchema.optional(),
  /** In the order of the law, those of the bill first; last the changes of which nobody said what they change. */
  articles: z.array(
    z.object({
      article: z.string().optional(),
      law: z.string().optional(),
      versions: z.array(
        z.object({
          provision: z.string(),
          change: z.string().optional(),
          /** Absent where the article is only named, for want of `lines`. */
          effects: z
            .array(
              z.object({
                safeguard: z.string(),
                stage: z.string(),
                measure: z.string(),
                impacts: z.array(countsSchema.omit({ opposition: true }).extend({ impact: z.string() })),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});
export type ArticlesResponse = z.infer<typeof articlesResponseSchema>;

const memberSchema = z.object({
  id: z.string(),
  label: z.string(),
  shortLabel: z.string().optional(),
  group: z.string().optional(),
  groupId: z.string().optional(),
  /** What it stands for, where it stands for a whole group. */
  values: z.array(z.string()).optional(),
});

/**
 * `GET /dossiers/{dossier}/matrix`. `cells` has every combination of row and column, but of more than 5,000
 * combinations only those that have claims.
 */
export const matrixResponseSchema = z.object({
  revision: countSchema,
  rows: z.array(memberSchema),
  columns: z.array(memberSchema),
  cells: z.array(
    countsSchema.extend({
      row: z.string(),
      column: z.string(),
      state: z.enum(['evidence', 'not-read', 'nothing-found']),
      read: coverageSchema,
    }),
  ),
  totals: z.object({
    rows: z.record(
      z.string(),
      /** `measures`: claims by what they say happens to a safeguard. */
      countsSchema.extend({ read: coverageSchema, measures: z.record(z.enum(measures), countSchema) }),
    ),
    columns: z.record(z.string(), countsSchema.extend({ read: coverageSchema })),
    all: countsSchema.extend({ read: coverageSchema }),
  }),
  disputed: z.array(z.string()),
  /**
   * Whether `opposition` names who opposes whom. A matrix with thousands of such pairs leaves them to the cells:
   * `/matrix/cell` names all of a cell. `opposing` says in any case how many stand on either side.
   */
  listsOpposition: z.boolean(),
});
export type MatrixResponse = z.infer<typeof matrixResponseSchema>;

/** Axes and filters, after repeated query parameters have become lists. */
const axesQuerySchema = matrixFiltersSchema.extend({
  rows: z.enum(axes).default('safeguard'),
  columns: z.enum(axes).default('impact'),
});

/** Axes and filters of the matrix, and the groups of the codebook that are one row or column each. */
export const matrixQuerySchema = axesQuerySchema.extend({
  fold: z.array(conceptIdSchema).max(200).optional(),
});

/** An order of rows or columns as the address of the matrix page has it: by totals, by reading, or by a member. */
const orderSchema = z
  .string()
  .max(300)
  .regex(/^(?:asc|desc)(?:\.(?:total|read)|:.+)$/su);

/** How the page of the matrix shows its numbers, besides the groups that are folded. */
export const layoutFields = {
  /** What the numbers count. */
  count: z.enum(countKinds).default('claims'),
  sortRows: orderSchema.optional(),
  sortColumns: orderSchema.optional(),
  /** Whether rows and columns in which nothing is counted are left out. */
  hide: z.array(z.enum(hideable)).optional(),
};

/** Most claims in one answer about a number. */
const maxClaims = 1_000;

/** How many claims are told first: as many at most as an outline takes. */
const firstSchema = () =>
  z
    .string()
    .regex(/^(?:2000|1\d{3}|[1-9]\d{0,2})$/, '1 to 2000')
    .transform(Number)
    .optional();

/** The same, and which number is asked about: a cell, a total (one of both) or everything (neither). */
export const cellQuerySchema = axesQuerySchema.extend({
  row: textSchema(200).optional(),
  column: textSchema(200).optional(),
  /** In the place of a page: of each part the claims that are read first, so many at most, and `sections`. */
  first: firstSchema(),
  /** Of these, so many of one speaker at most. */
  each: firstSchema(),
  /** Only the claims of one part: a stance, or what reviewers differ on. */
  part: z.enum(cellParts).optional(),
  /** Only those of one speaker, by id. */
  by: textSchema(200).optional(),
  /** Claims of a page, at most 1,000 (also where nothing is said). */
  limit: z
    .string()
    .regex(/^(?:1000|[1-9]\d{0,2})$/, '1 to 1000')
    .default(String(maxClaims))
    .transform(Number),
  /** `next` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, '`next` of the page before')
    .default('0')
    .transform(Number),
});

/** `GET /dossiers/{dossier}/matrix/cell`: the claims that a number counts, and the passages behind them. */
export const cellResponseSchema = z.object({
  revision: countSchema,
  claims: z.array(
    z.object({
      places: z.array(
        z.object({
          annotation: z.string(),
          coding: z.string(),
          document: z.string(),
          speaker: z.string(),
          stance: z.enum(stances),
          reviewersDiffer: z.boolean(),
        }),
      ),
    }),
  ),
  /** The passages of these claims. */
  annotations: z.array(annotationSchema),
  /** Links of these passages, and the passages elsewhere to which they lead. */
  links: z.array(linkSchema),
  linked: z.array(annotationSchema),
  /**
   * Where `first` is asked for: the parts that have claims, in the order in which they are read, with how many claims
   * and of whom.
   */
  sections: z
    .array(
      z.object({
        part: z.enum(cellParts),
        claims: countSchema,
        voices: z.array(
          z.object({
            /** Id; absent in what reviewers differ on. */
            speaker: z.string().optional(),
            claims: countSchema,
            /** The first of these, by their places in `claims`. */
            first: z.array(countSchema),
          }),
        ),
      }),
    )
    .optional(),
  /** Who opposes whom, all of them; nobody in a total of which the `first` are asked for, and in a part. */
  opposition: oppositionSchema,
  /**
   * Who disagrees on the fact itself: one says that a safeguard is kept, another that it is not observed. Nobody in a
   * part.
   */
  disputes: z.array(
    z.object({
      safeguard: z.string(),
      stage: z.enum(stages).optional(),
      kept: z.array(z.string()),
      notObserved: z.array(z.string()),
    }),
  ),
  /** How many claims there are on all pages: as many as the number says, or of the part that is asked for. */
  total: countSchema,
  /** Cursor of the next page; absent on the last. */
  next: z.string().optional(),
});
export type CellResponse = z.infer<typeof cellResponseSchema>;

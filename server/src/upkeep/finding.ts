/** Something that is wrong in a database. */
export type Finding =
  /** What the database says of its own file. */
  | { readonly kind: 'file'; readonly words: string }
  /** A row refers to one that is not there. */
  | { readonly kind: 'reference'; readonly table: string; readonly words: string }
  /** The numbers of a dossier's revisions are not 1 to its last. */
  | { readonly kind: 'gap'; readonly dossier: string; readonly count: number; readonly last: number }
  /** The items of a revision are not numbered from 0, or there are none. */
  | { readonly kind: 'items'; readonly dossier: string; readonly number: number }
  /** An item of the log does not begin where the one before it ended. */
  | { readonly kind: 'log-broken'; readonly dossier: string; readonly item: string; readonly number: number }
  /** What the tables hold is not, otherwise, or not at all what the log says. */
  | {
      readonly kind: 'lost' | 'not-logged' | 'other-than-logged';
      readonly dossier: string;
      readonly item: string;
    };

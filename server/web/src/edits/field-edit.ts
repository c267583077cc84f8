/** The fields of a form by their names, each as it is typed or chosen; empty where it says nothing. */
export type Fields<F extends string> = Readonly<Record<F, string>>;

/** What is typed into the fields of a form, and over which version of them. */
export interface FieldEdit<F extends string> {
  /** The version over which it is typed. */
  readonly base: Fields<F>;
  readonly typed: Fields<F>;
  /** What somebody else made meanwhile of fields in which something else was typed. */
  readonly theirs: { readonly [Field in F]?: string };
}

/** Begins to change what stands in some fields. */
export function beginEdit<F extends string>(base: Fields<F>): FieldEdit<F> {
  return { base, typed: base, theirs: {} };
}

function namesOf<F extends string>({ base }: FieldEdit<F>): F[] {
  return Object.keys(base) as F[];
}

/**
 * An edit over the version that is there now: fields in which nothing was typed follow it, and what was typed stays.
 * Where both changed a field, `theirs` tells what the other one made of it; two who typed the same agree.
 */
export function rebaseEdit<F extends string>(edit: FieldEdit<F>, now: Fields<F>): FieldEdit<F> {
  const { base, typed, theirs } = edit;
  const names = namesOf(edit);
  if (names.every((name) => base[name] === now[name])) return edit;
  const isOwn = (name: F) => typed[name] !== base[name];
  const isTheirs = (name: F) => now[name] !== base[name] || name in theirs;
  const disputed = names.filter((name) => isOwn(name) && isTheirs(name) && typed[name] !== now[name]);
  const pick = (some: readonly F[], from: (name: F) => string) =>
    Object.fromEntries(some.map((name) => [name, from(name)]));
  return {
    base: now,
    typed: pick(names, (name) => (isOwn(name) ? typed : now)[name]) as Fields<F>,
    theirs: pick(disputed, (name) => now[name]) as FieldEdit<F>['theirs'],
  };
}

/** The edit with something else typed in a field. */
export function typeInto<F extends string>(
  edit: FieldEdit<F>,
  field: NoInfer<F>,
  value: string,
): FieldEdit<F> {
  return { ...edit, typed: { ...edit.typed, [field]: value } };
}

/** Whether anything was typed that the version below it does not say. */
export function isTyped<F extends string>(edit: FieldEdit<F>): boolean {
  return namesOf(edit).some((name) => edit.typed[name] !== edit.base[name]);
}

/** The fields in which something else was typed than somebody else made of them meanwhile, with what that is. */
export function disputedFields<F extends string>(edit: FieldEdit<F>): [F, string][] {
  return namesOf(edit).flatMap((name): [F, string][] => {
    const made = edit.theirs[name];
    return made === undefined || made === edit.typed[name] ? [] : [[name, made]];
  });
}

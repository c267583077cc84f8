import type { ComponentChildren } from 'preact';

interface PeopleTableProps {
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  readonly heads: readonly string[];
  /** A `tr` for each row. */
  readonly children: ComponentChildren;
}

/** A table with a head for each column, which scrolls aside where it does not fit. */
export function PeopleTable({ labelledBy, heads, children }: PeopleTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="wb-people-scroll" tabIndex={0} aria-labelledby={labelledBy}>
      <table class="utrecht-table utrecht-table--html-table wb-people">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

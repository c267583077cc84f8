import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface PeopleTableProps {
  /** Id of the heading that names the table; or its name, where there is no heading. */
  readonly labelledBy?: string;
  readonly label?: string;
  readonly caption?: string;
  readonly heads: readonly string[];
  /** A `tr` for each row. */
  readonly children: ComponentChildren;
}

/** A table with a head for each column; on a narrow screen its rows stand below each other, each cell with its head. */
export function PeopleTable({ labelledBy, label, caption, heads, children }: PeopleTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  // Without dependencies: every rendering may have brought rows.
  useLayoutEffect(() => {
    for (const row of body.current?.rows ?? [])
      for (const [place, cell] of [...row.cells].entries()) cell.dataset.label = heads[place] ?? '';
  });
  return (
    <section
      class="wb-people-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-labelledby={labelledBy}
      aria-label={label}
    >
      <table class="utrecht-table utrecht-table--html-table wb-people wb-stacked">
        {caption && <caption class="utrecht-table__caption">{caption}</caption>}
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>{children}</tbody>
      </table>
    </section>
  );
}

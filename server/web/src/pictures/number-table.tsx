import { formatNumber } from '@waarborg/shared/messages/format-number';
import { pictureMessages } from '@waarborg/shared/messages/pictures';
import type { ComponentChildren } from 'preact';
import { language } from '../language/language.ts';

/** A row of a table behind a picture. */
export interface NumberRow {
  readonly id: string;
  readonly head: ComponentChildren;
  readonly cells: readonly ComponentChildren[];
}

interface NumberTableProps {
  readonly title: string;
  readonly heads: readonly ComponentChildren[];
  readonly rows: readonly NumberRow[];
}

/** The table behind a picture; the first head is that of the rows. */
export function NumberTable({ title, heads, rows }: NumberTableProps) {
  const name = pictureMessages[language.value].tableOf(title);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="wb-table-scroll" tabIndex={0} aria-label={name}>
      <table class="utrecht-table utrecht-table--html-table wb-number-table">
        <caption class="wb-visually-hidden">{name}</caption>
        <thead class="utrecht-table__header">
          <tr class="utrecht-table__row">
            {heads.map((head, index) => (
              <th key={index} class="utrecht-table__header-cell" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="utrecht-table__body">
          {rows.map(({ id, head, cells }) => (
            <tr key={id} class="utrecht-table__row">
              <th class="utrecht-table__cell" scope="row">
                {head}
              </th>
              {cells.map((cell, index) => (
                <td key={index} class="utrecht-table__cell wb-numeric">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A number that leads to the passages behind it; what is not there stays empty. */
export function NumberTo({ count, href, label }: { count: number; href: string; label: string }) {
  if (count === 0) return null;
  return (
    <a class="utrecht-link utrecht-link--html-a" href={href} aria-label={`${label}: ${count}`}>
      {formatNumber(count, language.value)}
    </a>
  );
}

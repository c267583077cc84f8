import type { Coding } from '@waarborg/shared/annotation';
import { noValue } from '@waarborg/shared/matrix';
import { cellMessages } from '@waarborg/shared/messages/cell';
import { conceptShortLabel, type Vocabulary } from '@waarborg/shared/ui';
import { language } from '../language/language.ts';
import { viewSearch } from '../matrix-view/view.ts';

interface CellLinkProps {
  readonly coding: Pick<Coding, 'safeguard' | 'impact'>;
  readonly vocabulary: Vocabulary;
}

/** The way to the cell in which a coding counts, under no filters: those here may leave it out. */
export function CellLink({ coding: { safeguard, impact }, vocabulary }: CellLinkProps) {
  const label = [safeguard, ...(impact ? [impact] : [])]
    .map((id) => conceptShortLabel(vocabulary, id))
    .join(' → ');
  const href = viewSearch({
    ...{ rows: 'safeguard', columns: 'impact', count: 'claims', filters: {} },
    selection: { row: safeguard, column: impact ?? noValue },
  });
  return (
    <a class="utrecht-link utrecht-link--html-a" href={href}>
      {cellMessages[language.value].toCell(label)}
    </a>
  );
}

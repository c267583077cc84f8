import { type CellResponse, cellResponseSchema } from '@waarborg/shared/api';
import { maxOutlineParts } from '@waarborg/shared/dossier';
import type { WantedClaims } from '@waarborg/shared/matrix';
import { useMemo, useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { AllToOutline } from '../outline/all-to-outline.tsx';
import { shownPassages } from './sections.ts';

interface CellToOutlineProps {
  readonly slug: string;
  /** The first claims behind the number. */
  readonly cell: CellResponse;
  readonly pathOf: (wanted: Partial<WantedClaims>) => string;
}

function isWhole({ sections = [] }: CellResponse): boolean {
  return sections.every(({ voices }) => voices.every(({ claims, first }) => first.length === claims));
}

/** All passages behind the number into an outline, as they are shown. Those that are not here are asked for when it opens. */
export function CellToOutline({ slug, cell, pathOf }: CellToOutlineProps) {
  const [isOpen, setOpen] = useState(false);
  const isHere = isWhole(cell);
  const mayFit = cell.total <= maxOutlineParts;
  const path = isOpen && !isHere && mayFit ? pathOf({ first: maxOutlineParts }) : undefined;
  const whole = useResource(path, cellResponseSchema);
  const known = [cell, whole.data].find((one) => one && isWhole(one));
  // A claim of several speakers stands under each of them, so that there may be more than there are claims.
  const isTooMuch = !mayFit || (!known && whole.data !== undefined);
  const passages = useMemo(() => known && shownPassages(known), [known]);
  const hasPassages = useMemo(() => shownPassages(cell).shown.length > 0, [cell]);
  if (!hasPassages) return null;
  return (
    <AllToOutline
      {...{ slug, isOpen, passages }}
      onOpen={setOpen}
      tooMany={isTooMuch ? cell.total : undefined}
      failure={known ? undefined : whole.failure}
      onRetry={whole.reload}
    />
  );
}

import type { CellResponse } from '@waarborg/shared/api';
import type { WantedClaims } from '@waarborg/shared/matrix';
import type { DossierNames } from '../names/use-dossier-names.ts';

type Annotations = ReadonlyMap<string, CellResponse['annotations'][number]>;

/** What the parts of a cell need to show a passage. */
export interface PassageSource {
  /** The passages of the claims that came together. */
  readonly annotations: Annotations;
  readonly links: CellResponse['links'];
  /** The passages elsewhere to which links lead. */
  readonly linked: Annotations;
  readonly names: DossierNames;
  /** Name of the claim at which the reader was before the page was loaded anew. */
  readonly place: string | undefined;
  /** Path in the API of more claims behind the same number. */
  readonly pathOf: (wanted: WantedClaims) => string;
  /** Paper has what waits on a screen to be asked for. */
  readonly isPrinted: boolean;
}

function byId(annotations: CellResponse['annotations']): Annotations {
  return new Map(annotations.map((annotation) => [annotation.id, annotation]));
}

/** The passages that came with claims. */
export function passagesOf({ annotations, links, linked }: CellResponse) {
  return { annotations: byId(annotations), links, linked: byId(linked) };
}

import type { LinkKind } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { capitalise } from '@waarborg/shared/text';
import { footnote, type Inline, type NotePart } from '../papers/paper.ts';
import { citationsInRow, citeAnnotation } from '../papers/paper-source.ts';
import type { BriefingSource } from './briefing-source.ts';
import type { Statement } from './statements.ts';

/** Links that say more than that the same is said elsewhere, which folds into one claim, in the order in which they are told. */
const toldLinks = ['contradicts', 'supports', 'follows-up'] as const satisfies LinkKind[];

/** "Wordt weersproken door: Stcrt. 2025, 1188, par. 4.": what reviewers linked to a passage. */
function linksInWords(id: string, source: BriefingSource): NotePart[] {
  const words = domainMessages[source.language];
  return toldLinks.flatMap((kind) => {
    const own = source.links.filter((link) => link.kind === kind);
    const sides = [
      [words[`linkedBy.${kind}`], own.filter(({ to }) => to === id).map(({ from }) => from)],
      [words[`link.${kind}`], own.filter(({ from }) => from === id).map(({ to }) => to)],
    ] as const;
    return sides.flatMap(([word, ids]): NotePart[] => {
      const linked = ids.flatMap((other) => source.linked.get(other) ?? []);
      if (linked.length === 0) return [];
      const cited = linked.map((one) => citeAnnotation(one, source));
      return [` ${capitalise(word)}: `, ...citationsInRow(cited), '.'];
    });
  });
}

/** Where a statement stands, where else it is said, and which passages support, contradict or follow it up. */
export function statementFootnote({ annotation, repeats }: Statement, source: BriefingSource): Inline {
  const own = citeAnnotation(annotation, source);
  const others = repeats
    .map((repeat) => citeAnnotation(repeat, source))
    .filter(({ full }) => full !== own.full);
  const alsoIn =
    others.length > 0 ? [` ${paperMessages[source.language].alsoIn}: `, ...citationsInRow(others), '.'] : [];
  return footnote(own, ...alsoIn, ...linksInWords(annotation.id, source));
}

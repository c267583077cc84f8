import { withoutFullStop } from '@waarborg/shared/citation';
import type { LinkKind } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { citeAnnotation } from '../papers/paper-source.ts';
import type { BriefingSource } from './briefing-source.ts';
import type { Statement } from './statements.ts';

/** Links that say more than that the same is said elsewhere, which folds into one claim, in the order in which they are told. */
const toldLinks = ['contradicts', 'supports', 'follows-up'] as const satisfies LinkKind[];

/** Citations to stand in a row, each once. */
function citations(ids: readonly string[], source: BriefingSource): string[] {
  const cited = ids.flatMap((id) => source.linked.get(id) ?? []).map((one) => citeAnnotation(one, source));
  return [...new Set(cited.map(withoutFullStop))];
}

/** "wordt weersproken door: Stcrt. 2025, 1188, par. 4": what reviewers linked to a passage. */
function linksInWords(id: string, source: BriefingSource): string[] {
  const words = domainMessages[source.language];
  return toldLinks.flatMap((kind) => {
    const own = source.links.filter((link) => link.kind === kind);
    const sides = [
      [words[`linkedBy.${kind}`], own.filter(({ to }) => to === id).map(({ from }) => from)],
      [words[`link.${kind}`], own.filter(({ from }) => from === id).map(({ to }) => to)],
    ] as const;
    return sides.flatMap(([word, ids]) => {
      const cited = citations(ids, source);
      return cited.length > 0 ? [paperMessages[source.language].linkedTo(word, cited.join('; '))] : [];
    });
  });
}

/** Where a statement stands, where else it is said, and which passages support, contradict or follow it up. */
export function statementFootnote({ annotation, repeats }: Statement, source: BriefingSource): string {
  const own = citeAnnotation(annotation, source);
  const others = new Set(repeats.map((repeat) => withoutFullStop(citeAnnotation(repeat, source))));
  others.delete(withoutFullStop(own));
  const alsoIn = others.size > 0 ? [paperMessages[source.language].alsoIn([...others].join('; '))] : [];
  return [own, ...alsoIn, ...linksInWords(annotation.id, source)].join(' ');
}

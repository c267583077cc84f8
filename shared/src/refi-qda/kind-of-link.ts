import { type LinkKind, linkKinds } from '../dossier/index.ts';
import { domainMessages, languages } from '../messages/index.ts';
import { foldText } from '../text/index.ts';

/**
 * What a link between two passages says by its name: ours, or our words for it in either language. Undefined for
 * another one: a link that only says that two passages go together must not become one that supports.
 */
export function kindOfLink(name: string): LinkKind | undefined {
  const written = foldText(name).trim();
  return linkKinds.find((kind) =>
    [kind, ...languages.map((language) => foldText(domainMessages[language][`link.${kind}`]))].includes(
      written,
    ),
  );
}

import type { OutlinePart, SourceDocument } from '@waarborg/shared/dossier';
import { sourceTypes } from '@waarborg/shared/dossier';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { language } from '../language/language.ts';
import { citationOf } from '../names/citation-of.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';

/** The documents that an outline quotes, by kind, as they stand at the end of the paper. */
export function OutlineSources({ parts, names }: { parts: readonly OutlinePart[]; names: DossierNames }) {
  const quoted = new Set<SourceDocument>(
    parts.flatMap(({ content }) =>
      content.kind === 'passage' ? (names.documentsById.get(content.marked.document) ?? []) : [],
    ),
  );
  if (quoted.size === 0) return null;
  const groups = Map.groupBy(quoted, ({ sourceType }) => sourceType);
  return (
    <section class="wb-outline-sources" aria-labelledby="outline-sources">
      <h3 id="outline-sources">{paperMessages[language.value].sources}</h3>
      {sourceTypes
        .filter((type) => groups.has(type))
        .map((type) => (
          <div key={type}>
            <h4>{paperMessages[language.value][`sources.${type}`]}</h4>
            <ul>
              {(groups.get(type) ?? []).map(({ id }) => (
                <li key={id}>{citationOf(id, {}, names)}</li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

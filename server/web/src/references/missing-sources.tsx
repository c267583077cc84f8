import { referenceListSchema } from '@waarborg/shared/api';
import { nameSource } from '@waarborg/shared/citation';
import { referenceMessages } from '@waarborg/shared/messages/references';
import type { SourceGroup } from '@waarborg/shared/references';
import { useResource } from '../api/use-resource.ts';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { dossierHref, referencesHref } from '../routing/route.ts';
import { OfficialLink } from './source-entry.tsx';

/** Papers that are shown before one asks for all. */
const shown = 5;
/** What one would read in full; laws are cited everywhere, and nobody misses them. */
const readable = ['papers', 'debates', 'publications', 'rulings'] as const satisfies SourceGroup[];

/** The papers and rulings that most documents cite and the dossier does not have; nothing where it has everything. */
export function MissingSources({ slug }: { slug: string }) {
  const messages = referenceMessages[language.value];
  const groups = readable.map((group) => `&group=${group}`).join('');
  const path = `/dossiers/${slug}/references?inDossier=no${groups}&sort=-documents&limit=${shown}`;
  const { data, failure, reload } = useResource(path, referenceListSchema);
  if (failure) return <ProblemNotice failure={failure} onRetry={reload} />;
  if (!data || data.references.length === 0) return null;
  return (
    <section class="wb-missing">
      <h2>{messages.missing}</h2>
      <p class="wb-muted">{messages.missingHint}</p>
      <ol class="wb-rows">
        {data.references.map((source) => {
          const name = nameSource(source, language.value);
          return (
            <li key={source.key}>
              <span>
                <a
                  class="utrecht-link utrecht-link--html-a"
                  href={referencesHref(slug, { source: source.key })}
                >
                  {name}
                </a>{' '}
                <span class="wb-muted">{messages.documents(source.documents)}</span>
              </span>
              <OfficialLink href={source.link} name={name} />
            </li>
          );
        })}
      </ol>
      {data.next !== undefined && (
        <p>
          <a
            class="utrecht-link utrecht-link--html-a"
            href={`${dossierHref(slug, 'references')}?inDossier=no`}
          >
            {messages.allMissing}
          </a>
        </p>
      )}
    </section>
  );
}

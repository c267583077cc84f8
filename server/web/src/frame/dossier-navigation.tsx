import { webMessages } from '@waarborg/shared/messages/web';
import { useEffect, useId, useState } from 'preact/hooks';
import { language } from '../language/language.ts';
import { address } from '../routing/navigation.ts';
import { type DossierPage, dossierHref, dossierPages } from '../routing/route.ts';

/** Pages in the order of the table, by group. */
const groups = [...Map.groupBy(dossierPages, ({ group }) => group)];

interface NavigationProps {
  readonly slug: string;
  readonly current: DossierPage | undefined;
}

/** The ways to the pages of a dossier: a row of groups, or on a narrow screen a list that opens. */
export function DossierNavigation({ slug, current }: NavigationProps) {
  const messages = webMessages[language.value];
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = address.value;
  // Whoever arrived somewhere has no use for the open list any more.
  useEffect(() => setOpen(false), [pathname]);
  return (
    <nav
      class="wb-header-navigation"
      aria-label={messages.mainNavigation}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <button
        type="button"
        class="wb-navigation-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>{' '}
        {current ? messages.pagesFrom(messages[current]) : messages.dossierPages}
      </button>
      <div id={id} class="wb-navigation-groups" data-open={isOpen || undefined}>
        {groups.map(([group, pages]) => (
          <ul key={group} aria-label={messages[`group.${group}`]}>
            {pages.map(({ page }) => (
              <li key={page}>
                <a href={dossierHref(slug, page)} aria-current={page === current ? 'page' : undefined}>
                  {messages[page]}
                </a>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </nav>
  );
}

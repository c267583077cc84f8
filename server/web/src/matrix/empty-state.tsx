import type { MatrixResponse } from '@waarborg/shared/api';
import { isAllowed, type Role } from '@waarborg/shared/dossier';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../frame/button.tsx';
import { isOffline } from '../frame/edition.ts';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { withoutComparison, withoutSelection } from '../matrix-view/change-view.ts';
import { countFilters, type MatrixView } from '../matrix-view/view.ts';
import { type DossierPage, dossierHref } from '../routing/route.ts';
import { showView } from './show-view.ts';

interface EmptyStateProps {
  readonly slug: string;
  readonly matrices: readonly MatrixResponse[];
  readonly view: MatrixView;
}

/** What to do next where there is nothing to see; nothing at all where there is. */
export function EmptyState({ slug, matrices, view }: EmptyStateProps) {
  const messages = matrixMessages[language.value];
  const isEmpty = matrices.every(({ totals }) => totals.all.claims === 0);
  const isFiltered = countFilters(view.filters) + countFilters(view.compare ?? {}) > 0;
  if (isEmpty && isFiltered) return <NoMatch view={view} />;
  if (isEmpty && isOffline) return <p class="wb-empty">{messages.emptyTitle}.</p>;
  if (isEmpty) return <FirstSteps slug={slug} />;
  if (matrices.every(({ rows, columns }) => rows.length === 0 || columns.length === 0)) {
    return <p class="wb-empty">{messages.noRows}</p>;
  }
  return null;
}

/** The way from a new dossier to a matrix as far as the reader may go it, with a link to each page on it. */
function FirstSteps({ slug }: { slug: string }) {
  const messages = matrixMessages[language.value];
  const role = useDossier(slug).data?.role;
  const may = (needed: Role) => role !== undefined && isAllowed(role, needed);
  const linkTo = (page: DossierPage) => dossierHref(slug, page);
  return (
    <section class="wb-empty" aria-labelledby="first-steps">
      <h2 id="first-steps">{messages.emptyTitle}</h2>
      <ol>
        <Step text={messages.emptyCodebook} href={linkTo('codebook')} link={messages.emptyCodebookLink} />
        {may('reviewer') && (
          <>
            <Step
              text={messages.emptyConnect(window.location.origin)}
              href="/device"
              link={messages.emptyConnectLink}
            />
            <Step text={messages.emptyMark} href={linkTo('documents')} link={messages.emptyMarkLink} />
            <Step text={messages.emptyImport} href={linkTo('exchange')} link={messages.emptyImportLink} />
          </>
        )}
        {may('owner') && (
          <Step text={messages.emptyTogether} href={linkTo('members')} link={messages.emptyTogetherLink} />
        )}
      </ol>
      <p>{messages.emptyBelow}</p>
    </section>
  );
}

function Step({ text, href, link }: { text: string; href: string; link: string }) {
  return (
    <li>
      {text}{' '}
      <a class="utrecht-link utrecht-link--html-a" href={href}>
        {link}
      </a>
    </li>
  );
}

/** Filters that leave nothing; comes into view, since it takes the place of what one was looking at. */
function NoMatch({ view }: { view: MatrixView }) {
  const messages = matrixMessages[language.value];
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section class="wb-empty" ref={section}>
      <h2>{messages.noMatchTitle}</h2>
      <p>{messages.noMatch}</p>
      <Button
        tone="primary"
        onClick={() => showView({ ...withoutSelection(withoutComparison(view)), filters: {} })}
      >
        {messages.clearFilters}
      </Button>
    </section>
  );
}

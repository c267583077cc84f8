import { type OpenedDocument, type PageReport, requestPage } from '../messaging/index.ts';
import type { CitedPlace } from './group-references.ts';
import { usePanel } from './panel-context.ts';
import { RememberedSection } from './remembered-section.tsx';
import { type ListedSource, useReferences } from './use-references.ts';

interface ReferenceSectionProps {
  readonly opened: OpenedDocument;
  readonly report: PageReport;
}

/** What the document cites; looked for when the section is opened. */
export function ReferenceSection(props: ReferenceSectionProps) {
  const { messages } = usePanel();
  return (
    <RememberedSection name="references" title={messages.references}>
      {() => <References {...props} />}
    </RememberedSection>
  );
}

/** In the order in which they are listed. */
const groups = ['papers', 'debates', 'publications', 'rulings', 'laws', 'articles'] as const;

function References({ opened, report }: ReferenceSectionProps) {
  const { tab, messages } = usePanel();
  const sources = useReferences(tab, report);
  if (!sources) return <p class="empty">{messages.loading}</p>;
  if (sources.length === 0) return <p class="empty">{messages.noReferences}</p>;
  return (
    <div class="reference-list">
      {groups.map((group) => {
        const listed = sources.filter((source) => source.group === group);
        if (listed.length === 0) return null;
        return (
          <section key={group} aria-label={messages[`references.${group}`]}>
            <h3>
              {messages[`references.${group}`]} ({listed.length})
            </h3>
            <ol>
              {listed.map((source) => (
                <Source key={source.canonical} source={source} own={opened.document.id} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function Source({ source, own }: { source: ListedSource; own: string }) {
  const { messages } = usePanel();
  const { places, inDossier, link } = source;
  const name = places[0].words;
  return (
    <li class="reference">
      <span class="reference-name" lang="nl">
        {name}
      </span>
      {inDossier && (
        <span class="in-dossier">
          <span aria-hidden="true">✓ </span>
          {inDossier.id === own ? messages.thisDocument : messages.inDossier(inDossier.title)}
        </span>
      )}
      {inDossier === null && <span class="facts">{messages.notInDossier}</span>}
      <span class="reference-actions">
        {places.map((place, index) => (
          <PlaceButton key={place.start} place={place} number={index + 1} count={places.length} name={name} />
        ))}
        {link && (
          <a href={link} target="_blank" rel="noreferrer" aria-label={messages.openReferenceOf(name)}>
            {messages.openReference}
          </a>
        )}
      </span>
    </li>
  );
}

interface PlaceButtonProps {
  readonly place: CitedPlace;
  /** From 1, in the order of the text. */
  readonly number: number;
  readonly count: number;
  readonly name: string;
}

function PlaceButton({ place, number, count, name }: PlaceButtonProps) {
  const { tab, messages, announce } = usePanel();
  const show = async () => {
    if (tab === undefined) return;
    const { words, ...position } = place;
    const isShown = await requestPage(tab, 'show-place', { position, words }).catch(() => false);
    if (!isShown) announce(messages.placeGone);
  };
  return (
    <button
      type="button"
      aria-label={count === 1 ? messages.showInText(name) : messages.showPlace(number, count, name)}
      onClick={() => void show()}
    >
      {count === 1 ? messages.show : number}
    </button>
  );
}

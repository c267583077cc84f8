import type { DocumentDraft } from '@waarborg/shared/dossier';
import { sourceGroupMessages } from '@waarborg/shared/messages/source-groups';
import { type CitedPlace, sourceGroups } from '@waarborg/shared/references';
import { type OpenedDocument, type PageReport, requestPage } from '../messaging/index.ts';
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

function References({ opened, report }: ReferenceSectionProps) {
  const { tab, messages, language } = usePanel();
  const sources = useReferences(tab, report, language);
  if (!sources) return <p class="empty">{messages.loading}</p>;
  if (sources.length === 0) return <p class="empty">{messages.noReferences}</p>;
  return (
    <div class="reference-list">
      {sourceGroups.map((group) => {
        const listed = sources.filter(({ source }) => source.group === group);
        const heading = sourceGroupMessages[language][group];
        if (listed.length === 0) return null;
        return (
          <section key={group} aria-label={heading}>
            <h3>
              {heading} ({listed.length})
            </h3>
            <ol>
              {listed.map((cited) => (
                <Source key={`${cited.source.key} ${cited.article}`} cited={cited} own={opened.document} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function Source({ cited, own }: { cited: ListedSource; own: DocumentDraft }) {
  const { messages } = usePanel();
  const { name, places, inDossier, link } = cited;
  const isItself = isSame(cited, own);
  return (
    <li class="reference">
      <span class="reference-name">{name}</span>
      {isItself && <span class="facts">{messages.thisDocument}</span>}
      {inDossier && !isItself && (
        <span class="in-dossier">
          <span aria-hidden="true">✓ </span>
          {messages.inDossier(inDossier.title)}
        </span>
      )}
      {inDossier === null && !isItself && <span class="facts">{messages.notInDossier}</span>}
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

/** Whether the document names itself; also while the dossier does not have it yet. */
function isSame({ inDossier, source: { identifier } }: ListedSource, own: DocumentDraft): boolean {
  if (inDossier) return inDossier.id === own.id;
  return own.identifiers.some(
    ({ scheme, value }) => scheme === identifier?.scheme && value === identifier.value,
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
  const { messages, askPage } = usePanel();
  const { words, ...position } = place;
  const show = () =>
    void askPage((tab) => requestPage(tab, 'show-place', { position, words }), messages.placeGone);
  return (
    <button
      type="button"
      aria-label={count === 1 ? messages.showInText(name) : messages.showPlace(number, count, name)}
      onClick={show}
    >
      {count === 1 ? messages.show : number}
    </button>
  );
}

import { requestPageWhenReady } from '../messaging/index.ts';
import type { EntrySectionProps } from './entry-section.tsx';
import { usePanel } from './panel-context.ts';
import { quoteName } from './quote-name.ts';

/** The pieces of a passage: one can be added in the page, and one of several taken away. */
export function PassagePieces({ passage, onClose }: EntrySectionProps) {
  const { tab, messages, passageWords, announce, settle, askPage } = usePanel();
  const { annotation } = passage;
  const { id, ranges } = annotation;
  const add = async () => {
    if (await askPage((shown) => requestPageWhenReady(shown, 'add-piece', { id }), messages.notInText))
      announce(passageWords.addPieceStarted);
  };
  const remove = async (index: number) => {
    if (tab === undefined || !(await settle(requestPageWhenReady(tab, 'remove-piece', { id, index }))))
      return;
    announce(passageWords.pieceRemoved, async () => {
      if (await settle(requestPageWhenReady(tab, 'restore-passage', { annotation })))
        announce(passageWords.pieceIsBack);
    });
  };
  return (
    <>
      <ol class="pieces">
        {ranges.map(({ exact }, index) => (
          <li key={index}>
            <q class="named-quote">{exact}</q>
            {ranges.length > 1 && (
              <button
                type="button"
                class="link"
                aria-label={passageWords.removePieceOf(quoteName(exact))}
                onClick={() => void remove(index)}
              >
                {passageWords.removePiece}
              </button>
            )}
          </li>
        ))}
      </ol>
      <p class="actions">
        <button type="button" onClick={() => void add()}>
          {passageWords.addPiece}
        </button>
        <button type="button" onClick={onClose}>
          {messages.close}
        </button>
      </p>
    </>
  );
}

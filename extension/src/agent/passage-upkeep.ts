import type { TextPosition } from '@waarborg/shared/anchoring';
import type { AnnotationDraft } from '@waarborg/shared/annotation';
import { type LocalAnnotation, type Outcome, UnansweredError } from '../messaging/index.ts';
import type { DocumentView } from '../page/document-view.ts';
import type { AnchoredPassage } from './anchored-passages.ts';
import type { DocumentSession, Saving } from './document-session.ts';
import { confirmGone, describeRange, remarkAnnotation, restoreAnnotation } from './draft-annotation.ts';
import type { PassageStore } from './passage-store.ts';

interface PassageUpkeepParts {
  readonly view: DocumentView;
  readonly session: DocumentSession;
  readonly store: PassageStore;
  /** The passages are others now. */
  readonly onChanged: () => void;
}

const notFound = { ok: false, code: 'not-found' } as const;

/** What a reviewer does with passages of a document that has changed since they were marked. */
export class PassageUpkeep {
  readonly #parts: PassageUpkeepParts;

  constructor(parts: PassageUpkeepParts) {
    this.#parts = parts;
  }

  /** The words that stand there now, for each range of the annotation. */
  compare(id: string): Outcome<readonly (string | null)[]> {
    const { store, view } = this.#parts;
    const passage = store.find(id);
    if (!passage) return notFound;
    const { text } = view.text;
    return {
      ok: true,
      value: passage.pieces.map((piece) => (piece ? text.slice(piece.start, piece.end) : null)),
    };
  }

  /** Puts what stands there now in place of what was marked; pieces that are lost are left out. */
  async accept(id: string): Promise<Outcome<LocalAnnotation>> {
    const passage = this.#parts.store.find(id);
    if (!passage || passage.positions.length === 0) return notFound;
    return toOutcome(await this.#markAnew(passage, passage.positions));
  }

  /** Marks the passage at these places, in the order of the text. */
  async mark(id: string, pieces: readonly TextPosition[]): Promise<Saving> {
    const passage = this.#parts.store.find(id);
    if (!passage) return { ok: false, trouble: 'not-found' };
    return this.#markAnew(passage, pieces);
  }

  /** Takes one of the pieces out of a passage; the last one stays. */
  async removePiece(id: string, index: number): Promise<Outcome<LocalAnnotation>> {
    const passage = this.#parts.store.find(id);
    const left = passage?.pieces.filter((piece, at) => piece && at !== index) as TextPosition[] | undefined;
    if (!left || left.length === 0) return notFound;
    return toOutcome(await this.mark(id, left));
  }

  /** Puts a passage back as it was, over the change of this reviewer that came after. */
  async restore(annotation: LocalAnnotation): Promise<Outcome<LocalAnnotation>> {
    const { session, store } = this.#parts;
    const passage = store.find(annotation.id);
    if (!passage || !session.opened) return notFound;
    const draft = restoreAnnotation(annotation, session.opened.document.id);
    return toOutcome(await this.#save(draft, undefined, passage.annotation.revision));
  }

  async confirmGone(id: string, isGone: boolean): Promise<Outcome<LocalAnnotation>> {
    const { session, store } = this.#parts;
    const passage = store.find(id);
    if (!passage || !session.opened) return notFound;
    const gone = isGone ? new Date().toISOString() : undefined;
    const draft = confirmGone(passage.annotation, session.opened.document.id, gone);
    return toOutcome(await this.#save(draft, undefined, passage.annotation.revision));
  }

  async #markAnew({ annotation }: AnchoredPassage, positions: readonly TextPosition[]): Promise<Saving> {
    const { session, view } = this.#parts;
    if (!session.opened) return { ok: false, trouble: 'not-connected' };
    const { id: document, sourceType } = session.opened.document;
    const draft = remarkAnnotation(annotation, {
      document,
      source: view.source,
      ranges: positions.map((position) => describeRange(view.text, position, sourceType)),
      rendition: session.renditionOf(view.text.text),
    });
    return this.#save(draft, view.text.text, annotation.revision);
  }

  async #save(
    draft: AnnotationDraft,
    markedIn: string | undefined,
    base: number | undefined,
  ): Promise<Saving> {
    const { session, store, onChanged } = this.#parts;
    const saving = await session.save(draft, markedIn, base);
    if (saving.ok) {
      store.add(saving.value);
      onChanged();
    }
    return saving;
  }
}

function toOutcome(saving: Saving): Outcome<LocalAnnotation> {
  if (saving.ok) return saving;
  const { trouble } = saving;
  if (trouble === 'unanswered') throw new UnansweredError('the extension does not answer');
  return { ok: false, code: trouble };
}

import { mayTakeKey } from './may-take-key.ts';
import { search } from './tagging-state.ts';
import type { ToolbarFocus } from './toolbar-focus.ts';
import type { ToolbarHost } from './toolbar-host.ts';
import { effectOfKey, type KeyEffect, type KeyPlace } from './toolbar-keys.ts';
import type { ToolbarSession } from './toolbar-session.tsx';

interface ToolbarKeyboardParts {
  readonly host: ToolbarHost;
  readonly focus: ToolbarFocus;
  /** The session whose keys these are; undefined when there is none. */
  readonly session: () => ToolbarSession | undefined;
}

/** Brings keys to the session in the toolbar, and keeps those that were meant for it from the page. */
export class ToolbarKeyboard {
  readonly #parts: ToolbarKeyboardParts;

  constructor(parts: ToolbarKeyboardParts) {
    this.#parts = parts;
  }

  /** Hears the keys of a window that shows a part of the page, until the signal. */
  listenIn(shown: Window, signal: AbortSignal): void {
    const options = { capture: true, signal };
    shown.addEventListener('keydown', this.#onKeydown, options);
    shown.addEventListener('keyup', this.#parts.focus.keepFromPage, options);
    shown.addEventListener('keypress', this.#parts.focus.keepFromPage, options);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { host, focus } = this.#parts;
    focus.forget(event);
    const session = this.#parts.session();
    if (!session?.isShown || !event.isTrusted) return;
    const isInside = host.isSourceOf(event);
    if (isInside) focus.take(event);
    else if (session.isActive || !mayTakeKey(event)) return;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      if (isInside) onChord(session, event);
    } else if (isInside && event.key === 'Tab') {
      focus.keepInside(event);
    } else {
      const place = isInside ? focus.placeOf() : 'row';
      const effect = effectOfKey(event.key, place, session.state, session.setting);
      if (effect.does === 'native') return;
      event.preventDefault();
      focus.take(event);
      this.#carryOut(session, effect, event.key, place);
    }
  };

  #carryOut(session: ToolbarSession, effect: KeyEffect, key: string, place: KeyPlace): void {
    const { focus } = this.#parts;
    if (effect.does === 'close') session.end('cancelled');
    else if (effect.does === 'save') {
      // Enter in the small bar opens it; nothing was chosen that could be saved.
      if (session.isActive) void session.save();
      else session.activate();
    } else if (effect.does === 'state') session.go(effect.state, place === 'speaker' ? 'stay' : 'focus');
    else if (effect.does === 'focus-step') session.go({ ...session.state, step: effect.step });
    else if (effect.does === 'add-piece') session.addPiece();
    else if (effect.does === 'move-focus') focus.move(effect.by);
    else if (effect.does === 'search') {
      session.go(search(session.state, effect.step, key === '/' ? '' : key), 'stay');
      focus.toSearch(effect.step);
    }
  }
}

/** The one chord that is ours: Ctrl+Enter saves, also from the note. */
function onChord(session: ToolbarSession, event: KeyboardEvent): void {
  if (event.isComposing || event.key !== 'Enter') return;
  event.preventDefault();
  void session.save();
}

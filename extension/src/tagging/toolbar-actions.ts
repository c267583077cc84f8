import {
  addAnother,
  change,
  choose,
  leaveSpeaker,
  removeForm,
  repeatLast,
  search,
  showForm,
  type TaggingState,
  takeSuggestion,
  typeSpeaker,
} from './tagging-state.ts';
import type { ToolbarActions } from './toolbar-context.ts';
import type { ToolbarSession } from './toolbar-session.tsx';

/** What the pointer does in a session, and what is typed in its fields. */
export function createActions(session: ToolbarSession): ToolbarActions {
  const { setting } = session;
  /** Where the focus is, it stays. */
  const stay = (next: TaggingState) => session.go(next, 'stay');
  return {
    choose: (step, value) => session.go(choose({ ...session.state, step }, step, value)),
    change: (changes) => stay(change(session.state, changes)),
    // Its button goes away, and with it what has the focus.
    takeProposal: ({ changes }) => session.go(change(session.state, changes)),
    typeSpeaker: (field, text) => stay(typeSpeaker(session.state, field, text)),
    takeSpeaker: (index) => stay(takeSuggestion(session.state, setting, index)),
    leaveSpeaker: () => {
      // A field that goes away with the toolbar is left too.
      if (session.isActive && session.state.suggesting) stay(leaveSpeaker(session.state, setting));
    },
    search: (step, query) => stay(search(session.state, step, query)),
    note: (note) => stay({ ...session.state, note }),
    showDetails: (showsDetails) => stay({ ...session.state, showsDetails }),
    showForm: (index) => session.go(showForm(session.state, index)),
    removeForm: (index) => session.go(removeForm(session.state, index, setting)),
    addAnother: () => session.go(addAnother(session.state, setting)),
    addPiece: () => session.addPiece(),
    repeat: () => session.go(repeatLast(session.state, setting)),
    focusRow: (step) => session.enterRow(step),
    activate: () => session.activate(),
    save: () => void session.save(),
    remove: () => void session.remove(),
    close: () => session.end('cancelled'),
  };
}

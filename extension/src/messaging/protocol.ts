/**
 * What the contexts of the extension say to each other.
 *
 * Three parties: the *page agent* (the content script of a web page, or our PDF viewer),
 * the *panel* (and the welcome page), and the *background*, which alone changes IndexedDB and
 * talks to the server; a panel only listens to the server's events. Page agents and panels ask the background; the panel also asks the
 * page agent of the tab beside it; the background tells everybody when something changed.
 *
 * A long file, because all that they say to each other is read side by side.
 */
import type { Anchoring, QuoteSelector, TextPosition } from '@waarborg/shared/anchoring';
import type { AnnotationDraft, CodingDraft, PassageRange, Status } from '@waarborg/shared/annotation';
import type { Obstacle, Revision } from '@waarborg/shared/api';
import type { Codebook } from '@waarborg/shared/codebook';
import type {
  Dismissal,
  DismissalDraft,
  DocumentDraft,
  DocumentIdentifier,
  PassageLink,
  Reading,
  ReadingDraft,
  RenditionDraft,
  Speaker,
} from '@waarborg/shared/dossier';

/** What a page says of the document that it shows; proposed, not yet anybody's. */
export type DocumentCandidate = Omit<DocumentDraft, 'id'>;

/**
 * What stands in a web page that may tell which document it shows. The background makes a candidate of it: what knows
 * papers, rulings and laws is a quarter of what would enter every page otherwise.
 */
export interface PageClues {
  readonly address: string;
  readonly title: string;
  /** The first heading. */
  readonly heading: string;
  /** What it declares of its document; names in lower case. */
  readonly metadata: readonly { readonly name: string; readonly content: string; readonly scheme: string }[];
  /** What stands in the labels above a ruling. */
  readonly labels: readonly string[];
  /** The address that it gives for its own, as written; empty where it gives none. */
  readonly canonical: string;
  /** How its text begins. */
  readonly beginning: string;
}

/** How things stand with the server. */
export type ConnectionState =
  | {
      readonly state: 'not-connected';
      /** What waits for a sign-in that is not there any more; only where there is something. */
      readonly elsewhere: readonly Unsent[];
    }
  | {
      readonly state: 'connected';
      readonly server: string;
      readonly dossier: { readonly slug: string; readonly title: string };
      readonly user: { readonly id: string; readonly name: string };
      /** Trouble that keeps things from being sent; absent when all is well. */
      readonly trouble?: 'server-unreachable' | 'server-failing' | 'token-expired' | 'dossier-unknown';
      /** Since when (ISO 8601). */
      readonly troubleSince?: string;
      /** Number of changes that wait to be sent. */
      readonly waiting: number;
      /** Number of changes that the server refused; they are kept, and say why. */
      readonly refused: number;
      /** The same in other dossiers, and under other sign-ins on this machine; only where there is something. */
      readonly elsewhere: readonly Unsent[];
    };

/** What is not sent of a dossier. */
export interface Unsent {
  readonly server: string;
  /** Slug of the dossier. */
  readonly dossier: string;
  /** Set where somebody else who signed in at this server with this browser did it. */
  readonly isOfOther?: true;
  readonly waiting: number;
  readonly refused: number;
}

/** A coding as it is shown: sent ones name speakers by id, waiting ones as they were typed. */
type LocalCoding = CodingDraft & {
  readonly status?: Status;
  /** Why it was sent back. */
  readonly reason?: string | undefined;
};

/** An annotation as the extension knows it, whether or not the server has it yet. */
export interface LocalAnnotation {
  readonly id: string;
  readonly source: string;
  readonly rendition?: string | undefined;
  readonly ranges: readonly PassageRange[];
  readonly codings: readonly LocalCoding[];
  readonly note?: string | undefined;
  /** Instant at which it was confirmed that the passage is not in the document any more. */
  readonly gone?: string | undefined;
  readonly creator: { readonly id: string; readonly name: string };
  /** ISO 8601 instants. */
  readonly created: string;
  readonly modified: string;
  /** Revision of the server's version under what is shown; absent when it has none that is known here. */
  readonly revision?: number | undefined;
  /** Saved on this machine, at the server, or refused by the server with the reason. */
  readonly sync: 'waiting' | 'sent' | 'refused';
  readonly problem?: string | undefined;
  /** Refused because somebody else changed it first: the reviewer chooses in the outbox which version stays. */
  readonly isConflict?: boolean | undefined;
}

/** A link between passages as the extension knows it; `sync` as of an annotation. */
export interface LocalLink extends PassageLink {
  readonly sync: LocalAnnotation['sync'];
  readonly problem?: string | undefined;
}

/** A passage of any document of the dossier. */
export interface DossierPassage
  extends Pick<LocalAnnotation, 'id' | 'source' | 'ranges' | 'codings' | 'note' | 'modified'> {
  /** Of a document that is not known here only the id. */
  readonly document: Pick<DocumentDraft, 'id' | 'title' | 'issuer'>;
}

/** The links of a document's passages, with the passages at both ends. */
export interface DocumentLinks {
  readonly links: readonly LocalLink[];
  readonly passages: readonly DossierPassage[];
}

/** Passages that answer a search, best first; `count` is how many there are, with those that are not given. */
export interface FoundPassages {
  readonly passages: readonly DossierPassage[];
  readonly count: number;
}
/** A suggestion that the team does not want to see again, as the extension knows it. */
export type LocalDismissal = Pick<Dismissal, 'id' | 'safeguard' | 'quote'>;

/** Everything that a page agent and the panel need to work on a document. */
export interface OpenedDocument {
  readonly document: DocumentDraft;
  /** Whether the dossier has it already. */
  readonly known: boolean;
  /** Whether the dossier has another document with its title and day, perhaps a copy of it. */
  readonly hasNamesake: boolean;
  /** Revision of the server's version under what is shown; absent when it has none that is known here. */
  readonly revision?: number | undefined;
  readonly annotations: readonly LocalAnnotation[];
  readonly readings: readonly Reading[];
  readonly dismissals: readonly LocalDismissal[];
  readonly codebook: Codebook;
  readonly speakers: readonly Speaker[];
  /** Ids of the safeguards and impacts that this reviewer used last, latest first. */
  readonly recent: { readonly safeguards: readonly string[]; readonly impacts: readonly string[] };
  /** The last coding that was saved on this machine, for "repeat". */
  readonly lastCoding?: CodingDraft | undefined;
  readonly connection: Connected;
}

type Connected = ConnectionState & { state: 'connected' };

/** An expected failure is a value; `code` is a key of the extension's messages. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: 'not-connected' | 'storage-failed' | 'not-found' | 'invalid' };

/** Why a document cannot be worked on: there is no dossier, or nowhere to keep it, or it is none. */
export type OpeningTrouble = 'not-connected' | 'storage-failed' | 'invalid' | 'own-page';

/** What is known of a document, or why it cannot be worked on. */
export type Opening =
  | { readonly ok: true; readonly value: OpenedDocument }
  | { readonly ok: false; readonly code: OpeningTrouble };

/** What the server says to what only it can answer. */
export type ServerReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: NonNullable<Connected['trouble']> }
  | {
      readonly ok: false;
      readonly trouble: 'refused';
      /** The server's own sentence. */
      readonly detail: string;
      /** What stands in the way, where the server names it. */
      readonly obstacles: readonly Obstacle[];
    };

/** A quote with what is known of the text in which it was made. */
export interface MarkedQuote extends QuoteSelector {
  /** SHA-256 of that text, where it was kept and is needed. */
  readonly rendition?: string;
}

/** What the background answers. */
export interface BackgroundRequests {
  /** Finds the document in the dossier or proposes it; sends nothing anywhere. */
  'open-document': (shown: DocumentCandidate | PageClues) => Opening;
  /**
   * Finds quotes in a text, as `anchorQuotes` does, with the texts in which they were made where these were
   * kept. It takes long in a long text: here a page does not stand still meanwhile.
   */
  'anchor-quotes': (input: {
    readonly text: string;
    readonly quotes: readonly MarkedQuote[];
  }) => readonly Anchoring[];
  /** Creates or replaces an annotation. Answers when it is safe on this machine. */
  'save-annotation': (input: {
    readonly annotation: AnnotationDraft;
    /** `revision` of the annotation as the reviewer saw it: what a colleague did after that is a conflict. */
    readonly base?: number | undefined;
    readonly document: DocumentDraft;
    /** Text of the document, sent with its first passage. */
    readonly rendition?: RenditionDraft | undefined;
  }) => Outcome<LocalAnnotation>;
  /** `base` as with `save-annotation`. */
  'delete-annotation': (input: {
    readonly id: string;
    readonly base?: number | undefined;
  }) => Outcome<LocalAnnotation>;
  'save-reading': (input: {
    readonly reading: ReadingDraft;
    readonly document: DocumentDraft;
  }) => Outcome<readonly Reading[]>;
  /** Corrects what was proposed of a document: what differs from how the reviewer saw it. */
  'save-document': (input: {
    readonly document: DocumentDraft;
    readonly seen: DocumentDraft;
    /** `revision` of the document as the reviewer saw it: what a colleague did after that is a conflict. */
    readonly base?: number | undefined;
  }) => Outcome<DocumentDraft>;
  'connection-state': () => ConnectionState;
  /**
   * Sends what waits and fetches what is new: at once, since somebody asks; with `onlyIfDue` not
   * while an earlier failure says to wait.
   */
  synchronise: (input?: { readonly onlyIfDue: boolean }) => ConnectionState;
  /** Injects the toolbar's script into the tab that asks; answers when it has run. */
  'load-tagging': () => void;
  /** A page agent says what it shows; the background passes it on to panels. */
  'report-page': (report: PageReport) => void;
  /** Takes a deletion back; `not-found` once it has left for the server. */
  'undo-delete': (input: { readonly id: string }) => Outcome<LocalAnnotation>;
  /** The document of the dossier that each identifier tells, as far as it is known here; null: none. */
  'find-in-dossier': (input: {
    readonly identifiers: readonly DocumentIdentifier[];
  }) => Outcome<readonly (DossierDocument | null)[]>;
  /** Keeps that a suggestion is not to be made again in the dossier. Extension pages only, as all below. */
  'dismiss-suggestion': (input: {
    readonly dismissal: DismissalDraft;
    readonly document: DocumentDraft;
  }) => Outcome<{ readonly id: string }>;
  /** Lets a dismissed suggestion be made again. */
  'restore-suggestion': (input: { readonly id: string }) => Outcome<{ readonly id: string }>;
  /** What waits or was refused, in the order in which it will be sent. */
  'list-outbox': () => readonly OutboxEntry[];
  /** All that is not sent, of every dossier on this machine, as the JSON text of a file. */
  'export-outbox': () => string;
  /** The words of the chosen dossier, whatever document is open. */
  'describe-words': () => Outcome<DossierWords>;
  /** The links of a document's passages; it is named by any of its ids. */
  'list-links': (input: { readonly document: string }) => Outcome<DocumentLinks>;
  /** Searches the passages of the dossier, as far as they are known here, for one to link to. */
  'search-passages': (input: {
    readonly words: string;
    /** The passage that is to be linked. */
    readonly except: string;
    /** Document whose passages come first. */
    readonly document: string;
  }) => Outcome<FoundPassages>;
  /**
   * Links two passages, or takes back that a link was removed; gives the link that says so. Where there is one
   * already that is the one.
   */
  'save-link': (link: PassageLink) => Outcome<PassageLink>;
  'remove-link': (input: { readonly id: string }) => Outcome<PassageLink>;
  /** Asks the server who changed what of a passage, the latest first. */
  'read-history': (input: { readonly id: string }) => ServerReply<readonly Revision[]>;
  /** Has the server take a revision back; `key` is the idempotency key of the attempt. */
  'undo-revision': (input: { readonly revision: number; readonly key: string }) => ServerReply<number>;
  /** Sends a refused change once more; over the other version where that was the reason. */
  'retry-change': (input: { readonly key: string }) => ConnectionState;
  /** Lets go of a refused change, and of what was queued upon it: the server's version stays. */
  'discard-change': (input: { readonly key: string }) => ConnectionState;
  /** Why nothing can be done in a tab; no trouble says nothing about the page itself. */
  'describe-tab': (input: { readonly tab: number }) => TabState;
  /** Starts work in a tab as the toolbar button does; the caller has asked for what permission it takes. */
  'activate-tab': (input: { readonly tab: number }) => TabState;
  'describe-account': () => AccountState | undefined;
  'save-account': (account: AccountDraft) => ConnectionState;
  /** Ends the sign-in and the tokens of it; what is not sent stays on this machine, and no copy of anything else. */
  'sign-out': () => ConnectionState;
  'choose-dossier': (input: { readonly slug: string }) => ConnectionState;
}

/** A document that the dossier has. */
export interface DossierDocument {
  readonly id: string;
  readonly title: string;
}

/** A change that is not at the server yet. */
export interface OutboxEntry {
  /** Idempotency key: names the change. */
  readonly key: string;
  readonly change:
    | 'annotation'
    | 'deletion'
    | 'document'
    | 'correction'
    | 'reading'
    | 'text'
    | 'link'
    | 'unlink'
    | 'dismissal'
    | 'restoring';
  /** First words of the passage or passages, or the title of the document. */
  readonly subject: string;
  /** ISO 8601 instant at which it was made. */
  readonly at: string;
  readonly annotation?: string | undefined;
  /** Set when the server refused it; `detail` is the server's own sentence. */
  readonly problem?: { readonly code: string; readonly detail: string } | undefined;
  /** Whether it waits for one that was refused. */
  readonly isHeld?: boolean | undefined;
  /** Whether somebody else was first. */
  readonly isConflict: boolean;
  /** Both versions then. */
  readonly conflict?: Conflict | undefined;
}

/** What two people made of the same thing; absent where one of them takes it away. */
export interface Conflict {
  readonly mine?: ConflictVersion | undefined;
  readonly theirs?: ConflictVersion | undefined;
}
/** One side of a conflict: the parts of a passage or a document that are shown beside those of the other. */
export type ConflictVersion =
  | { readonly kind: 'passage'; readonly passage: Pick<LocalAnnotation, 'ranges' | 'codings' | 'note'> }
  | {
      readonly kind: 'document';
      readonly document: Pick<DocumentDraft, 'title' | 'sourceType' | 'date' | 'issuer'>;
    };

/** The words of a dossier: what its codings name. */
export interface DossierWords {
  readonly codebook: Codebook;
  readonly speakers: readonly Speaker[];
}

/** What keeps the extension from working in a tab. */
type TabTrouble =
  | 'cannot-run-here'
  | 'failed-to-start'
  | 'needs-permission'
  | 'site-withdrawn'
  | 'pdf-unreachable'
  | 'not-a-pdf'
  | 'storage-failed';

/** What keeps a tab from being worked on; empty where nothing does. */
export interface TabState {
  readonly trouble?: TabTrouble | undefined;
  /** With `needs-permission`: match pattern of the site to ask for. */
  readonly site?: string | undefined;
}

/** A sign-in at a server, without what is secret in it. */
export interface AccountState {
  /** Origin, with a path where the server has one; no slash at the end. */
  readonly server: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly dossiers: readonly { readonly slug: string; readonly title: string }[];
  /** Slug of the dossier that is worked on. */
  readonly chosen: string;
}

/** A new sign-in: what the server gave, a token for each dossier. */
export interface AccountDraft {
  readonly server: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly dossiers: readonly { readonly slug: string; readonly title: string; readonly token: string }[];
}

/**
 * State of a passage in the page under view (domain.md, "Passages that stay found"); `typed`: it was typed out
 * from a page of a PDF that has no text, so that nothing can be drawn.
 */
export type PassageState = 'exact' | 'moved' | 'changed' | 'typed' | 'orphan';

/**
 * Why a document cannot be marked. An `encrypted-pdf` waits for its password; a `locked-pdf` is encrypted in a way
 * that no password opens.
 */
export type DocumentTrouble = 'no-text' | 'not-a-pdf' | 'empty-pdf' | 'encrypted-pdf' | 'locked-pdf';

/** What a page agent shows. */
export interface PageReport {
  /** Tab of the page; filled in by the background for content scripts. */
  readonly tab?: number | undefined;
  readonly candidate: DocumentCandidate | PageClues;
  readonly mediaType: 'text/html' | 'application/pdf';
  /** Why nothing can be marked here; absent when all is well. */
  readonly trouble?: DocumentTrouble | 'not-connected' | undefined;
  /** In the order of the text; orphans last. */
  readonly passages: readonly { readonly id: string; readonly state: PassageState }[];
}

/** The text of a document as a page agent has it. */
export interface PageTextAnswer {
  readonly version: number;
  /** A piece of it. */
  readonly text?: string | undefined;
  /** Whether more follows. */
  readonly isCut?: boolean | undefined;
  /** Whether its lines end where those of a paper do, and not its paragraphs. */
  readonly isWrapped: boolean;
  /** Where its passages stand in it, as far as they have been found. */
  readonly passages: readonly { readonly id: string; readonly positions: readonly TextPosition[] }[];
}

/** Words of the text at a place; they may stand elsewhere by the time that they are looked for. */
export interface PlacedWords {
  readonly position: TextPosition;
  readonly words: string;
}

/** What a page agent answers to the panel. */
export interface PageRequests {
  'describe-page': () => PageReport;
  /** Scrolls the passage into view and highlights it; false when it is not in the page. */
  'show-passage': (input: { readonly id: string }) => boolean;
  /** Emphasises a passage while the pointer or the focus is on its entry; no id: none. */
  'emphasise-passage': (input: { readonly id?: string | undefined }) => void;
  /** Scrolls words into view and highlights them for a moment; false when they do not stand there any more. */
  'show-place': (input: PlacedWords) => boolean;
  /** Lays a mark over words while the pointer or the focus is on a suggestion to code them; no place: over none. */
  'point-at': (input: { readonly place?: PlacedWords | undefined }) => void;
  /** Opens the toolbar on words with a safeguard chosen; false when they do not stand there any more. */
  'code-place': (input: PlacedWords & { readonly safeguard: string }) => boolean;
  /**
   * The text of the document as far as one message may take, with a number that changes when it does; no text where
   * that number is `known`.
   */
  'read-text': (input: {
    readonly known?: number | undefined;
    /** Where to go on, in UTF-16 code units. */
    readonly from?: number | undefined;
  }) => PageTextAnswer;
  /** Opens the toolbar on a passage that is coded already. */
  'edit-passage': (input: { readonly id: string }) => boolean;
  /** The words that stand in the text now for each range of the annotation; null for one that is lost. */
  'compare-passage': (input: { readonly id: string }) => Outcome<readonly (string | null)[]>;
  /** Puts the words and the place of today in place of those that were marked. */
  'accept-passage': (input: { readonly id: string }) => Outcome<LocalAnnotation>;
  /** Lets the reviewer pick another piece of a passage in the page; false when that cannot be done. */
  'add-piece': (input: { readonly id: string }) => boolean;
  /** Takes a piece out of a passage of several, by its place among them from 0. */
  'remove-piece': (input: { readonly id: string; readonly index: number }) => Outcome<LocalAnnotation>;
  /** Puts a passage back as it was marked before it was marked anew. */
  'restore-passage': (input: { readonly annotation: LocalAnnotation }) => Outcome<LocalAnnotation>;
  /** Keeps that the passage is not in the document any more, or takes that back. */
  'confirm-gone': (input: { readonly id: string; readonly isGone: boolean }) => Outcome<LocalAnnotation>;
  /** Lets the reviewer select the new place of a passage in the page; false when that cannot be done. */
  'attach-passage': (input: { readonly id: string }) => boolean;
  /** Lets the reviewer step through the text by keyboard and code what is chosen. */
  'pick-passages': () => void;
  /** Opens the toolbar on what is selected in the page, or says why it cannot be coded. */
  'code-selection': () => void;
}

/** What the background tells everybody; listeners fetch again what they show. */
export type BackgroundEvent =
  | { readonly event: 'annotations-changed' }
  | { readonly event: 'connection-changed'; readonly connection: ConnectionState }
  | { readonly event: 'page-reported'; readonly report: PageReport }
  /** A tab shows something else, or work in it began or failed to; for panels. */
  | { readonly event: 'tab-changed'; readonly tab: number };

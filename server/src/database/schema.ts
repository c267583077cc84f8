import type { Generated } from 'kysely';

/**
 * The tables. Identifiers are UUIDs as text, instants ISO 8601 in UTC, JSON is text, and
 * truth is 0 or 1, so that SQLite and PostgreSQL hold the same values.
 */
export interface Database {
  user: UserTable;
  dossier: DossierTable;
  membership: MembershipTable;
  token: TokenTable;
  invitation: InvitationTable;
  erased_user: ErasedUserTable;
  concept_group: ConceptGroupTable;
  concept: ConceptTable;
  speaker: SpeakerTable;
  speaker_name: SpeakerNameTable;
  document: DocumentTable;
  document_alias: DocumentAliasTable;
  document_address: DocumentAddressTable;
  document_identifier: DocumentIdentifierTable;
  rendition: RenditionTable;
  rendition_text: RenditionTextTable;
  annotation: AnnotationTable;
  coding: CodingTable;
  link: LinkTable;
  outline: OutlineTable;
  outline_part: OutlinePartTable;
  publication: PublicationTable;
  reading: ReadingTable;
  dismissal: DismissalTable;
  revision: RevisionTable;
  revision_item: RevisionItemTable;
  idempotency: IdempotencyTable;
  kept_layout: KeptLayoutTable;
  search_entry: SearchEntryTable;
  search_word: SearchWordTable;
}

/** Made and kept by better-auth; we read it. */
interface UserTable {
  id: string;
  name: string;
  email: string;
}

interface DossierTable {
  id: string;
  slug: string;
  title: string;
  /** Number of the last change. */
  revision: number;
  created: string;
  /** JSON: source types of which no text is kept. */
  without_text: Generated<string>;
  /** Number of the last change of title or settings. */
  settings_revision: Generated<number>;
  /** Id of the document that is its bill, which may be merged or gone since; null where none is named. */
  bill: Generated<string | null>;
  /** Instant at which it was deleted; null for one in which people work. */
  deleted: Generated<string | null>;
}

interface MembershipTable {
  dossier_id: string;
  user_id: string;
  role: string;
}

interface TokenTable {
  id: string;
  /** SHA-256 of the token. */
  hash: string;
  name: string;
  user_id: string;
  dossier_id: string;
  /** Role that is the most that may be done with it. */
  scope: string;
  created: string;
  expires: string | null;
  revoked: string | null;
  used: string | null;
}

interface InvitationTable {
  id: string;
  dossier_id: string;
  /** SHA-256 of the secret in its link. */
  hash: string;
  role: string;
  /** Address of the only account that can accept it, in lower case. */
  email: string | null;
  reusable: number;
  uses: number;
  creator_id: string;
  created: string;
  expires: string;
  revoked: string | null;
}

/** Who was erased, by id alone: a backup from before is made to forget them again. */
interface ErasedUserTable {
  user_id: string;
  at: string;
}

interface ConceptGroupTable {
  dossier_id: string;
  id: string;
  kind: string;
  position: number;
  /** JSON: label in both languages. */
  label: string;
  revision: number;
}

interface ConceptTable {
  dossier_id: string;
  id: string;
  kind: string;
  position: number;
  /** JSON: the concept. */
  concept: string;
  revision: number;
}

interface SpeakerTable {
  id: string;
  dossier_id: string;
  name: string;
  /** JSON: list of names. */
  aliases: string;
  kind: string;
  parent_id: string | null;
  merged_into: string | null;
  revision: number;
}

/** A name or alias of a speaker, as names are compared (`foldName`). */
interface SpeakerNameTable {
  dossier_id: string;
  name: string;
  speaker_id: string;
}

interface DocumentTable {
  id: string;
  dossier_id: string;
  source_type: string;
  title: string;
  issuer_id: string | null;
  date: string | null;
  revision: number;
  /** The document that stands for it since it was merged. */
  merged_into: Generated<string | null>;
}

interface DocumentAliasTable {
  dossier_id: string;
  id: string;
  document_id: string;
}

interface DocumentAddressTable {
  document_id: string;
  dossier_id: string;
  address: string;
  /** `identityKeys` of the address: equal for two copies. */
  key: string;
  media_type: string;
  /** Place among those of the document, from 0. */
  position: Generated<number>;
}

interface DocumentIdentifierTable {
  document_id: string;
  dossier_id: string;
  scheme: string;
  value: string;
  /** Null where the scheme does not decide by itself. */
  key: string | null;
  /** Place among those of the document, from 0. */
  position: Generated<number>;
}

interface RenditionTable {
  document_id: string;
  /** SHA-256 of the text. */
  text_id: string;
  source: string;
  media_type: string;
  retrieved: string;
}

interface RenditionTextTable {
  id: string;
  /** Brotli of the UTF-8 text. */
  compressed: Uint8Array;
}

interface AnnotationTable {
  id: string;
  dossier_id: string;
  document_id: string;
  source: string;
  rendition_id: string | null;
  /** JSON: the passage's ranges. */
  ranges: string;
  note: string | null;
  /** Instant at which it was confirmed that the passage is not in the document any more. */
  gone: string | null;
  creator_id: string;
  created: string;
  modified: string;
  revision: number;
  /** JSON text of a Web Annotation as somebody else sent it, byte for byte. */
  foreign_json: string | null;
}

interface CodingTable {
  id: string;
  annotation_id: string;
  dossier_id: string;
  position: number;
  safeguard: string;
  measure: string | null;
  stage: string | null;
  impact: string | null;
  direction: string;
  basis: string;
  speaker_id: string;
  reported_by_id: string | null;
  provision: string | null;
  /** JSON. */
  quantity: string | null;
  status: string;
  reason: string | null;
}

interface LinkTable {
  id: string;
  dossier_id: string;
  from_id: string;
  to_id: string;
  kind: string;
  revision: number;
}

interface OutlineTable {
  id: string;
  dossier_id: string;
  title: string;
  revision: number;
}

interface OutlinePartTable {
  id: string;
  outline_id: string;
  dossier_id: string;
  /** Sorts as the things stand (`placeBetween`). */
  place: string;
  /** JSON: heading, text or passage. */
  content: string;
  /** JSON: comments, oldest first. */
  comments: string;
  revision: number;
}

interface ReadingTable {
  dossier_id: string;
  document_id: string;
  user_id: string;
  /** Concept id, or the empty string for all safeguards. */
  safeguard: string;
  at: string;
}

interface DismissalTable {
  dossier_id: string;
  id: string;
  document_id: string;
  safeguard: string;
  /** The words at which it was suggested. */
  quote: string;
  user_id: string;
  at: string;
  revision: number;
}

interface PublicationTable {
  id: string;
  dossier_id: string;
  title: string;
  note: string | null;
  /** Instant before which nobody reads it. */
  embargo: string | null;
  accepted_only: number;
  made: string;
  creator_id: string;
  /** What its public address ends with. */
  secret: string;
  withdrawn: string | null;
  /** The page, HTML packed with gzip; null once it is withdrawn. */
  content: Uint8Array | null;
}

interface RevisionTable {
  dossier_id: string;
  number: number;
  at: string;
  user_id: string | null;
  operation: string;
  /** Number of the change that this one takes back; null for all others. */
  undoes: Generated<number | null>;
}

interface RevisionItemTable {
  dossier_id: string;
  number: number;
  position: number;
  kind: string;
  item_id: string;
  /** JSON before and after; null where it was not there. */
  before: string | null;
  after: string | null;
}

interface IdempotencyTable {
  user_id: string;
  key: string;
  /** SHA-256 of method, address, precondition and body. */
  request: string;
  /** JSON: what the change gave; null for nothing. */
  result: string | null;
  /** Dossier whose change it asked for; null for anything else. */
  dossier_id: string | null;
  at: string;
}

/** A large dossier as it was laid out for counting; it can be laid out again. */
interface KeptLayoutTable {
  dossier_id: string;
  /** Number and instant of the change as of which it is. */
  revision: number;
  at: string;
  /** Names the program that laid it out. */
  program: string;
  /** What is counted, and the texts beside it, written by that program and packed with gzip. */
  content: Uint8Array;
  texts: Uint8Array;
}

/** What can be searched, made of passages, documents and texts; it can be made again. */
interface SearchEntryTable {
  /** In the order in which entries were made. */
  number: Generated<number>;
  dossier_id: string;
  /** `passage`, `title` or `text`. */
  kind: string;
  /** Id of the passage or document. */
  item_id: string;
  /** Id of the text; empty where there is only one. */
  text_id: string;
  /** Where the part begins in its text, in UTF-16 code units. */
  start: number;
  /** Stems, with a space between two; the first word names the dossier. */
  words: string;
}

/** Stems that a dossier uses, or once used. */
interface SearchWordTable {
  dossier_id: string;
  word: string;
}

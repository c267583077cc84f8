/**
 * Keeps large dossiers in the database as they were laid out, so that a server that has just started need not read and
 * fold all of their codings before it counts. What is kept is taken for what it was when it was written, and brought up
 * to date from the log like anything in memory: so it may be old, and is never wrong.
 *
 * What is counted and the texts beside it are packed apart: texts are ten times as much, and a matrix needs none.
 */
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { crc32, gunzip, gunzipSync, gzip, constants as zlib } from 'node:zlib';
import { type DossierFrame, type PackedIndex, type PlainTexts, unpackIndex } from '@waarborg/shared/matrix';
import type { Executor } from '../database/index.ts';
import type { IndexedDossier } from './indexed-dossier.ts';
import { findKeptLayout, putKeptLayout } from './kept-layout-store.ts';
import { type Answers, firstAnswers, keepAnswers } from './kept-matrices.ts';

const pack = promisify<Uint8Array, { level: number }, Buffer>(gzip);
const unpack = promisify<Uint8Array, Buffer>(gunzip);
const quickly = { level: zlib.Z_BEST_SPEED };

/** Codings of the dossiers that are kept: a smaller one is read as quickly, a larger one takes too much room. */
const [leastCodings, mostCodings] = [5_000, 200_000];
/** From so many changes on it is written anew; for fewer it takes no longer to bring what is kept up to date. */
const manyChanges = 500;

/** What is counted of a state, and what was counted of it already. */
interface Counted {
  readonly packed: PackedIndex;
  readonly answers: Answers;
}

/** What is kept beside the texts. */
interface Content {
  /** `Counted`, written down. */
  readonly counted: Uint8Array;
  /** Checksum of the packed texts: they are unpacked when somebody needs one, too late to do without. */
  readonly textsSum: number;
}

export interface KeptLayouts {
  /**
   * What is kept of a dossier, with its frame as it is now: it is to be brought up to date from the log as it is after
   * that. Undefined where nothing is kept, or it cannot be read.
   */
  find(dossier: string, readFrame: () => Promise<DossierFrame>): Promise<IndexedDossier | undefined>;
  /** Keeps a dossier where it is at least so many changes ahead of what is kept. */
  put(dossier: string, laidOut: IndexedDossier, ahead?: number): Promise<void>;
}

/** `program` names what lays out: what another one has kept is not used. */
export function createKeptLayouts(database: Executor, program: string): KeptLayouts {
  /** By dossier: the revision as of which it is kept with what was counted of it. */
  const kept = new Map<string, number>();
  return {
    async find(dossier, readFrame) {
      const layout = await findKeptLayout(database, dossier, program);
      if (!layout) return undefined;
      const { revision, texts } = layout;
      const frame = await readFrame();
      try {
        const { counted, textsSum } = deserialize(await unpack(layout.content)) as Content;
        if (textsSum !== crc32(texts)) return undefined;
        const { packed, answers } = deserialize(counted) as Counted;
        const readTexts = () => deserialize(gunzipSync(texts)) as PlainTexts;
        const index = unpackIndex(packed, readTexts, frame);
        keepAnswers(index, answers);
        if (packed.folds.size > 0) kept.set(dossier, revision);
        return { revision, index };
      } catch {
        return undefined; // It is laid out anew.
      }
    },
    async put(dossier, { revision, index }, ahead = manyChanges) {
      const known = kept.get(dossier);
      if (known !== undefined && revision - known < ahead) return;
      const { size } = index.facts;
      const packed = size >= leastCodings && size <= mostCodings ? index.pack() : undefined;
      const isCounted = packed !== undefined && packed.folds.size > 0;
      // One of which something was counted saves more, though it is older.
      if (!packed || (known !== undefined && !isCounted)) return;
      // Both are written down before anything else happens to the table.
      const counted = serialize({ packed, answers: firstAnswers(index) } satisfies Counted);
      const texts = await pack(serialize(index.table.texts), quickly);
      const content = await pack(serialize({ counted, textsSum: crc32(texts) } satisfies Content), quickly);
      await putKeptLayout(database, dossier, program, { revision, content, texts });
      if (isCounted) kept.set(dossier, revision);
    },
  };
}

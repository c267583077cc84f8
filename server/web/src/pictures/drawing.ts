import type { Language } from '@waarborg/shared/messages';
import type { Ink } from '../drawing/ink.ts';
import type { Milestone, MonthColumn } from './shape-months.ts';
import type { OpposedPair } from './shape-opposition.ts';
import type { SpeakerGrid } from './shape-speakers.ts';
import type { StanceBar } from './shape-stances.ts';

/** What each picture is drawn from. */
export interface PictureData {
  readonly stances: readonly StanceBar[];
  readonly months: { readonly months: readonly MonthColumn[]; readonly milestones: readonly Milestone[] };
  readonly speakers: SpeakerGrid;
  readonly opposition: readonly OpposedPair[];
}
/** Which picture of a dossier. */
export type PictureKind = keyof PictureData;

/** How to draw. */
export interface DrawOptions {
  /** In CSS pixels. */
  readonly width: number;
  readonly ink: Ink;
  readonly language: Language;
}

/** A drawn picture without its legend. */
export type Chart = SVGSVGElement | HTMLElement;

/** Most rows of a picture: more are too many to see, and stand in its table. */
export const maxDrawnRows = 40;
/** About the width of a letter of 13 pixels, for the room that labels take. */
const letterWidth = 7.2;

/** Room for labels beside a picture, in CSS pixels: for the longest, but at most a third of the width, on a phone more. */
export function labelRoom(labels: readonly string[], width: number): number {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return Math.round(Math.min(longest * letterWidth + 16, Math.max(width / 3, Math.min(150, width * 0.42))));
}

/** How wide a label may be that has this room beside the picture, in ems as Plot counts them. */
export function emsFor(room: number): number {
  return (room - 8) / 12;
}

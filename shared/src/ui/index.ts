export {
  conceptLabel,
  conceptShortLabel,
  createVocabulary,
  inSentence,
  speakerName,
  type Vocabulary,
} from '../dossier/index.ts';
export { CodingChips } from './coding-chips.tsx';
export {
  type CodingLike,
  type CodingWords,
  codingInWords,
  quantityInWords,
  speakerInWords,
} from './coding-words.ts';
export { dayInWords, momentInWords } from './dates.ts';
export { PassageCard, type PassageCardProps, type PassageState } from './passage-card.tsx';
export { PassageQuote } from './passage-quote.tsx';
export { saveFile } from './save-file.ts';
export { StanceLabel } from './stance-label.tsx';

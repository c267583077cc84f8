export { otherWritingsOf } from './abbreviations.ts';
export { asCompound, type CompoundCandidate, cutsOf } from './compounds.ts';
export { type Excerpt, excerptOf, type Hit } from './excerpt.ts';
export { scoreText } from './score.ts';
export { stemsOf, type Word, wordsOf } from './words.ts';

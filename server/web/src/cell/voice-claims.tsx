import { type CellResponse, cellResponseSchema } from '@waarborg/shared/api';
import type { CellPart } from '@waarborg/shared/matrix';
import { cellMessages } from '@waarborg/shared/messages/cell';
import { StanceLabel, speakerName } from '@waarborg/shared/ui';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { language } from '../language/language.ts';
import { CitedPassage } from './cited-passage.tsx';
import { leadTo } from './kept-place.ts';
import { type PassageSource, passagesOf } from './passage-source.ts';
import { readingsOf, type SpokenClaim, speak } from './sections.ts';

/** Claims that are asked for each time after "show more". */
const claimsAtOnce = 100;

type Claim = CellResponse['claims'][number];

/** Whose claims in which part; nobody's are those on which reviewers differ. */
interface Voice {
  readonly part: CellPart;
  /** Speaker id. */
  readonly speaker: string | undefined;
}

interface ListProps extends Voice {
  readonly source: PassageSource;
}

/** What begins the names of a voice's claims, which tell them apart from all others of a cell. */
function nameOfVoice({ part, speaker = '' }: Voice): string {
  return `${part} ${speaker} `;
}

function nameOfClaim(voice: Voice, { places }: Claim): string {
  const place = places.find(
    ({ reviewersDiffer, stance, speaker }) =>
      reviewersDiffer === (voice.part === 'differ') &&
      (reviewersDiffer || (stance === voice.part && speaker === voice.speaker)),
  );
  return nameOfVoice(voice) + place?.annotation;
}

/** Whether the reader was at one of these claims before the page was loaded anew. */
function isPlaceAmong(claims: readonly Claim[], { source: { place }, ...voice }: ListProps): boolean {
  return claims.some((claim) => nameOfClaim(voice, claim) === place);
}

interface VoiceClaimsProps extends ListProps {
  /** The first claims of this voice. */
  readonly claims: readonly Claim[];
  /** How many of these are shown at once; all of them on paper. */
  readonly share: number;
  readonly total: number;
}

/** The claims of one voice: the first, and the others part by part. */
export function VoiceClaims({ claims, share, total, ...voice }: VoiceClaimsProps) {
  const others = claims.slice(share);
  const { place, isPrinted } = voice.source;
  const [isOpen, setOpen] = useState(() => isPlaceAmong(others, voice));
  const isSought =
    place?.startsWith(nameOfVoice(voice)) === true && !isPlaceAmong(claims, voice) && claims.length < total;
  const isWhole = isOpen || isSought || others.length === 0;
  return (
    <>
      <ClaimList {...voice} claims={claims.slice(0, share)} />
      {(isWhole || isPrinted) && <ClaimList {...voice} claims={others} isReached={isOpen} />}
      {isWhole ? (
        <MoreClaims {...voice} cursor={claims.length} total={total} isSought={isSought} />
      ) : (
        <ShowMore
          {...voice}
          count={others.length}
          unprinted={total - claims.length}
          onShow={() => setOpen(true)}
        />
      )}
    </>
  );
}

interface ShowMoreProps extends ListProps {
  /** How many claims it shows. */
  readonly count: number;
  /** How many there are that paper lacks. */
  readonly unprinted: number;
  readonly onShow: () => void;
}

function ShowMore({ speaker, source, count, unprinted, onShow }: ShowMoreProps) {
  const messages = cellMessages[language.value];
  const text = messages.showMore(count);
  return (
    <p class="wb-more">
      <button
        type="button"
        class="wb-text-button"
        aria-label={
          speaker === undefined
            ? undefined
            : messages.showMoreOf(count, speakerName(source.names.vocabulary, speaker))
        }
        onClick={onShow}
      >
        {text}
      </button>
      {unprinted > 0 && <span class="wb-unprinted">{messages.notPrinted(unprinted)}</span>}
    </p>
  );
}

interface MoreClaimsProps extends ListProps {
  /** How many claims of this voice stand before. */
  readonly cursor: number;
  readonly total: number;
  /** The reader was at one that follows. */
  readonly isSought: boolean;
}

/** What follows in a list, once somebody asks for it. */
function MoreClaims({ cursor, total, isSought, ...voice }: MoreClaimsProps) {
  const [isOpen, setOpen] = useState(isSought);
  const left = total - cursor;
  if (left <= 0) return null;
  if (isOpen) return <NextClaims {...voice} cursor={cursor} isSought={isSought} />;
  return (
    <ShowMore {...voice} count={Math.min(left, claimsAtOnce)} unprinted={left} onShow={() => setOpen(true)} />
  );
}

function NextClaims({ cursor, isSought, ...voice }: Omit<MoreClaimsProps, 'total'>) {
  const { part, speaker, source } = voice;
  const by = speaker === undefined ? {} : { by: speaker };
  const path = source.pathOf({ part, ...by, cursor, limit: claimsAtOnce });
  const { data, failure, reload } = useResource(path, cellResponseSchema);
  const own = useMemo(() => ({ ...source, ...(data && passagesOf(data)) }), [source, data]);
  const messages = cellMessages[language.value];
  if (failure && !data) {
    return (
      <p class="utrecht-alert utrecht-alert--error wb-alert" role="alert">
        {messages.failed}{' '}
        <button type="button" class="wb-text-button" onClick={reload}>
          {messages.tryAgain}
        </button>
      </p>
    );
  }
  if (!data) return <LoadingNotice>{messages.loading}</LoadingNotice>;
  const { claims, total, next } = data;
  const isFurther = isSought && !isPlaceAmong(claims, voice);
  return (
    <>
      <ClaimList {...voice} source={own} claims={claims} isReached={!isSought} />
      {next !== undefined && (
        <MoreClaims {...voice} cursor={Number(next)} total={total} isSought={isFurther} />
      )}
    </>
  );
}

interface ClaimListProps extends ListProps {
  readonly claims: readonly Claim[];
  /** Takes the reader, who asked for them, to the first. */
  readonly isReached?: boolean;
}

function ClaimList({ claims, isReached = false, ...voice }: ClaimListProps) {
  return claims.map((claim, at) => (
    <ClaimEntry key={nameOfClaim(voice, claim)} {...voice} claim={claim} isReached={isReached && at === 0} />
  ));
}

interface ClaimEntryProps extends ListProps {
  readonly claim: Claim;
  readonly isReached: boolean;
}

/** One claim. Who asked for it, or was there before the page was loaded anew, is led to it. */
function ClaimEntry({ claim, isReached, part, speaker, source }: ClaimEntryProps) {
  const element = useRef<HTMLDivElement>(null);
  const name = nameOfClaim({ part, speaker }, claim);
  useLayoutEffect(() => {
    const panel = element.current?.closest('aside');
    if (panel && element.current && source.place === name) leadTo(panel, element.current);
    // The button that was pressed is gone; the focus is somewhere around it, unless the reader went elsewhere.
    if (isReached && document.activeElement?.contains(element.current))
      element.current?.focus({ preventScroll: true });
  }, []);
  const spoken = part === 'differ' ? undefined : speak(claim, part, speaker ?? '');
  return (
    <div class="wb-claim" data-claim={name} ref={element} tabIndex={isReached ? -1 : undefined}>
      {spoken ? <Spoken spoken={spoken} source={source} /> : <Readings claim={claim} source={source} />}
    </div>
  );
}

/** The passage that leads, and folded behind it the passages that repeat it. */
function Spoken({ spoken, source }: { spoken: SpokenClaim; source: PassageSource }) {
  const messages = cellMessages[language.value];
  const [lead, ...repeats] = spoken.passages;
  return (
    <>
      {spoken.echoes && (
        <p class="wb-echo">{messages.echoes(speakerName(source.names.vocabulary, spoken.echoes))}</p>
      )}
      <CitedPassage passage={lead} source={source} />
      {repeats.length > 0 && (
        <details class="wb-repeats">
          <summary>{messages.repeats(repeats.length)}</summary>
          {repeats.map((repeat) => (
            <CitedPassage key={repeat.annotation} passage={repeat} source={source} />
          ))}
        </details>
      )}
    </>
  );
}

/** What each reviewer reads in words that others read differently. */
function Readings({ claim, source }: { claim: Claim; source: PassageSource }) {
  return readingsOf(claim).map(({ passage, stance }) => (
    <div class="wb-reading" key={passage.codings[0]}>
      <p class="wb-reading-who">
        {source.annotations.get(passage.annotation)?.creator.name}:{' '}
        <StanceLabel stance={stance} language={language.value} />
      </p>
      <CitedPassage passage={passage} source={source} />
    </div>
  ));
}

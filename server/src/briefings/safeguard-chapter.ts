import { type Coding, directions, measures, stages } from '@waarborg/shared/annotation';
import { conceptLabel, inSentence, isAccepted, notAcceptedMark, speakerName } from '@waarborg/shared/dossier';
import { type ExplainedClaim, type Member, type Stance, stanceMarks } from '@waarborg/shared/matrix';
import { domainMessages } from '@waarborg/shared/messages';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { type Block, footnote, type Inline, plain } from '../papers/paper.ts';
import { joinNames, quotedWords } from '../papers/paper-source.ts';
import type { BriefingSource } from './briefing-source.ts';
import { statementFootnote } from './statement-footnote.ts';
import { codingsBehind, type StanceGroup, type Statement, statementsOf } from './statements.ts';

/** What a safeguard undergoes, once for each measure and stage. */
interface Happening {
  readonly measure: NonNullable<Coding['measure']>;
  readonly stage: Coding['stage'];
  readonly speakers: readonly string[];
  readonly claims: number;
}

/** What happens to a safeguard by who says so, in the order of the vocabularies. */
export function happeningsOf(claims: readonly ExplainedClaim[], source: BriefingSource): Happening[] {
  const said = claims.flatMap((claim, number) =>
    codingsBehind([claim], source.annotations)
      .filter(({ place }) => !place.reviewersDiffer)
      .map(({ coding, place }) => ({ coding, number, speaker: place.speaker })),
  );
  return measures.flatMap((measure) =>
    [...stages, undefined].flatMap((stage) => {
      const own = said.filter(({ coding }) => coding.measure === measure && coding.stage === stage);
      if (own.length === 0) return [];
      const speakers = new Set(own.map(({ speaker }) => speakerName(source.vocabulary, speaker)));
      return [
        { measure, stage, speakers: [...speakers], claims: new Set(own.map(({ number }) => number)).size },
      ];
    }),
  );
}

function happeningTable(happenings: readonly Happening[], source: BriefingSource): Block[] {
  if (happenings.length === 0) return [];
  const messages = paperMessages[source.language];
  const words = domainMessages[source.language];
  return [
    { kind: 'paragraph', style: 'lead', content: plain(messages.whatHappens) },
    {
      kind: 'table',
      head: [messages.measure, messages.stage, messages.accordingTo, messages.claimsColumn],
      widths: [18, 16, 52, 14],
      rows: happenings.map(({ measure, stage, speakers, claims }) => [
        plain(words[`measure.${measure}`]),
        plain(stage ? words[`stage.${stage}`] : messages.stageUnknown),
        plain(joinNames(speakers, source.language)),
        plain(String(claims)),
      ]),
    },
  ];
}

/** "gevolg voor kosten en doorlooptijd", said in one of the ways of the messages; nothing without impacts. */
function effectOn(
  codings: readonly Coding[],
  { vocabulary, language }: BriefingSource,
  kind: `effectOn${'' | `.${Coding['direction']}`}`,
): string[] {
  const impacts = [...new Set(codings.flatMap(({ impact }) => impact ?? []))].map((impact) =>
    inSentence(conceptLabel(vocabulary, impact)),
  );
  return impacts.length > 0 ? [paperMessages[language][kind](joinNames(impacts, language))] : [];
}

/** The effects that codings of one stance name. What takes no stance says of each effect whether it is a good one. */
function effectsOf(codings: readonly Coding[], stance: Stance, source: BriefingSource): string[] {
  if (stance === 'noEffect') return effectOn(codings, source, 'effectOn.neutral');
  if (stance !== 'none') return effectOn(codings, source, 'effectOn');
  return directions.flatMap((direction) =>
    effectOn(
      codings.filter((coding) => coding.direction === direction),
      source,
      `effectOn.${direction}`,
    ),
  );
}

function effectInWords(codings: readonly Coding[], stance: Stance, source: BriefingSource): string {
  const messages = paperMessages[source.language];
  const words = domainMessages[source.language];
  const basis = joinNames(
    [...new Set(codings.map((coding) => words[`basis.${coding.basis}`]))],
    source.language,
  );
  const [first = messages.noEffectNamed, ...others] = effectsOf(codings, stance, source);
  const effects = [first, ...others.map(inSentence)].join(', ');
  const reporters = [...new Set(codings.flatMap(({ reportedBy }) => reportedBy ?? []))].map((id) =>
    messages.reportedBy(speakerName(source.vocabulary, id)),
  );
  return [messages.resting(effects, basis), ...reporters].join(', ');
}

/** A line for all who say so, or one for each of whom something else is said of it. */
function effectLines({ sayings }: Statement, stance: Stance, source: BriefingSource): string[] {
  const lines = sayings.map(({ speaker, codings }) => {
    const effect = `${effectInWords(codings, stance, source)}${isAccepted({ codings }) ? '' : ` ${notAcceptedMark}`}`;
    return { effect, name: speakerName(source.vocabulary, speaker) };
  });
  const effects = [...new Set(lines.map(({ effect }) => effect))];
  return effects.length === 1 ? effects : lines.map(({ name, effect }) => `${name}: ${inSentence(effect)}`);
}

function statementBlock(statement: Statement, stance: Stance, source: BriefingSource): Block {
  const content: Inline[] = [
    { kind: 'text', text: quotedWords(statement.annotation) },
    footnote(statementFootnote(statement, source)),
    {
      kind: 'text',
      text: effectLines(statement, stance, source)
        .map((line) => `\n${line}`)
        .join(''),
      style: 'muted',
    },
  ];
  return { kind: 'quote', content };
}

function namesOf(speakers: readonly string[], { vocabulary, language }: BriefingSource): string {
  return joinNames(
    speakers.map((speaker) => speakerName(vocabulary, speaker)),
    language,
  );
}

function stanceBlocks({ stance, voices }: StanceGroup, source: BriefingSource): Block[] {
  const messages = paperMessages[source.language];
  const heads = {
    helps: messages.helpsSay,
    hurts: messages.hurtsSay,
    noEffect: messages.noEffectSay,
    none: messages.noneSay,
  };
  return [
    { kind: 'heading', level: 3, text: `${stanceMarks[stance]} ${heads[stance]}` },
    ...voices.flatMap(({ speakers, statements }): Block[] => [
      { kind: 'paragraph', style: 'lead', content: plain(namesOf(speakers, source)) },
      ...statements.map((statement) => statementBlock(statement, stance, source)),
    ]),
  ];
}

/** One safeguard: what happens to it at which stage, and who says what of it, verbatim. */
export function safeguardChapter(row: Member, source: BriefingSource): Block[] {
  const messages = paperMessages[source.language];
  const claims = source.claims.get(row.id) ?? [];
  const differing = claims.filter(({ places }) =>
    places.some(({ reviewersDiffer }) => reviewersDiffer),
  ).length;
  const isDisputed = source.matrix.disputed.includes(row.id);
  const note = (text: string): Block => ({ kind: 'paragraph', style: 'note', content: plain(text) });
  return [
    { kind: 'heading', level: 2, text: row.label },
    ...happeningTable(happeningsOf(claims, source), source),
    ...(isDisputed ? [note(messages.disputedFact)] : []),
    ...statementsOf(claims, source.annotations).flatMap((group) => stanceBlocks(group, source)),
    ...(differing > 0 ? [note(messages.reviewersDiffer(differing))] : []),
  ];
}

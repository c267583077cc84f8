import type { Measure } from '@waarborg/shared/annotation';
import { betweenMarks } from '@waarborg/shared/citation';
import { inSentence } from '@waarborg/shared/dossier';
import { blindRows, type Coverage, type Member, narrowsReading } from '@waarborg/shared/matrix';
import { domainMessages } from '@waarborg/shared/messages';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { type Block, type Inline, plain } from '../papers/paper.ts';
import { joinNames } from '../papers/paper-source.ts';
import type { BriefingSource } from './briefing-source.ts';
import {
  type UnansweredChange,
  type UnmentionedSafeguard,
  unansweredChanges,
  unmentionedSafeguards,
} from './unanswered.ts';

/** Most questions: a minister is asked a handful, the rest stands in a table. */
const maxQuestions = 5;
/** Most things that happen to a safeguard of which one question tells: the heaviest. */
const maxHappenings = 2;
/** Most impacts and speakers that one question names. */
const maxNamed = 3;

function names(members: readonly Member[], { language }: BriefingSource): string {
  return joinNames(
    members.map(({ label }) => inSentence(label)),
    language,
  );
}

/** The same in a sentence: quoted, as labels have no article. */
function namesInSentence(members: readonly Member[], { language }: BriefingSource): string {
  return joinNames(
    members.slice(0, maxNamed).map(({ label }) => betweenMarks(inSentence(label))),
    language,
  );
}

/** "afgeschaft en niet nageleefd", or that it is absent. */
function measuresInWords(measures: readonly Measure[], { language }: BriefingSource): string {
  return joinNames(
    measures.map((measure) => domainMessages[language][`measure.${measure}`]),
    language,
  );
}

/** Names, with "and others" behind the first of many. */
function firstNames(all: readonly string[], { language }: BriefingSource): string {
  const { andOthers } = paperMessages[language];
  return all.length > maxNamed ? andOthers(all.slice(0, maxNamed).join(', ')) : joinNames(all, language);
}

function readInWords({ documents, of }: Coverage, { language }: BriefingSource): string {
  return paperMessages[language].readOf(documents, of);
}

/** What a question is about: where filters leave only a part of what was read, others may say something. */
function papersInWords({ language, filters }: BriefingSource): string {
  return paperMessages[language][narrowsReading(filters) ? 'papersWithin' : 'papers'];
}

/** "wordt afgeschaft en beperkt (volgens: A en B)": what the same speakers say of a safeguard. */
function happensInWords(own: UnansweredChange['happenings'], source: BriefingSource): string {
  const messages = paperMessages[source.language];
  const [first] = own;
  const speakers = firstNames(first?.speakers ?? [], source);
  if (first?.measure === 'absent') return messages.isAbsent(speakers);
  const measures = own.map(({ measure }) => measure);
  return messages.undergoes(measuresInWords(measures, source), speakers);
}

/** What happens to a safeguard and who says so, of what the papers are silent, and what to ask. */
function askAboutChange(change: UnansweredChange, source: BriefingSource): string {
  const messages = paperMessages[source.language];
  const { safeguard, happenings, named, missing, read } = change;
  const bySpeakers = Map.groupBy(happenings.slice(0, maxHappenings), ({ measure, speakers }) =>
    // A safeguard is absent; nobody makes it so.
    JSON.stringify([measure === 'absent', speakers]),
  );
  const undergone = [...bySpeakers.values()].map((own) => happensInWords(own, source));
  const asked = namesInSentence(missing, source);
  const papers = papersInWords(source);
  const reading = readInWords(read, source);
  return [
    messages.isChanged(betweenMarks(safeguard.label), undergone.join(messages.andAlso)),
    named.length > 0
      ? messages.saysOnly(papers, namesInSentence(named, source), named.length > maxNamed, asked, reading)
      : messages.saysNothingOf(papers, asked, reading),
    messages.askEffects,
  ].join(' ');
}

function askAboutUnmentioned(safeguards: readonly UnmentionedSafeguard[], source: BriefingSource): string {
  const messages = paperMessages[source.language];
  const quoted = safeguards.map(({ safeguard }) => betweenMarks(safeguard.label));
  const [least] = safeguards.map(({ read }) => read).toSorted((a, b) => a.documents - b.documents);
  const reading = least ? readInWords(least, source) : '';
  const safeguardNames = joinNames(quoted, source.language);
  return messages.askUnmentioned(papersInWords(source), safeguardNames, quoted.length, reading);
}

/** Of each safeguard that changes, of which impacts the papers speak, and of how many they do not. */
function changesTable(changes: readonly UnansweredChange[], source: BriefingSource): Block[] {
  if (changes.length === 0) return [];
  const messages = paperMessages[source.language];
  return [
    { kind: 'paragraph', style: 'lead', content: plain(messages.namedEffects) },
    {
      kind: 'table',
      head: [
        messages.safeguard,
        messages.measure,
        messages.namedColumn,
        messages.notNamedColumn,
        messages.readColumn,
      ],
      widths: [25, 19, 30, 13, 13],
      rows: changes.map(({ safeguard, happenings, named, missing, read }): Inline[][] =>
        [
          safeguard.label,
          measuresInWords(
            happenings.map(({ measure }) => measure),
            source,
          ),
          named.length > 0 ? names(named, source) : messages.noneNamed,
          messages.readOf(missing.length, named.length + missing.length),
          readInWords(read, source),
        ].map(plain),
      ),
    },
  ];
}

/** What was read and yielded nothing: a handful of questions, the heaviest first, then how things stand with the rest. */
function unansweredBlocks(nothingFound: readonly Member[], source: BriefingSource): Block[] {
  const messages = paperMessages[source.language];
  const changes = unansweredChanges(source);
  const [askedGroup, ...otherGroups] = unmentionedSafeguards(nothingFound, source);
  const questions = [
    ...changes.slice(0, maxQuestions - (askedGroup ? 1 : 0)).map((change) => askAboutChange(change, source)),
    ...(askedGroup ? [askAboutUnmentioned(askedGroup, source)] : []),
  ];
  if (questions.length === 0) return [];
  const alsoUnmentioned = otherGroups.flat().map(({ safeguard }) => betweenMarks(safeguard.label));
  return [
    { kind: 'heading', level: 2, text: messages.nothingFound },
    { kind: 'list', isNumbered: true, items: questions.map(plain) },
    ...changesTable(changes, source),
    ...(alsoUnmentioned.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: plain(messages.alsoUnmentioned(joinNames(alsoUnmentioned, source.language))),
          },
        ]
      : []),
  ];
}

/** Articles of the bill that no coding names, and whether anybody read it. */
function unnamedBlocks({ bill, language }: BriefingSource): Block[] {
  const unnamed = bill?.rows.filter(({ naming }) => naming === 'nowhere') ?? [];
  if (!bill || unnamed.length === 0) return [];
  const messages = paperMessages[language];
  const named = unnamed.map(({ article }) => article).join('; ');
  return [
    { kind: 'heading', level: 2, text: messages.unnamedArticles },
    { kind: 'paragraph', content: plain(messages[`unnamed.${bill.read}`](betweenMarks(bill.title))) },
    { kind: 'paragraph', content: plain(`${bill.more > 0 ? messages.andOthers(named) : named}.`) },
  ];
}

/** What was read and yielded nothing, as questions to ask; apart from it what nobody has read. */
export function blindSpotsChapter(source: BriefingSource): Block[] {
  const messages = paperMessages[source.language];
  const { notRead, nothingFound } = blindRows(source.matrix);
  const unanswered = unansweredBlocks(nothingFound, source);
  const heading: Block = { kind: 'heading', level: 1, text: messages.blindSpots };
  const unnamed = unnamedBlocks(source);
  const isNarrowed = narrowsReading(source.filters);
  const asks = unanswered.length > 0 || (unnamed.length > 0 && source.bill?.read !== 'not-read');
  if (unanswered.length === 0 && notRead.length === 0 && unnamed.length === 0)
    return [heading, { kind: 'paragraph', content: plain(messages.noBlindSpots) }];
  return [
    heading,
    {
      kind: 'paragraph',
      content: plain(asks ? messages.blindSpotsIntro : messages.nothingToAsk),
    },
    ...(asks && isNarrowed ? [{ kind: 'paragraph' as const, content: plain(messages.askWithin) }] : []),
    ...unanswered,
    ...(notRead.length > 0
      ? [
          {
            kind: 'heading' as const,
            level: 2 as const,
            text: messages[isNarrowed ? 'notReadWithin' : 'notRead'],
          },
          { kind: 'paragraph' as const, content: plain(messages.notReadIntro(notRead.length, isNarrowed)) },
          { kind: 'list' as const, items: notRead.map(({ label }) => plain(label)) },
        ]
      : []),
    ...unnamed,
  ];
}

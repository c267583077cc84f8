import { describe, expect, it } from 'vitest';
import { defaultCodebook } from '../codebook/index.ts';
import { Experience } from './experience.ts';
import { findSuggestions, type Suggestion } from './find-suggestions.ts';
import { readText } from './read-text.ts';

function finish<T>(work: Generator<undefined, T, undefined>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Adds what was coded before. */
type Learn = (experience: Experience) => void;

function suggest(text: string, learn: Learn = () => undefined, isWrapped = false): Suggestion[] {
  const read = finish(readText(text, isWrapped, defaultCodebook));
  const experience = new Experience(read.terms);
  learn(experience);
  return finish(findSuggestions(read, experience));
}

const likely = (suggestions: readonly Suggestion[]) =>
  suggestions.filter(({ isLikely }) => isLikely).map(({ safeguard }) => safeguard);

const opening =
  'Deze brief gaat over wat de dienst in het afgelopen jaar heeft gedaan en over wat er nog moet gebeuren.';
const penalty =
  'De rechterlijke dwangsom kost de dienst veel tijd, die dan niet aan andere zaken kan worden besteed.';
const waiting =
  'Mensen wachten langer dan een jaar op een besluit, en de doorlooptijd van hun zaak neemt nog steeds toe.';
const filler = 'Het gebouw aan de haven is in dat jaar geschilderd, en de tuin is opnieuw aangelegd.';
const text = [opening, penalty, waiting, ...Array.from({ length: 30 }, () => filler)].join('\n');

/** A dossier in which waiting was coded as a matter of the decision period, and much else as something else. */
const waitingCodedBefore: Learn = (experience) => {
  for (let time = 0; time < 20; time++) {
    experience.add(`Wie wacht op een besluit ziet de doorlooptijd van zaak ${time} toenemen.`, [
      'decision-period',
    ]);
    experience.add(`In geval ${time} was er een vertaler bij het gesprek aanwezig.`, ['interpreter']);
  }
};

describe('suggestions', () => {
  it('come from the terms of the codebook where nothing was coded yet', () => {
    const [first, ...others] = suggest(text);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      safeguard: 'penalty-payment',
      reasons: [{ kind: 'terms', words: ['dwangsom'] }],
    });
    expect(text.slice(first?.start, first?.end)).toBe(penalty);
  });

  it('come from what was coded before too, with the words that say so', () => {
    const found = suggest(text, waitingCodedBefore);
    const learnt = found.find(({ safeguard }) => safeguard === 'decision-period');
    expect(likely(found)).toContain('decision-period');
    expect(learnt?.reasons).toEqual([
      { kind: 'learnt', words: expect.arrayContaining(['wachten', 'doorlooptijd']) },
      { kind: 'often', count: 20 },
    ]);
    expect(text.slice(learnt?.start, learnt?.end)).toBe(waiting);
  });

  it('believe a term that the team codes so, and hardly one under which it codes something else', () => {
    const coding =
      (safeguard: string): Learn =>
      (experience) => {
        for (let time = 0; time < 6; time++) {
          experience.add(`In jaar ${time} kostte de dwangsom de dienst veel tijd.`, [safeguard]);
          experience.add(`In jaar ${time} duurde het gehoor bij de dienst kort.`, ['personal-interview']);
        }
      };
    const about = (learn?: Learn) =>
      suggest(text, learn).find(({ safeguard }) => safeguard === 'penalty-payment');
    const [believed, doubted] = [about(coding('penalty-payment')), about(coding('judicial-review'))];
    expect(believed?.reasons).toContainEqual({ kind: 'trust', passages: 6, coded: 6 });
    expect(doubted?.reasons).toContainEqual({ kind: 'trust', passages: 6, coded: 0 });
    expect(doubted?.score).toBeLessThan(about()?.score ?? Number.NEGATIVE_INFINITY);
  });

  it('are likelier in a text that has terms of the safeguard elsewhere too', () => {
    const with3 = (sentence: string) => suggest([text, sentence, sentence, sentence].join('\n'))[0];
    const first = with3('Het aantal BNTB’s nam in dat jaar bij alle andere diensten af.');
    const alone = with3('Het aantal brieven nam in dat jaar bij alle andere diensten af.');
    expect(first?.score).toBeGreaterThan(alone?.score ?? Number.POSITIVE_INFINITY);
  });

  it('tell of terms elsewhere where none is at hand', () => {
    const term = 'De beslistermijn van deze wet geldt in dat jaar voor alle andere diensten.';
    const found = suggest([text, filler, term, filler, term, filler, term].join('\n'), waitingCodedBefore);
    const learnt = found.find(({ start, end }) => start === text.indexOf(waiting) && end > start);
    expect(learnt?.reasons).toContainEqual({ kind: 'elsewhere', count: 3 });
    expect(found[0]?.reasons.map(({ kind }) => kind)).not.toContain('elsewhere');
  });

  it('are not made of what stands under a heading and has nothing itself', () => {
    const learn: Learn = (experience) => {
      for (let time = 0; time < 5; time++) experience.add(penalty, ['penalty-payment']);
    };
    const under = ['Dwangsommen', ...Array.from({ length: 6 }, () => [penalty, filler]).flat()];
    const found = suggest(under.join('\n'), learn);
    expect(found.map(({ start, end }) => end - start)).toEqual(
      Array.from({ length: 6 }, () => penalty.length),
    );
  });

  it('are not made of words that only begin as a term of a safeguard that was never coded', () => {
    const alike = 'De rechterlijke macht is in dat jaar op een andere plaats gaan zitten.';
    expect(suggest([opening, alike, filler].join('\n'))).toEqual([]);
  });

  it('count a term under a heading that has it more, and are made of no heading', () => {
    const under = (heading: string) => suggest([heading, penalty, opening, filler].join('\n'));
    const [plain] = under('Uitgaven');
    const [first, ...others] = under('Dwangsommen');
    expect(others).toEqual([]);
    expect(first?.score).toBeGreaterThan(plain?.score ?? Number.POSITIVE_INFINITY);
    expect(first?.reasons).toContainEqual({ kind: 'heading', words: ['Dwangsommen'] });
  });

  it('count the past participle of a term, and tell of it as of the term', () => {
    const heard = 'Wie op tijd komt, wordt in beginsel door een medewerker van de dienst gehoord.';
    const [first] = suggest([opening, heard, filler].join('\n'));
    expect(first).toMatchObject({
      safeguard: 'personal-interview',
      reasons: [{ kind: 'terms', words: ['gehoord'] }],
    });
  });

  it('are the sentences about it, of a paragraph of several', () => {
    const paragraph = [filler, opening, filler, penalty, filler, filler, opening].join(' ');
    const whole = [paragraph, ...Array.from({ length: 30 }, () => filler)].join('\n');
    const [first] = suggest(whole);
    const quote = whole.slice(first?.start, first?.end);
    expect(quote).toContain(penalty);
    expect(quote.length).toBeLessThan(paragraph.length / 2);
  });

  it('are of a sentence for two safeguards at most, and of more only on request', () => {
    const many =
      'Zonder tolk is er geen gehoor, geen voornemen, geen dwangsom en geen nareis van minderjarigen.';
    const found = suggest([opening, many, filler].join('\n'));
    expect(found.filter(({ isLikely }) => isLikely)).toHaveLength(2);
    expect(found.length).toBeGreaterThan(3);
  });

  it('are found over the lines of a paper', () => {
    const wrapped = penalty.replace('veel tijd', 'veel\ntijd').replace('dwangsom kost', 'dwangsom\nkost');
    const [first] = suggest(wrapped, undefined, true);
    expect(wrapped.slice(first?.start, first?.end)).toBe(wrapped);
  });

  it('are no longer than a dismissal may quote, also without a sentence in the text', () => {
    const [first] = suggest(`${'woord '.repeat(500)}dwangsom ${'woord '.repeat(500)}`);
    expect((first?.end ?? 0) - (first?.start ?? 0)).toBeLessThanOrEqual(2_000);
  });

  it('offer no safeguard that is retired or merged', () => {
    const concepts = defaultCodebook.concepts.map((concept) =>
      concept.id === 'penalty-payment' ? { ...concept, retired: true } : concept,
    );
    const read = finish(readText(text, false, { ...defaultCodebook, concepts }));
    expect(finish(findSuggestions(read, new Experience(read.terms)))).toEqual([]);
  });
});

import { bases, directions, measures, stages } from '@waarborg/shared/annotation';
import { type Codebook, offeredConcepts } from '@waarborg/shared/codebook';
import { isAllowed, sourceTypes } from '@waarborg/shared/dossier';
import { type Choices, type ClosedField, choiceKey, type UnknownWord } from '@waarborg/shared/imports';
import { domainMessages } from '@waarborg/shared/messages';
import { tableMessages } from '@waarborg/shared/messages/exchange-tables';
import { importMessages } from '@waarborg/shared/messages/imports';
import { Choice } from '../forms/choice-field.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { dossierHref } from '../routing/route.ts';

interface UnknownWordsProps {
  readonly slug: string;
  readonly words: readonly UnknownWord[];
  readonly choices: Choices;
  readonly codebook: Codebook;
  /** Undefined takes the choice back. */
  readonly onChoice: (key: string, value: string | undefined) => void;
}

/** Values in a list that are no value of ours. */
const [open, empty] = ['(open)', '(empty)'];
/** Most words that are asked about; what more there is belongs to a column that is taken for the wrong thing. */
const maxWords = 100;

/** A field without which a row says nothing, so that it cannot be left empty. */
const needed: readonly ClosedField[] = ['safeguard'];

function valuesOf(field: ClosedField, { concepts }: Codebook): { value: string; label: string }[] {
  if (field === 'safeguard' || field === 'impact') {
    return offeredConcepts(concepts, field).map(({ id, label }) => ({
      value: id,
      label: label[language.value],
    }));
  }
  const vocabularies = {
    measure: measures,
    direction: directions,
    basis: bases,
    stage: stages,
    sourceType: sourceTypes,
  };
  const words: Readonly<Record<string, string>> = domainMessages[language.value];
  return vocabularies[field].map((value) => ({ value, label: words[`${field}.${value}`] ?? value }));
}

/** Words that the dossier does not know, each with a list of what it can mean. */
export function UnknownWords({ slug, words, choices, codebook, onChoice }: UnknownWordsProps) {
  const messages = importMessages[language.value];
  if (words.length === 0) return null;
  return (
    <section class="wb-import-part" aria-labelledby="import-words">
      <h3 id="import-words">{messages.unknownTitle}</h3>
      <p>{messages.unknownIntro}</p>
      {words.some(({ field }) => field === 'safeguard' || field === 'impact') && <AddConcept slug={slug} />}
      <ul class="wb-import-words">
        {words.slice(0, maxWords).map(({ field, text, rows }) => {
          const key = choiceKey(field, text);
          const chosen = choices.get(key);
          const name = tableMessages[language.value][`column.${field}`];
          return (
            <li key={key}>
              <span>
                {name}: <strong>{text}</strong> ({messages.unknownRows(rows)})
              </span>
              <Choice
                label={messages.meantBy(text, name)}
                value={chosen === undefined ? open : chosen === '' ? empty : chosen}
                options={[
                  { value: open, label: messages.leaveOpen },
                  ...(needed.includes(field) ? [] : [{ value: empty, label: messages.leaveEmpty }]),
                  ...valuesOf(field, codebook),
                ]}
                onValue={(value) => onChoice(key, value === open ? undefined : value === empty ? '' : value)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Says that a concept can be made for a word, to whoever may make one. */
function AddConcept({ slug }: { slug: string }) {
  const messages = importMessages[language.value];
  const role = useDossier(slug).data?.role;
  if (role === undefined || !isAllowed(role, 'curator')) return null;
  return (
    <p>
      {messages.addConcept}{' '}
      <a class="utrecht-link utrecht-link--html-a" href={dossierHref(slug, 'codebook')}>
        {messages.toCodebook}
      </a>
    </p>
  );
}

import type { KeptConcept } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { ChoiceField } from '../forms/choice-field.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { useWrongField } from '../forms/use-wrong-field.ts';
import { Button } from '../frame/button.tsx';
import { useTypedWarning } from '../frame/use-unsaved-warning.ts';
import { language } from '../language/language.ts';
import type { CuratorView } from './codebook-view.ts';
import { planSplit, type SplitChoices, type SplitOption, type SplitPart, stays } from './plan-split.ts';
import { SplitByWords } from './split-by-words.tsx';
import { SplitPartFields } from './split-part-fields.tsx';
import { SplitPassages } from './split-passages.tsx';
import { TriedButton } from './tried-button.tsx';

interface SplitConceptProps {
  readonly view: CuratorView;
  readonly concept: KeptConcept;
  readonly onClose: () => void;
}

const firstPart = 'new:1';
const emptyPart = (key: string): SplitPart => ({ key, nl: '', en: '', shortNl: '' });

/** What can be chosen for a coding: to stay, a new concept, or another one of the kind. */
function optionsOf(
  { codebook }: CuratorView,
  { id, kind, label }: KeptConcept,
  parts: readonly SplitPart[],
): SplitOption[] {
  const messages = codebookMessages[language.value];
  const others = codebook.concepts.filter(
    (other) => other.kind === kind && other.id !== id && other.mergedInto === undefined,
  );
  return [
    { value: stays, label: messages.stays(label[language.value]) },
    ...parts.map(({ key, nl }, index) => ({ value: key, label: nl.trim() || messages.part(index + 1) })),
    ...others.map((other) => ({ value: other.id, label: other.label[language.value] })),
  ];
}

/** Divides the codings of a concept: all at once, and one by one where a passage says otherwise. */
export function SplitConcept({ view, concept, onClose }: SplitConceptProps) {
  const messages = codebookMessages[language.value];
  const { slug, codebook, own, changes } = view;
  const [choices, setChoices] = useState<SplitChoices>({
    parts: [emptyPart(firstPart)],
    codings: new Map(),
    others: stays,
  });
  useTypedWarning(
    choices.codings.size > 0 || choices.parts.some(({ nl, en, shortNl }) => nl + en + shortNl !== ''),
  );
  const { form, hasTried, countTry } = useWrongField<HTMLDivElement>();
  const name = concept.label[language.value];
  const count = own[concept.id] ?? 0;
  const options = optionsOf(view, concept, choices.parts);
  const choose = (codings: readonly string[], target: string) =>
    setChoices((current) => ({
      ...current,
      codings: new Map([...current.codings, ...codings.map((id) => [id, target] as const)]),
    }));
  const plan = planSplit(
    concept,
    choices,
    codebook.concepts.map(({ id }) => id),
  );
  const wrong = hasTried ? plan.wrong : undefined;
  const begin = () => {
    countTry();
    return plan.split && changes.split(concept, plan.split);
  };
  return (
    <div class="wb-inline-form wb-concept-form" ref={form}>
      <p>
        {messages.splitIntro(name)} {messages.partHint}
      </p>
      <SplitParts
        choices={choices}
        onChoices={setChoices}
        wrong={typeof wrong === 'object' ? wrong.part : undefined}
      />
      {count === 0 && <p class="wb-muted">{messages.noCodings}</p>}
      {count > 0 && (
        <>
          <ChoiceField
            label={choices.codings.size === 0 ? messages.allOfThem : messages.others}
            value={choices.others}
            onValue={(others) => setChoices({ ...choices, others })}
            options={options}
          />
          <SplitByWords slug={slug} concept={concept} options={options} onChoose={choose} />
          <SplitPassages
            slug={slug}
            concept={concept}
            options={options}
            choices={choices}
            onChoose={(coding, target) => choose([coding], target)}
          />
        </>
      )}
      <ProblemLine text={wrong === 'nothing' ? messages.nothingChosen : undefined} />
      <TriedButton
        text={messages.split}
        label={messages.splitNow(name)}
        begin={begin}
        question={(moved) => messages.splitSure(name, moved, count)}
        isBusy={changes.isBusy}
        onMade={onClose}
      />
    </div>
  );
}

interface SplitPartsProps {
  readonly choices: SplitChoices;
  readonly onChoices: (choices: SplitChoices) => void;
  /** Key of the part in which something is wrong. */
  readonly wrong: string | undefined;
}

/** The new concepts, as many as one wants. */
function SplitParts({ choices, onChoices, wrong }: SplitPartsProps) {
  const messages = codebookMessages[language.value];
  const { parts, codings, others } = choices;
  const [next, setNext] = useState(2);
  const add = () => {
    onChoices({ ...choices, parts: [...parts, emptyPart(`new:${next}`)] });
    setNext(next + 1);
  };
  // What was to go there is not chosen any more.
  const remove = (key: string) =>
    onChoices({
      parts: parts.filter((part) => part.key !== key),
      codings: new Map([...codings].filter(([, target]) => target !== key)),
      others: others === key ? stays : others,
    });
  return (
    <>
      {parts.map((part, index) => (
        <SplitPartFields
          key={part.key}
          number={index + 1}
          part={part}
          isWrong={part.key === wrong}
          isAdded={part.key !== firstPart}
          onPart={(changed) => onChoices({ ...choices, parts: parts.with(index, changed) })}
          onRemove={() => remove(part.key)}
        />
      ))}
      <Button onClick={add}>{messages.addPart}</Button>
    </>
  );
}

import { annotationListSchema } from '@waarborg/shared/api';
import type { KeptConcept } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { getList } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { wholeScript } from '../api/whole-script.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { Field } from '../forms/field.tsx';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { type SplitOption, stays } from './plan-split.ts';

interface SplitByWordsProps {
  readonly slug: string;
  readonly concept: KeptConcept;
  readonly options: readonly SplitOption[];
  /** Sends codings, by their ids, to where was chosen. */
  readonly onChoose: (codings: readonly string[], target: string) => void;
}

/** Chooses at once for all passages with certain words, also those that are not shown. */
export function SplitByWords({ slug, concept, options, onChoose }: SplitByWordsProps) {
  const messages = codebookMessages[language.value];
  const action = useAction();
  const [words, setWords] = useState('');
  const [target, setTarget] = useState(stays);
  const [done, setDone] = useState<string>();
  const choose = () =>
    action.run(async () => {
      setDone(undefined);
      const terms = words.split(';').filter((term) => term.trim() !== '');
      const path = `/dossiers/${slug}/annotations?${concept.kind}=${concept.id}`;
      const [{ findCodings }, { annotations }] = await Promise.all([
        wholeScript(import('./find-codings.ts')),
        getList(path, annotationListSchema),
      ]);
      const codings = findCodings(annotations, concept, terms);
      onChoose(codings, target);
      setDone(messages.chosenByWords(codings.length));
    });
  return (
    <fieldset class="wb-split-part">
      <legend>{messages.byWords}</legend>
      <Field
        label={messages.words}
        hint={messages.wordsHint}
        name="split-words"
        value={words}
        onValue={setWords}
        autoComplete="off"
      />
      <ChoiceField
        label={messages.wordsTarget}
        value={options.some(({ value }) => value === target) ? target : stays}
        onValue={setTarget}
        options={options}
      />
      <div class="wb-row-actions">
        <Button aria-disabled={action.isBusy} onClick={() => void choose()}>
          {messages.chooseByWords}
        </Button>
        <ProblemLine text={action.problem} />
        <DoneLine text={done} />
      </div>
    </fieldset>
  );
}

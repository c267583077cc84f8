import type { Annotation } from '@waarborg/shared/annotation';
import { annotationListSchema } from '@waarborg/shared/api';
import type { KeptConcept } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { wordsOfPieces } from '@waarborg/shared/text';
import { PassageQuote } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { Choice } from '../forms/choice-field.tsx';
import { Button } from '../frame/button.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import type { SplitChoices, SplitOption } from './plan-split.ts';

interface SplitPassagesProps {
  readonly slug: string;
  readonly concept: KeptConcept;
  readonly options: readonly SplitOption[];
  readonly choices: SplitChoices;
  readonly onChoose: (coding: string, target: string) => void;
}

/** Passages that are shown at once; further ones on request, and all go where the others go. */
const pageSize = 50;
/** Most of a passage that is read with its list of choices, in characters. */
const maxRead = 80;

/** The passages coded with a concept, each with where its coding goes. */
export function SplitPassages(props: SplitPassagesProps) {
  return (
    <ul class="wb-rows wb-split-passages">
      <PassagePage {...props} />
    </ul>
  );
}

function PassagePage({ cursor, ...props }: SplitPassagesProps & { readonly cursor?: string }) {
  const { slug, concept } = props;
  const query = new URLSearchParams({
    ...{ [concept.kind]: concept.id, limit: String(pageSize) },
    ...(cursor === undefined ? {} : { cursor }),
  });
  const path = `/dossiers/${slug}/annotations?${query}`;
  const { data, failure, reload } = useResource(path, annotationListSchema);
  const [isLonger, setLonger] = useState(false);
  if (failure && !data) {
    return (
      <li>
        <ProblemNotice failure={failure} onRetry={reload} />
      </li>
    );
  }
  if (!data) {
    return (
      <li>
        <LoadingNotice />
      </li>
    );
  }
  return (
    <>
      {data.annotations.flatMap((annotation) =>
        annotation.codings
          .filter((coding) => coding[concept.kind] === concept.id)
          .map((coding) => (
            <PassageChoice key={coding.id} {...props} annotation={annotation} coding={coding.id} />
          )),
      )}
      {data.next !== undefined && !isLonger && (
        <li>
          <Button onClick={() => setLonger(true)}>{codebookMessages[language.value].morePassages}</Button>
        </li>
      )}
      {data.next !== undefined && isLonger && <PassagePage {...props} cursor={data.next} />}
    </>
  );
}

interface PassageChoiceProps extends Omit<SplitPassagesProps, 'slug' | 'concept'> {
  readonly annotation: Annotation;
  /** Id of the coding that goes somewhere. */
  readonly coding: string;
}

function PassageChoice({ annotation, coding, options, choices, onChoose }: PassageChoiceProps) {
  const { ranges } = annotation;
  const quote = wordsOfPieces(ranges);
  return (
    <li>
      <PassageQuote ranges={ranges} language={language.value} />
      <Choice
        label={codebookMessages[language.value].targetOf([...quote].slice(0, maxRead).join(''))}
        value={choices.codings.get(coding) ?? choices.others}
        onValue={(target) => onChoose(coding, target)}
        options={options}
      />
    </li>
  );
}

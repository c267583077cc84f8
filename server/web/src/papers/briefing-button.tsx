import type { MatrixFilters } from '@waarborg/shared/matrix';
import { type Language, languages } from '@waarborg/shared/messages';
import { compareMessages } from '@waarborg/shared/messages/compare';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { saveFile } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { getFile } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { DropDown } from '../forms/drop-down.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { language, languageNames } from '../language/language.ts';
import { briefingPath } from '../matrix-view/view.ts';

interface BriefingButtonProps {
  readonly slug: string;
  /** What the briefing is limited to. */
  readonly filters: MatrixFilters;
  /** What the second side of a comparison is limited to: each side then has a briefing of its own. */
  readonly compare?: MatrixFilters | undefined;
}

/** Makes a briefing of what the matrix shows; behind it the choice of another language, or accepted codings only. */
export function BriefingButton({ slug, filters, compare }: BriefingButtonProps) {
  const messages = paperMessages[language.value];
  const sides = compareMessages[language.value];
  const action = useAction();
  const [chosen, setChosen] = useState<Language>();
  const [onlyAccepted, setOnlyAccepted] = useState(false);
  const inLanguage = chosen ?? language.value;
  const download = (of: MatrixFilters) => {
    const limited = onlyAccepted ? { ...of, status: ['accepted' as const] } : of;
    void action.run(async () => saveFile(await getFile(briefingPath(slug, limited, inLanguage))));
  };
  return (
    <div class="wb-briefing">
      <Button aria-disabled={action.isBusy} onClick={() => download(filters)}>
        {compare ? messages.downloadOf(sides['side.a']) : messages.download}
      </Button>
      {compare && (
        <Button aria-disabled={action.isBusy} onClick={() => download(compare)}>
          {messages.downloadOf(sides['side.b'])}
        </Button>
      )}
      <DropDown
        title={messages.options}
        state={[languageNames[inLanguage], ...(onlyAccepted ? [messages.acceptedShort] : [])].join(', ')}
        isActive={onlyAccepted}
      >
        <ChoiceField
          label={messages.language}
          value={inLanguage}
          onValue={setChosen}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <label class="wb-check">
          <input
            type="checkbox"
            checked={onlyAccepted}
            onChange={(event) => setOnlyAccepted(event.currentTarget.checked)}
          />{' '}
          {messages.onlyAccepted}
        </label>
        <p class="wb-muted">{messages.withFilters}</p>
      </DropDown>
      <p class="wb-briefing-state" role="status">
        {action.isBusy && messages.making}
      </p>
      <ProblemLine text={action.problem} />
    </div>
  );
}

import { domainMessages } from '@waarborg/shared/messages';
import { compareMessages } from '@waarborg/shared/messages/compare';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { readDay } from '@waarborg/shared/text';
import { useState } from 'preact/hooks';
import { DropDown } from '../forms/drop-down.tsx';
import { Field } from '../forms/field.tsx';
import { language } from '../language/language.ts';
import { swapSides, withoutComparison } from '../matrix-view/change-view.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { againstOthers, aroundDate, type OppositeAxis, oppositeAxes } from './compare-presets.ts';
import { showView } from './show-view.ts';

/** Begins, turns round and ends a comparison of two filters. */
export function CompareChoices({ view }: { view: MatrixView }) {
  const messages = compareMessages[language.value];
  const isOn = view.compare !== undefined;
  return (
    <DropDown title={messages.title} state={isOn ? messages.on : messages.off} isActive={isOn}>
      {isOn && (
        <p class="wb-compare-actions">
          <button type="button" class="wb-pill" onClick={() => showView(swapSides(view))}>
            {messages.swap}
          </button>
          <button type="button" class="wb-pill" onClick={() => showView(withoutComparison(view))}>
            {messages.stop}
          </button>
        </p>
      )}
      <DateForm view={view} />
      <OthersForm view={view} />
      {!isOn && (
        <div class="wb-compare-choice">
          <p>{messages.ownHint}</p>
          <button type="button" class="wb-pill" onClick={() => showView({ ...view, compare: view.filters })}>
            {messages.own}
          </button>
        </div>
      )}
    </DropDown>
  );
}

/** Closes the panel in which a form stands: what was asked for is below it. */
function closePanel(form: HTMLFormElement): void {
  const details = form.closest('details');
  if (details) details.open = false;
}

function DateForm({ view }: { view: MatrixView }) {
  const messages = compareMessages[language.value];
  const [date, setDate] = useState('');
  const [error, setError] = useState<string>();
  return (
    <form
      class="wb-compare-choice"
      onSubmit={(event) => {
        event.preventDefault();
        const day = readDay(date);
        const compared = day === undefined ? undefined : aroundDate(view, day);
        setError(compared ? undefined : matrixMessages[language.value].dateWrong);
        if (!compared) return;
        closePanel(event.currentTarget);
        showView(compared);
      }}
    >
      <Field label={messages.date} name="date" value={date} onValue={setDate} error={error} />
      <button type="submit" class="wb-pill">
        {messages.aroundDate}
      </button>
    </form>
  );
}

function OthersForm({ view }: { view: MatrixView }) {
  const messages = compareMessages[language.value];
  const words: Readonly<Record<string, string>> = domainMessages[language.value];
  return (
    <form
      class="wb-compare-choice"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = new FormData(event.currentTarget).get('one');
        const [axis, value] = String(chosen).split(':') as [OppositeAxis, string];
        closePanel(event.currentTarget);
        showView(againstOthers(view, axis, value));
      }}
    >
      <label class="wb-compare-label">
        {messages.one}
        <select name="one" class="utrecht-textbox utrecht-textbox--html-input">
          {Object.entries(oppositeAxes).map(([axis, values]) => (
            <optgroup key={axis} label={matrixMessages[language.value][`axis.${axis as OppositeAxis}`]}>
              {values.map((value) => (
                <option key={value} value={`${axis}:${value}`}>
                  {words[`${axis}.${value}`] ?? value}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="submit" class="wb-pill">
        {messages.againstOthers}
      </button>
    </form>
  );
}

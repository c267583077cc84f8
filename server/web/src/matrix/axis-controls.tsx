import { axes, countKinds } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { language } from '../language/language.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { showView } from './show-view.ts';

/** What rows and columns are, and what is counted. */
export function AxisControls({ view }: { view: MatrixView }) {
  const messages = matrixMessages[language.value];
  const { rows, columns, count, filters } = view;
  const axisOptions = axes.map((axis) => ({ value: axis, label: messages[`axis.${axis}`] }));
  const countOptions = countKinds.map((kind) => ({ value: kind, label: messages[`count.${kind}`] }));
  return (
    <>
      <Choice
        label={messages.rows}
        value={rows}
        options={axisOptions}
        onValue={(axis) => showView({ rows: axis, columns, count, filters })}
      />
      <button
        type="button"
        class="wb-pill wb-swap"
        aria-label={messages.swap}
        title={messages.swap}
        onClick={() => showView({ rows: columns, columns: rows, count, filters })}
      >
        <span aria-hidden="true">
          ⇄ <span class="wb-swap-name">{messages.swap}</span>
        </span>
      </button>
      <Choice
        label={messages.columns}
        value={columns}
        options={axisOptions}
        onValue={(axis) => showView({ rows, columns: axis, count, filters })}
      />
      <Choice
        label={messages.measure}
        value={count}
        options={countOptions}
        onValue={(kind) => showView({ ...view, count: kind })}
      />
    </>
  );
}

function Choice<T extends string>({
  label,
  value,
  options,
  onValue,
}: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onValue: (value: T) => void;
}) {
  return (
    <label class="wb-pill wb-choice">
      <span>{label}:</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onValue(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

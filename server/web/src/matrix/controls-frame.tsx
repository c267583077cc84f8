import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { language } from '../language/language.ts';
import { countFilters, type MatrixView } from '../matrix-view/view.ts';

interface ControlsFrameProps {
  readonly view: MatrixView;
  readonly children: ComponentChildren;
}

/**
 * Where the controls stand: above the matrix, or on a narrow screen, which they would fill, behind a button that says
 * what they are set to.
 */
export function ControlsFrame({ view, children }: ControlsFrameProps) {
  const messages = matrixMessages[language.value];
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const filters = countFilters(view.filters) + countFilters(view.compare ?? {});
  return (
    <div class="wb-controls" data-open={isOpen || undefined}>
      <button
        type="button"
        class="wb-pill wb-controls-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span>
          {messages.controls}:{' '}
          <strong>
            {messages.controlsState(messages[`axis.${view.rows}`], messages[`axis.${view.columns}`], filters)}
          </strong>
        </span>
        <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
      </button>
      <div id={id} class="wb-controls-content">
        {children}
      </div>
    </div>
  );
}

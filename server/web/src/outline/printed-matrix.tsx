import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { pictureMessages } from '@waarborg/shared/messages/pictures';
import { dayInWords } from '@waarborg/shared/ui';
import { matrixAnswerSchema } from '../api/matrix-answer.ts';
import { useResource } from '../api/use-resource.ts';
import { useIsPrinting } from '../frame/use-is-printing.ts';
import { language } from '../language/language.ts';
import { MatrixPicture } from '../matrix-picture/matrix-picture.tsx';
import { arrange, weightsOf } from '../matrix-view/arrange.ts';
import { strengthSteps } from '../matrix-view/cell-words.ts';
import { matrixPath, parseView } from '../matrix-view/view.ts';

/** The appendix of a printed outline: the matrix of the dossier, as in the paper that goes to Word. */
export function PrintedMatrix({ slug, onlyAccepted }: { slug: string; onlyAccepted: boolean }) {
  const isPrinting = useIsPrinting();
  const view = parseView(onlyAccepted ? 'status=accepted' : '');
  const matrix = useResource(matrixPath(slug, view), matrixAnswerSchema).data;
  if (!isPrinting || !matrix) return null;
  const messages = matrixMessages[language.value];
  const words = outlineMessages[language.value];
  const day = dayInWords(new Date().toISOString(), language.value);
  return (
    <section class="wb-printed-matrix">
      <h3>{words.appendix}</h3>
      <p>{words.appendixCounts(onlyAccepted)}</p>
      <MatrixPicture
        matrix={matrix}
        view={view}
        arrangement={arrange(matrix, view, weightsOf(matrix, view))}
        steps={strengthSteps(Math.max(0, ...matrix.cells.map((cell) => cell[view.count])))}
        title={messages.matrixOf(messages['axis.safeguard'], messages['axis.impact'])}
        lines={[pictureMessages[language.value].ofDay(day, matrix.revision)]}
        language={language.value}
      />
    </section>
  );
}

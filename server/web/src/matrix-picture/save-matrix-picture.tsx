import type { MatrixResponse } from '@waarborg/shared/api';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { pictureMessages } from '@waarborg/shared/messages/pictures';
import { dayInWords } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { arrange, weightsOf } from '../matrix-view/arrange.ts';
import { strengthSteps } from '../matrix-view/cell-words.ts';
import { filtersInWords } from '../matrix-view/filters-in-words.ts';
import { useReviewerNames } from '../matrix-view/use-reviewer-names.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { useDossierNames } from '../names/use-dossier-names.ts';

const forms = ['svg', 'png'] as const;

interface SaveMatrixPictureProps {
  readonly slug: string;
  readonly view: MatrixView;
  /** The matrix of the view. */
  readonly matrix: MatrixResponse;
}

/** Saves the matrix as it is shown, in its order and without what is hidden, as a picture that explains itself. */
export function SaveMatrixPicture({ slug, view, matrix }: SaveMatrixPictureProps) {
  const messages = pictureMessages[language.value];
  const names = useDossierNames(slug).data;
  const reviewerName = useReviewerNames(slug, view.filters.reviewer ?? []);
  const dossier = useDossier(slug).data;
  const [isFailed, setFailed] = useState(false);
  const save = async (form: (typeof forms)[number]) => {
    if (!names) return;
    setFailed(false);
    const filters = filtersInWords(view.filters, names, reviewerName);
    const { matrixOf, ...words } = matrixMessages[language.value];
    const axes = matrixOf(words[`axis.${view.rows}`], words[`axis.${view.columns}`]);
    try {
      const [{ drawMatrix }, { savePicture }] = await Promise.all([
        import('./draw-matrix.tsx'),
        import('../drawing/save-picture.ts'),
      ]);
      const drawing = drawMatrix({
        matrix,
        view,
        arrangement: arrange(matrix, view, weightsOf(matrix, view)),
        steps: strengthSteps(Math.max(0, ...matrix.cells.map((cell) => cell[view.count]))),
        title: [dossier?.title, axes].filter(Boolean).join(': '),
        lines: [
          filters.length > 0 ? messages.filteredOn(filters.join('; ')) : messages.withoutFilter,
          messages.ofDay(dayInWords(new Date().toISOString(), language.value), matrix.revision),
        ],
        language: language.value,
      });
      await savePicture(drawing, form, `${slug}-matrix`);
    } catch {
      // A script or a font did not come, or the picture is larger than the browser can paint.
      setFailed(true);
    }
  };
  return (
    <>
      {forms.map((form) => (
        <li key={form}>
          <button
            type="button"
            class="wb-text-button"
            aria-disabled={names === undefined}
            onClick={() => void save(form)}
          >
            {form === 'svg' ? messages.matrixAsSvg : messages.matrixAsPng}
          </button>
        </li>
      ))}
      {isFailed && <li role="alert">{messages.saveFailed}</li>}
    </>
  );
}

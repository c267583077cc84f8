import { dossierListSchema, undoneRevisionSchema } from '@waarborg/shared/api';
import type { Dossier } from '@waarborg/shared/dossier';
import { webMessages } from '@waarborg/shared/messages/web';
import { dayInWords } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { postJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { useList } from '../api/use-resource.ts';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';

/** The reader's dossiers that were deleted and can still be brought back; nothing where there are none. */
export function DeletedDossiers({ onReturn }: { onReturn: () => void }) {
  const messages = webMessages[language.value];
  const { data, reload } = useList('/dossiers?deleted=true', dossierListSchema);
  const action = useAction();
  const [done, setDone] = useState<string>();
  const dossiers = data?.dossiers ?? [];
  const bringBack = ({ slug, title }: Dossier, revision: number) =>
    action.run(async () => {
      setDone(undefined);
      const path = `/dossiers/${slug}/revisions/${revision}/undo`;
      await postJson(path, undefined, undoneRevisionSchema);
      setDone(messages.broughtBack(title));
      reload();
      onReturn();
    });
  if (dossiers.length === 0 && done === undefined) return null;
  return (
    <section aria-labelledby="deleted-dossiers">
      <h2 id="deleted-dossiers">{messages.deletedDossiers}</h2>
      <DoneLine text={done} />
      <ProblemLine text={action.problem} />
      <ul class="wb-dossiers">
        {dossiers.map((dossier) => {
          const { id, title, deleted } = dossier;
          return (
            deleted && (
              <li key={id}>
                <span class="wb-dossier">{title}</span>
                <span class="wb-muted">
                  {messages.deletedUntil(
                    dayInWords(deleted.at, language.value),
                    dayInWords(deleted.until, language.value),
                  )}
                </span>
                <Button
                  aria-label={`${messages.bringBack}: ${title}`}
                  aria-disabled={action.isBusy}
                  onClick={() => void bringBack(dossier, deleted.revision)}
                >
                  {messages.bringBack}
                </Button>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

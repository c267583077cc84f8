import { type KeptSettings, keptSettingsSchema } from '@waarborg/shared/api';
import { type DossierSettings, maxDossierTitleLength, sourceTypes } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { settingsMessages } from '@waarborg/shared/messages/settings';
import { webMessages } from '@waarborg/shared/messages/web';
import { useState } from 'preact/hooks';
import { renew } from '../api/renewal.ts';
import { putJson } from '../api/request.ts';
import { useChanges } from '../api/use-changes.ts';
import { useResource } from '../api/use-resource.ts';
import { DisputedFields } from '../edits/disputed-fields.tsx';
import { useFieldEdit } from '../edits/use-field-edit.ts';
import { ActionForm } from '../forms/action-form.tsx';
import { Field } from '../forms/field.tsx';
import { LastChange } from '../forms/last-change.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { BillField, billAmong, sayBill, useDocuments } from './bill-field.tsx';
import { DeleteDossier } from './delete-dossier.tsx';

const settingsPath = (slug: string) => `/dossiers/${slug}/settings`;

/** How a dossier is called, of which documents it keeps no text and which one is its bill: read by all, changed by owners. */
export function SettingsPage({ slug }: { slug: string }) {
  const title = webMessages[language.value].settings;
  const dossier = useDossier(slug);
  const { data, failure, reload } = useResource(settingsPath(slug), keptSettingsSchema);
  useLiveDossier(slug, dossier.data?.revision);
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame title={title} dossier={dossier.data} current="settings">
      <h1>{title}</h1>
      {failure && <ProblemNotice failure={failure} onRetry={reload} />}
      {!failure && !(dossier.data && data) && <LoadingNotice />}
      {dossier.data &&
        data &&
        (dossier.data.role === 'owner' ? (
          <ChangingSettings slug={slug} settings={data} />
        ) : (
          <ReadSettings slug={slug} settings={data} />
        ))}
    </PageFrame>
  );
}

/** Source types by their names. */
function sayTypes(types: DossierSettings['withoutText']): string {
  return types.map((type) => domainMessages[language.value][`sourceType.${type}`]).join(', ');
}

function ReadSettings({ slug, settings }: { slug: string; settings: DossierSettings }) {
  const messages = settingsMessages[language.value];
  const { title, withoutText, bill = '' } = settings;
  const documents = useDocuments(slug);
  return (
    <div class="wb-sections">
      <dl class="wb-facts">
        <div>
          <dt>{messages.title}</dt>
          <dd>{title}</dd>
        </div>
        <div>
          <dt>{messages.withoutText}</dt>
          <dd>{sayTypes(withoutText) || messages.none}</dd>
        </div>
        {documents && (
          <div>
            <dt>{messages.bill}</dt>
            <dd>{sayBill(documents, bill)}</dd>
          </div>
        )}
      </dl>
      <p class="wb-muted">{messages.forOwners}</p>
    </div>
  );
}

interface ChangingProps {
  readonly slug: string;
  readonly settings: KeptSettings;
}

type Setting = keyof DossierSettings;

/** The source types of a text in which commas stand between them. */
function readTypes(joined: string): DossierSettings['withoutText'] {
  return sourceTypes.filter((type) => joined.split(',').includes(type));
}

function sayValue(setting: Setting, value: string, documents: ReturnType<typeof useDocuments>): string {
  if (setting === 'withoutText') return sayTypes(readTypes(value));
  return setting === 'bill' ? sayBill(documents, value) : value;
}

/** The settings as a form. What was changed in it stays until it is saved; the rest follows what others change. */
function ChangingSettings({ slug, settings: arrived }: ChangingProps) {
  const messages = settingsMessages[language.value];
  /** What was saved last: known before it is read again. */
  const [saved, setSaved] = useState(arrived);
  const settings = saved.revision > arrived.revision ? saved : arrived;
  const { edit, type, goOn } = useFieldEdit<Setting>({
    title: settings.title,
    withoutText: settings.withoutText.join(),
    bill: settings.bill ?? '',
  });
  const documents = useDocuments(slug);
  const [isMissing, setMissing] = useState(false);
  const changes = useChanges(slug, {
    changedMeanwhile: messages.changedMeanwhile,
    onChange: () => renew('/dossiers'),
  });
  const title = edit.typed.title.trim();
  const withoutText = readTypes(edit.typed.withoutText);
  // One that is gone is named no longer; until the documents are known it stays what it is.
  const named = edit.typed.bill;
  const bill = documents ? billAmong(documents, named)?.id : named;
  const save = async () => {
    setMissing(title === '');
    if (title === '') return;
    await changes.make(async () => {
      const now = await putJson(
        settingsPath(slug),
        { title, withoutText, bill: bill || undefined },
        keptSettingsSchema,
        {
          revision: settings.revision,
        },
      );
      setSaved(now);
      goOn();
      const isChanged = now.revision !== settings.revision;
      return { text: messages.saved, isRepeatable: true, ...(isChanged && { revision: now.revision }) };
    });
  };
  return (
    <>
      <LastChange slug={slug} changes={changes} />
      <div class="wb-sections">
        <ActionForm label={messages.save} isBusy={changes.action.isBusy} onSubmit={save}>
          <DisputedFields
            edit={edit}
            nameOf={(setting) => messages[setting]}
            sayValue={(setting, value) => sayValue(setting, value, documents)}
            onTake={type}
          />
          <Field
            label={messages.title}
            hint={messages.titleHint}
            name="title"
            value={edit.typed.title}
            onValue={(value) => type('title', value)}
            error={isMissing ? messages.titleMissing : undefined}
            maxLength={maxDossierTitleLength}
            autoComplete="off"
          />
          <fieldset class="wb-field wb-choices">
            <legend class="utrecht-form-label">{messages.withoutText}</legend>
            <p class="wb-field-hint">{messages.withoutTextHint}</p>
            {sourceTypes.map((sourceType) => (
              <label key={sourceType} class="wb-check">
                <input
                  type="checkbox"
                  checked={withoutText.includes(sourceType)}
                  onChange={({ currentTarget: { checked } }) => {
                    const others = withoutText.filter((one) => one !== sourceType);
                    type('withoutText', readTypes([...others, checked && sourceType].join()).join());
                  }}
                />
                {sayTypes([sourceType])}
              </label>
            ))}
          </fieldset>
          <BillField documents={documents} value={edit.typed.bill} onValue={(value) => type('bill', value)} />
        </ActionForm>
        <DeleteDossier slug={slug} settings={settings} />
      </div>
    </>
  );
}

import { dossierSchema, maxDossierTitleLength, maxSlugLength, slugSchema } from '@waarborg/shared/dossier';
import { webMessages } from '@waarborg/shared/messages/web';
import { toSlug } from '@waarborg/shared/text';
import { useRef, useState } from 'preact/hooks';
import { ApiFailure } from '../api/failure.ts';
import { createIdempotencyKey, postJson } from '../api/request.ts';
import { ActionForm } from '../forms/action-form.tsx';
import { Field } from '../forms/field.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { language } from '../language/language.ts';
import { navigate } from '../routing/navigation.ts';
import { matrixHref } from '../routing/route.ts';

interface Errors {
  readonly title?: string;
  readonly slug?: string;
  readonly form?: string;
}

type Messages = (typeof webMessages)['nl'];

function check(title: string, slug: string, messages: Messages): Errors {
  return {
    ...(title === '' ? { title: messages.titleMissing } : {}),
    ...(slug === '' ? { slug: messages.slugMissing } : {}),
    ...(slug !== '' && !slugSchema.safeParse(slug).success ? { slug: messages.slugWrong } : {}),
  };
}

function explain(failure: unknown, messages: Messages): Errors {
  if (!(failure instanceof ApiFailure)) throw failure;
  if (failure.code === 'dossier-slug-taken') return { slug: messages.slugTaken };
  const cause =
    failure.code === 'unreachable' || failure.code === 'unavailable'
      ? messages.unreachableText
      : (failure.problem?.detail ?? failure.problem?.title ?? messages.failedText);
  return { form: `${messages.createFailed} ${cause}` };
}

/** Begins a dossier: a title, and the address that follows from it until one is typed. */
export function CreateDossier() {
  const messages = webMessages[language.value];
  const [title, setTitle] = useState('');
  const [typedSlug, setTypedSlug] = useState<string>();
  const [errors, setErrors] = useState<Errors>({});
  const [isSending, setSending] = useState(false);
  const sent = useRef({ body: '', key: '' });
  const slug = typedSlug ?? toSlug(title, maxSlugLength);

  const create = async () => {
    const draft = { title: title.trim(), slug: slug.trim() };
    const wrong = check(draft.title, draft.slug, messages);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0 || isSending) return;
    const body = JSON.stringify(draft);
    if (sent.current.body !== body) sent.current = { body, key: createIdempotencyKey() };
    setSending(true);
    try {
      const options = { idempotencyKey: sent.current.key };
      const dossier = await postJson('/dossiers', draft, dossierSchema, options);
      navigate(matrixHref(dossier.slug));
    } catch (failure) {
      setErrors(explain(failure, messages));
    } finally {
      setSending(false);
    }
  };

  return (
    <ActionForm
      label={isSending ? messages.creating : messages.createDossier}
      isBusy={isSending}
      onSubmit={create}
      labelledBy="new-dossier"
    >
      <h2 id="new-dossier">{messages.newDossier}</h2>
      <ProblemLine text={errors.form} />
      <Field
        label={messages.dossierTitle}
        name="title"
        value={title}
        onValue={setTitle}
        hint={messages.dossierTitleHint}
        error={errors.title}
        maxLength={maxDossierTitleLength}
        autoComplete="off"
      />
      <Field
        label={messages.dossierSlug}
        name="slug"
        value={slug}
        onValue={setTypedSlug}
        hint={messages.dossierSlugHint(`${window.location.origin}${matrixHref(slug || '…')}`)}
        error={errors.slug}
        maxLength={maxSlugLength}
        autoComplete="off"
      />
    </ActionForm>
  );
}

import type { Language } from '@waarborg/shared/messages';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { matrixAddress } from '../connection/matrix-address.ts';
import { type AccountState, requestBackground } from '../messaging/index.ts';
import { Section } from './section.tsx';
import { UnsentWarning } from './unsent-warning.tsx';

interface DossierSectionProps {
  readonly account: AccountState | undefined;
  /** Slug of the dossier in which the organisation has reviewers begin. */
  readonly first: string | undefined;
  readonly language: Language;
  readonly onChosen: () => void;
}

/** Step 2: choose the dossier in which codings go. */
export function DossierSection({ account, first, language, onChosen }: DossierSectionProps) {
  const messages = welcomeMessages[language];
  const choose = async (slug: string) => {
    await requestBackground('choose-dossier', { slug });
    onChosen();
  };
  const find = (wanted: string | undefined) => account?.dossiers.find(({ slug }) => slug === wanted);
  const chosen = find(account?.chosen);
  const firstInWords = (slug: string) => {
    const found = find(slug);
    return found ? messages.dossierSet(found.title) : messages.dossierSetElsewhere(slug);
  };
  return (
    <Section number={2} title={messages.dossierTitle} isDone={chosen !== undefined}>
      {!account && <p class="hint">{messages.notYet}</p>}
      {account && first !== undefined && <p>{firstInWords(first)}</p>}
      {account && (
        <fieldset>
          <legend class="hint">{messages.dossierHint}</legend>
          {account.dossiers.length > 1 && (
            <UnsentWarning language={language} consequence={messages.unsentChoose} />
          )}
          {account.dossiers.map(({ slug, title }) => (
            <label key={slug} class="option">
              <input
                type="radio"
                name="dossier"
                checked={slug === account.chosen}
                onChange={() => void choose(slug)}
              />
              <span>{title}</span>
            </label>
          ))}
        </fieldset>
      )}
      {account && chosen && (
        <p role="status">
          {messages.dossierChosen(chosen.title)}{' '}
          <a href={matrixAddress(account.server, chosen.slug)} target="_blank" rel="noreferrer">
            {messages.openMatrix}
          </a>
        </p>
      )}
    </Section>
  );
}

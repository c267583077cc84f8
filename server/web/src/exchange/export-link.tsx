import { exchangeMessages } from '@waarborg/shared/messages/exchange';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { hasModifier } from '../routing/navigation.ts';
import { cancelDownload, download, downloadOf, isUnderWay } from './downloads.ts';

interface ExportLinkProps {
  /** Path of the file below `/api/v1`. */
  readonly path: string;
  /** Whether it looks like a button. */
  readonly isButton?: boolean;
  readonly children: ComponentChildren;
}

/** A link to a file that the server makes. Where that takes a while, it says so and can be stopped. */
export function ExportLink({ path, isButton = false, children }: ExportLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const follow = (event: MouseEvent) => {
    if (hasModifier(event)) return;
    event.preventDefault();
    void download(path);
  };
  const cancel = () => {
    cancelDownload(path);
    // What is pressed goes away.
    link.current?.focus();
  };
  return (
    <div class="wb-export">
      <a
        class={
          isButton
            ? 'utrecht-button-link utrecht-button utrecht-button--secondary-action'
            : 'utrecht-link utrecht-link--html-a'
        }
        href={`/api/v1${path}`}
        download
        ref={link}
        onClick={follow}
      >
        {children}
      </a>
      <DownloadState path={path} onCancel={cancel} />
    </div>
  );
}

/** How far a download is. */
function DownloadState({ path, onCancel }: { path: string; onCancel: () => void }) {
  const messages = exchangeMessages[language.value];
  const state = downloadOf(path);
  if (state?.kind === 'failed') return <ProblemLine text={state.problem} />;
  return (
    <div class="wb-export-state" role="status">
      {state?.kind === 'cancelled' && <p>{messages.cancelled}</p>}
      {state?.kind === 'making' && (
        <label>
          {messages.making} <progress />
        </label>
      )}
      {state?.kind === 'coming' && (
        <label>
          {messages.coming} <progress max={state.total} value={state.total && state.received} />
        </label>
      )}
      {isUnderWay(path) && <Button onClick={onCancel}>{messages.cancel}</Button>}
    </div>
  );
}

import type { Unsent } from '../messaging/index.ts';
import { KeepOutbox } from './keep-outbox.tsx';
import { usePanel } from './panel-context.ts';
import { useCounts } from './use-counts.ts';

/** What waits where this panel does not look: in other dossiers, and under other sign-ins. Nothing where nothing does. */
export function UnsentElsewhere({ elsewhere }: { readonly elsewhere: readonly Unsent[] }) {
  if (elsewhere.length === 0) return null;
  return (
    <>
      {elsewhere.map((unsent) => (
        <UnsentOf key={JSON.stringify(unsent)} unsent={unsent} />
      ))}
      <KeepOutbox />
    </>
  );
}

function UnsentOf({ unsent }: { readonly unsent: Unsent }) {
  const { messages } = usePanel();
  const say = unsent.isOfOther ? messages.elsewhereOfOther : messages.elsewhere;
  return <p>{say(unsent.dossier, unsent.server, useCounts(unsent))}</p>;
}

import type { Revision } from '@waarborg/shared/api';
import { historyMessages } from '@waarborg/shared/messages/history';
import { type HistoryNames, obstacleWords } from '@waarborg/shared/ui/history';
import { useRef, useState } from 'preact/hooks';
import { v7 as uuidv7 } from 'uuid';
import { requestBackground, type ServerReply } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';
import { ServerTrouble } from './server-trouble.tsx';

interface TakeBackProps {
  readonly change: Revision;
  readonly names: HistoryNames;
  /** Address of the change in the history of the dossier. */
  readonly address: string;
  readonly onTakenBack: () => void;
}

/** The way back from a change of a passage, at the second press; what stands in its way is told. */
export function TakeBack({ change, names, address, onTakenBack }: TakeBackProps) {
  const { passageWords, language, announce } = usePanel();
  const words = historyMessages[language];
  const { revision, count } = change;
  const [isAsking, setAsking] = useState(false);
  const [reply, setReply] = useState<ServerReply<number>>();
  const isUnderWay = useRef(false);
  /** One attempt, however often the server is asked because its answer was lost. */
  const key = useRef(uuidv7());
  // A change of many things at once is taken back where all of them can be seen.
  if (count > 1) {
    return (
      <a href={address} target="_blank" rel="noreferrer">
        {passageWords.takeBackElsewhere(count)}
      </a>
    );
  }
  const press = async () => {
    if (!isAsking || isUnderWay.current) {
      setAsking(true);
      return;
    }
    isUnderWay.current = true;
    const asking = requestBackground('undo-revision', { revision, key: key.current });
    const answer = await asking.catch(() => ({ ok: false, trouble: 'server-unreachable' }) as const);
    isUnderWay.current = false;
    setAsking(false);
    setReply(answer);
    if (!answer.ok && answer.trouble === 'refused') key.current = uuidv7();
    if (!answer.ok) return;
    announce(words.undone(revision, answer.value));
    onTakenBack();
  };
  const obstacles = reply && !reply.ok && reply.trouble === 'refused' ? reply.obstacles : [];
  return (
    <>
      <button
        type="button"
        class="link"
        aria-label={isAsking ? undefined : words.undoOf(revision)}
        onClick={() => void press()}
        onBlur={() => setAsking(false)}
      >
        {isAsking ? words.sure(revision) : words.undo}
      </button>
      {obstacles.length > 0 && (
        <div role="alert">
          <p>{words.blocked}</p>
          <ul class="obstacles">
            {obstacles.map((obstacle, index) => (
              <li key={index}>{obstacleWords(obstacle, change, names)}</li>
            ))}
          </ul>
        </div>
      )}
      {reply && !reply.ok && obstacles.length === 0 && <ServerTrouble reply={reply} />}
    </>
  );
}

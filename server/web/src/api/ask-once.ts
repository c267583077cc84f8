/** A question that is on its way, and how many wait for its answer. */
interface Question {
  readonly answer: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/** By key. */
const pending = new Map<string, Question>();

function begin(key: string, ask: (signal: AbortSignal) => Promise<unknown>): Question {
  const controller = new AbortController();
  const forget = () => {
    if (pending.get(key) === question) pending.delete(key);
  };
  const question: Question = { answer: ask(controller.signal).finally(forget), controller, waiting: 0 };
  controller.signal.addEventListener('abort', forget);
  pending.set(key, question);
  return question;
}

/**
 * Asks once for what several want to know at the same moment, until an answer comes; given up when all of them have
 * given it up. A key has one type of answer.
 */
export function askOnce<T>(
  key: string,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const question = pending.get(key) ?? begin(key, ask);
  question.waiting += 1;
  signal.addEventListener('abort', () => {
    question.waiting -= 1;
    if (question.waiting === 0) question.controller.abort();
  });
  return question.answer as Promise<T>;
}

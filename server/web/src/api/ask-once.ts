/** A question that is on its way, and how many wait for its answer: none where it was foreseen. */
interface Question {
  readonly answer: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
  isAnswered: boolean;
}

/** How long an answer that was foreseen is kept for who wants it: about what a press takes, in ms. */
const keptMs = 1_000;

/** By key. */
const pending = new Map<string, Question>();

function forget(key: string, question: Question): void {
  if (pending.get(key) === question) pending.delete(key);
}

function begin(key: string, ask: (signal: AbortSignal) => Promise<unknown>): Question {
  const controller = new AbortController();
  const answer = ask(controller.signal).finally(() => {
    question.isAnswered = true;
    if (question.waiting > 0) forget(key, question);
  });
  const question: Question = { answer, controller, waiting: 0, isAnswered: false };
  controller.signal.addEventListener('abort', () => forget(key, question));
  pending.set(key, question);
  return question;
}

/** Asks for what somebody is about to want: who asks in a moment finds the answer on its way, or here. */
export function foresee(key: string, ask: (signal: AbortSignal) => Promise<unknown>): void {
  if (pending.has(key)) return;
  const question = begin(key, ask);
  // Whoever asks is told of a failure; nobody else is.
  question.answer.catch(() => {});
  setTimeout(() => {
    if (question.waiting === 0) question.controller.abort();
  }, keptMs);
}

/** Lets nobody have an answer that was foreseen before something changed. */
export function forgetForeseen(): void {
  for (const [key, question] of pending) if (question.waiting === 0) forget(key, question);
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
  if (question.isAnswered) forget(key, question);
  signal.addEventListener('abort', () => {
    question.waiting -= 1;
    if (question.waiting === 0) question.controller.abort();
  });
  return question.answer as Promise<T>;
}

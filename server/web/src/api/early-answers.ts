import type { Language } from '@waarborg/shared/messages';

/** Questions that were asked before the code was here that reads their answers, each by its path and language. */
const asked = new Map<string, Promise<Response>>();

/** How a path below `/api/v1` is asked for. */
export function ask(path: string, language: Language, signal?: AbortSignal): Promise<Response> {
  return fetch(`/api/v1${path}`, {
    credentials: 'same-origin',
    headers: { Accept: 'application/json', 'Accept-Language': language },
    ...(signal ? { signal } : {}),
  });
}

/** Asks for paths whose answers somebody will take soon; not again for those that are on their way. */
export function askEarly(paths: readonly string[], language: Language): void {
  for (const path of paths) {
    const key = `${language} ${path}`;
    if (asked.has(key)) continue;
    const answer = ask(path, language);
    // Whoever takes it is told of a failure; nobody else is.
    answer.catch(() => {});
    asked.set(key, answer);
  }
}

/** The answer that was asked for early, once: who asks again wants to know what is new. */
export function takeEarly(path: string, language: Language): Promise<Response> | undefined {
  const key = `${language} ${path}`;
  const answer = asked.get(key);
  asked.delete(key);
  return answer;
}

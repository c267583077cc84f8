/** What can stand in the way of an administrator's command. */
export type UpkeepProblem =
  | 'copy-differs'
  | 'damaged'
  | 'file-exists'
  | 'folder-unusable'
  | 'no-database'
  | 'not-ours'
  | 'other-version'
  | 'server-runs'
  | 'target-not-empty';

/** A command of upkeep that cannot be carried out; nothing was changed. `subject` is what stands in the way. */
export class UpkeepError extends Error {
  override readonly name = 'UpkeepError';
  readonly problem: UpkeepProblem;
  readonly subject: string;

  constructor(problem: UpkeepProblem, subject: string, cause?: unknown) {
    super(`${problem}: ${subject}`, { cause });
    this.problem = problem;
    this.subject = subject;
  }
}

/** What a page of Playwright and one of puppeteer have in common to run something in it. */
export interface EvaluatingPage {
  evaluate(work: string): Promise<unknown>;
}

/**
 * Runs a function in a page of either. It is sent as text, so it must stand alone; what goes in and
 * comes out must survive JSON.
 */
export async function inPage<A, R>(page: EvaluatingPage, work: (input: A) => R, input?: A): Promise<R> {
  return (await page.evaluate(`(${work})(${JSON.stringify(input)})`)) as R;
}

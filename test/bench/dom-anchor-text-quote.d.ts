/** The part that is measured; the package has no types. */
declare module 'dom-anchor-text-quote' {
  const matcher: {
    toTextPosition(
      root: Element,
      selector: { exact: string; prefix?: string; suffix?: string },
      options?: { hint?: number },
    ): { start: number; end: number } | null;
    toRange(
      root: Element,
      selector: { exact: string; prefix?: string; suffix?: string },
      options?: { hint?: number },
    ): Range | null;
  };
  export default matcher;
}

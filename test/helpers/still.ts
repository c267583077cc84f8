import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Fails with each style rule that moves something for a reader who wants no motion. Leaves the page as it was. */
export async function expectStill(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await page.evaluate(findMotion), page.url()).toEqual([]);
  await page.emulateMedia({ reducedMotion: null });
}

/** Runs in the page. */
function findMotion(): string[] {
  const takesTime = (durations: string) => durations.split(',').some((part) => Number.parseFloat(part) > 0);
  const moves = ({ animationDuration, transitionDuration, scrollBehavior }: CSSStyleDeclaration) =>
    takesTime(animationDuration) || takesTime(transitionDuration) || scrollBehavior === 'smooth';
  const findIn = (rules: CSSRuleList): string[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) return [];
      const own = rule instanceof CSSStyleRule && moves(rule.style) ? [rule.cssText] : [];
      return rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule
        ? [...own, ...findIn(rule.cssRules)]
        : own;
    });
  return [...document.styleSheets].flatMap(({ cssRules }) => findIn(cssRules));
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Visit } from "./open-portal.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Fails unless the page as it stands is free of WCAG 2.2 AA faults, by axe, and the browser complained of nothing: no error
 * on the console and nothing that the policy stopped.
 */
export async function expectClean({ page, complaints }: Pick<Visit, "page" | "complaints">): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(complaints()).toEqual([]);
}

// Evaluated text goes past the policy; a script element, or waitForFunction, would not.
async function axeFaults(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    // Fluent's focus guards are focusable and hidden on purpose (microsoft/tabster, issue 288).
    const { violations } = await axe.run({ exclude: [["[data-tabster-dummy]"]] }, { runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = "" }) => `${id}: ${html} ${failureSummary}`),
    );
  }, tags);
}

/** Fails when a person with a narrow window, or a large zoom, would have to scroll sideways. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const isTooWide = ({ scrollWidth, clientWidth }: Element): boolean => scrollWidth > clientWidth + 1;
    const boxes = [document.documentElement, ...document.querySelectorAll("main")];
    return boxes
      .filter(isTooWide)
      .map(({ tagName, scrollWidth, clientWidth }) => ({ tagName, scrollWidth, clientWidth }));
  });
  expect(tooWide).toEqual([]);
}

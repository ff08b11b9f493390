import axe from "axe-core";
import { vi } from "vitest";

const options: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  rules: { "color-contrast": { enabled: false } },
};

/** What axe finds in the document by WCAG 2.2 AA: rule and element. Contrast needs a real browser. */
export async function faults(): Promise<readonly string[]> {
  // axe waits by timers.
  vi.useRealTimers();
  const { violations } = await axe.run({ include: [["body"]], exclude: [["[data-tabster-dummy]"]] }, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

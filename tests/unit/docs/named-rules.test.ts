import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** Titles of tests and of the groups they stand in. */
const titles = globSync("{tests,packages/*/tests}/**/*.test.ts", { cwd: root })
  .filter((file) => !file.endsWith("named-rules.test.ts"))
  .map((file) => readFileSync(join(root, file), "utf8"))
  .flatMap((text) => [...text.matchAll(/\b(?:it|test|describe)\b[^"`]{0,300}(?<quote>["`])(?<title>.*?)\k<quote>/gs)])
  .map(({ groups }) => groups?.["title"] ?? "")
  .join("\n");

const named = (from: number, to: number, name: (number: number) => string) =>
  Array.from({ length: to - from + 1 }, (_, index) => name(from + index));

// What goes wrong with runs in systems like this one, the life of a run rule by rule, and the invariants.
it.each([
  ...named(24, 35, (number) => `pitfall ${number}`),
  ...named(1, 11, (number) => `runs.md ${number}`),
  ...named(1, 8, (number) => `I${number}`),
  // Nothing asks Graph on a person's behalf yet (P6.11), and groups are not searched or mapped (S6, S7).
  ...named(1, 14, (number) => `P6.${number}`).filter((name) => name !== "P6.11"),
  ...named(1, 10, (number) => `S${number}`).filter((name) => name !== "S6" && name !== "S7"),
])("%s is named by a test", (name) => {
  expect(titles).toMatch(new RegExp(`\\b${name}\\b`));
});

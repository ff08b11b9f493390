import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** The title of a test: the text right behind `it(`, `test.skipIf(...)(` or `it.each([...])(`, before its function. */
const titled =
  /(?:\b(?:it|test)(?:\.\w+)*|\))\(\s*(?<quote>["`])(?<title>(?:(?!\k<quote>)[^\n])*)\k<quote>,\s*(?:async\b|\(|\{)/g;

/** The rules that a title names before its sentence: `P6.10, P7.3: `, `pitfall 4 `. */
const named = /^(?:(?:P\d+\.\d+|[IS]\d+|pitfall \d+|habit \d+)[,:]? )+/;

/** Words that go on with a sentence which a group's name would have begun, and verbs that lack their plural subject. */
const unfinished = new Set(
  [
    "of that whose which with without by for from in inside into outside on to at after before over past against because",
    "and or but nor so than used given being are were have do keep let refuse tell give leave share follow differ",
  ].flatMap((words) => words.split(" ")),
);

function titlesOf(text: string): string[] {
  return [...text.matchAll(titled)].map(({ groups }) => groups?.["title"] ?? "");
}

function isFragment(title: string): boolean {
  return unfinished.has(title.replace(named, "").split(" ", 1)[0] ?? "");
}

const found = globSync("{tests,packages/*/tests}/**/*.test.ts", { cwd: root }).flatMap((file) =>
  titlesOf(readFileSync(join(root, file), "utf8")).map((title) => ({ file, title })),
);

it("a test's title does not need the name of its group to be a sentence", () => {
  expect(found.length).toBeGreaterThan(1_500);
  expect(found.filter(({ title }) => isFragment(title))).toEqual([]);
});

it.each(["of two tenants are separated by commas", "pitfall 4 that is throttled is read again", "are read once"])(
  "the rule finds the fragment: %s",
  (title) => {
    expect(titlesOf(`it("${title}", () => {`).filter(isFragment)).toEqual([title]);
    expect(titlesOf(`])(\n  "${title}",\n  async () => {`).filter(isFragment)).toEqual([title]);
  },
);

it.each(["several tenants are separated by commas", "P6.10: a part that is throttled is read again", "is read once"])(
  "the rule is silent on the sentence: %s",
  (title) => {
    expect(titlesOf(`test.skipIf(isReal)("${title}", async () => {`).filter(isFragment)).toEqual([]);
  },
);

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTexts } from "../../architecture/read-sources.ts";

const root = join(import.meta.dirname, "../../..");
const pages = ["graph", "graph-reads", "graph-writes", "azure", "azure-services", "runs", "pitfalls", "interfaces"];
const own = import.meta.filename;
const texts = readTexts(root).filter(({ path }) => path !== own && /\.(?:ts|tsx|mjs|bicep|md|yml)$/.test(path));

/** `runs.md 4` or `graph.md 2.7`: the page and the number of a rule or section there. */
const reference = new RegExp(`(?<![\\w/-])(?<page>${pages.join("|")})\\.md (?<number>\\d+(?:\\.\\d+)*)`, "g");

function numbersOf(page: string): string[] {
  const text = readFileSync(join(root, "docs/reference", `${page}.md`), "utf8");
  return [...text.matchAll(/^(?:#{2,3} )?(?<number>\d+(?:\.\d+)*)\.? /gm)].flatMap(
    ({ groups }) => groups?.["number"] ?? [],
  );
}

function unresolved(text: string): string[] {
  const pitfalls = [...text.matchAll(/\bpitfall (?<number>\d+)\b/g)].map(({ groups }) => [
    "pitfalls",
    groups?.["number"],
  ]);
  const named = [...text.matchAll(reference)].map(({ groups }) => [groups?.["page"], groups?.["number"]]);
  return [...named, ...pitfalls].flatMap(([page = "", number = ""]) =>
    numbersOf(page).includes(number) ? [] : [`${page}.md ${number}`],
  );
}

describe("what comments, tests and pages refer to", () => {
  it.each(pages)("docs/reference/%s.md exists", (page) => {
    expect(existsSync(join(root, "docs/reference", `${page}.md`))).toBe(true);
  });

  it("every reference to a numbered rule or fact leads to that number of a page in docs/reference", () => {
    const broken = texts.flatMap(({ path, text }) => unresolved(text).map((each) => `${path}: ${each}`));
    expect(broken).toEqual([]);
  });

  it("the rule finds a reference to a number that the page does not have", () => {
    expect(unresolved("as runs.md 99 says, and pitfall 77")).toEqual(["runs.md 99", "pitfalls.md 77"]);
    expect(unresolved("as runs.md 4 says, and pitfall 7")).toEqual([]);
  });

  it("nothing refers to notes that are not in the repository", () => {
    const outside =
      /\b(?:graph-facts|azure-facts|restore-facts|read-paths\.md|design\.md \d)|\.\.\/shared\/(?:design|reference|wire)\b/;
    expect(texts.filter(({ text }) => outside.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

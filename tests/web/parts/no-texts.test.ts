import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = join(import.meta.dirname, "../../../web/src/parts");
const sources = readdirSync(folder).filter((name) => name.endsWith(".tsx"));

/** Texts a person would read that stand in the markup itself. */
function textsIn(source: string): readonly string[] {
  const between = source.matchAll(/>([^<>{}=;()]*[A-Za-z]{2}[^<>{}=;()]*)<\//g);
  const attributes = source.matchAll(/\b(?:aria-label|title|placeholder|alt|label)="([^"]*)"/g);
  return [...between, ...attributes].map(([, text = ""]) => text.trim());
}

it("no part holds a text of its own: words come from words", () => {
  expect(sources.length).toBeGreaterThan(20);
  const found = sources.flatMap((name) =>
    textsIn(readFileSync(join(folder, name), "utf8")).map((text) => [name, text]),
  );
  expect(found).toEqual([]);
});

it("the rule finds a text between tags and one in an attribute", () => {
  expect(textsIn("<p>Not found</p><b>{word}</b>")).toEqual(["Not found"]);
  expect(textsIn('<Button aria-label="Close" title={close} />')).toEqual(["Close"]);
});

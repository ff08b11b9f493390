import { describe, expect, it } from "vitest";
import { de } from "../../../web/src/words/de.ts";
import { en } from "../../../web/src/words/en.ts";

type Text = { readonly path: string; readonly text: unknown };

/** Every text with its path; a text with values in it is called with numbers, which are words as well. */
function textsOf(value: unknown, path = ""): Text[] {
  if (typeof value === "function") return [{ path: `${path}()`, text: value(2, 3) }];
  if (typeof value !== "object" || value === null) return [{ path, text: value }];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

const languages = Object.entries({ en, de });

it("both languages have the same texts", () => {
  const paths = (words: unknown) => textsOf(words).map(({ path }) => path);
  expect(paths(de)).toEqual(paths(en));
});

describe.each(languages)("the words of %s", (_, words) => {
  it("hold no empty text", () => {
    const empty = textsOf(words).filter(({ text }) => typeof text !== "string" || text.trim() === "");
    expect(empty).toEqual([]);
  });

  it("say every value they are given", () => {
    expect(textsOf(words).filter(({ text }) => String(text).includes("undefined"))).toEqual([]);
  });
});

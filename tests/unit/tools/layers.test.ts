import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { everyday, provenCheaper, review, reviewFiles } from "../../../tools/tests/layers.ts";

const missingOf = (files: readonly string[]): string[] =>
  files.filter((file) => !existsSync(join(import.meta.dirname, "../../..", file)));

it("every file that a layer names exists, so that none drops out when it is renamed", () => {
  const named = review.flatMap(({ files }) => files ?? []);
  expect(named).not.toEqual([]);
  expect(missingOf([...named, ...reviewFiles])).toEqual([]);
});

it("every file that npm test leaves to code-review names tests that prove the same every day", () => {
  for (const [file, why] of Object.entries(provenCheaper)) {
    const cheaper = why.match(/\b(?:tests|packages)\/[\w./-]*\w/g) ?? [];
    expect(cheaper, file).not.toEqual([]);
    expect(missingOf(cheaper), file).toEqual([]);
    expect(
      cheaper.filter((each) => reviewFiles.includes(each)),
      file,
    ).toEqual([]);
  }
});

it("code-review runs every layer of npm test", () => {
  expect(review).toEqual(expect.arrayContaining([...everyday]));
});

import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { toCoverageDoc } from "../../../tools/coverage-page/to-coverage-doc.ts";

const written = await readFile(new URL("../../../docs/coverage.md", import.meta.url), "utf8");

describe("docs/coverage.md", () => {
  it("is what the registry says (else: npm run docs:coverage)", () => {
    expect(written).toBe(toCoverageDoc());
  });

  it("has a row for every object type", () => {
    for (const { key, displayName } of contracts)
      expect(written).toMatch(new RegExp(`^\\| \`${key}\` +\\| ${escaped(displayName)} `, "m"));
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

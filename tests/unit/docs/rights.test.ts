import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { toRightsDoc } from "../../../tools/rights/to-rights-doc.ts";

it("docs/rights.md is what the rights of roles say (else: npm run docs:rights)", async () => {
  const written = await readFile(new URL("../../../docs/rights.md", import.meta.url), "utf8");
  expect(written).toBe(toRightsDoc());
});

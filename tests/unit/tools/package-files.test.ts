import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageFiles } from "../../../tools/tests/layers.ts";

it("every file that runs on the package exists, so that none drops out when it is renamed", () => {
  const missing = packageFiles.filter((file) => !existsSync(join(import.meta.dirname, "../../..", file)));
  expect(missing).toEqual([]);
  expect(packageFiles.length).toBeGreaterThan(10);
});

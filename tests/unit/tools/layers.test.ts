import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { review } from "../../../tools/tests/layers.ts";

it("every file that a layer names exists, so that none drops out when it is renamed", () => {
  const named = review.flatMap(({ files }) => files ?? []);
  expect(named.filter((file) => !existsSync(join(import.meta.dirname, "../../..", file)))).toEqual([]);
  expect(named).not.toEqual([]);
});

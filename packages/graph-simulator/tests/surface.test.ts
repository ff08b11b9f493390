import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { graphOperations } from "../src/operations.ts";

it("surface.md lists what the simulator carries out, and nothing else", () => {
  const surface = readFileSync(new URL("../surface.md", import.meta.url), "utf8");
  const [, , ...operations] = [...surface.matchAll(/^\| (\S.*?) +\|/gm)].map(([, operation]) => operation);
  expect(operations).toEqual([...graphOperations]);
});

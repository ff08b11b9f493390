import { afterAll, expect } from "vitest";
import { secretsOfSharedStack } from "./shared-stack.ts";

// P6.10, P7.3: the files of a worker share a stack, and whatever a test of a file did, no secret is where none may be.
afterAll(async () => {
  expect(await secretsOfSharedStack()).toEqual([]);
});

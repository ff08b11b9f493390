import { expect, it } from "vitest";
import { makeBoundedMap } from "../../src/entra/sign-in/make-bounded-map.ts";

it("what strangers can fill holds its newest entries, and the oldest makes room", () => {
  const map = makeBoundedMap<number>(2);
  for (const key of [1, 2, 3]) map.set(String(key), key);
  expect(["1", "2", "3"].map(map.get)).toEqual([undefined, 2, 3]);
  map.set("3", 4);
  expect(["2", "3"].map(map.get)).toEqual([2, 4]);
});

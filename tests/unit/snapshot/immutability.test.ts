import { describe, expect, it } from "vitest";
import { toImmutability } from "../../../src/domain/snapshot/immutability.ts";

const now = "2026-11-24T12:00:00.000Z";
const until = (day: number, mode: "locked" | "unlocked" = "locked") =>
  ({ until: `2026-12-0${day}T00:00:00.000Z`, mode }) as const;

describe("whether a store keeps a snapshot from being altered", () => {
  it("a snapshot is protected as long as the protection that ends first", () => {
    const expected = { state: "enforced", until: until(2).until, mode: "locked" };
    expect(toImmutability([until(5), until(2), until(9)], now)).toEqual(expected);
  });

  it("a snapshot's protection is unlocked when one policy is", () => {
    expect(toImmutability([until(1), until(2, "unlocked")], now)).toMatchObject({ mode: "unlocked" });
  });

  it.each([
    ["one version has no protection", [until(1), null]],
    ["the protection of one has ended", [until(1), { until: "2026-11-24T11:59:59.000Z", mode: "locked" as const }]],
    ["nothing is known of one", [until(1), undefined]],
    ["there is nothing to protect", []],
  ])("a snapshot's protection is not enforced when %s", (_what, protections) => {
    expect(toImmutability(protections, now)).toEqual({ state: "not_enforced" });
  });
});

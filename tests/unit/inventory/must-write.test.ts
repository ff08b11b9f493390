import { describe, expect, it } from "vitest";
import { mustWrite } from "../../../src/domain/inventory/must-write.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";

const known = anInventoryObject({ meta: { a: 1, b: "x" } });
const later = "2026-03-02T08:00:00.000Z";
const seenLater = { ...known, meta: { b: "x", a: 1 }, firstSeenAt: later, lastSeenAt: later, observedAt: later };

describe("an observation of an object", () => {
  it("is news when nothing was known of the object", () => {
    expect(mustWrite(known, undefined)).toBe(true);
  });

  it("is no news when only its times differ", () => {
    expect(mustWrite(seenLater, known)).toBe(false);
  });

  it.each([
    { name: "Renamed" },
    { platform: "windows10" },
    { lastModified: later },
    { state: "missing" as const },
    { meta: { a: 2, b: "x" } },
    { configurationHash: "1".repeat(64) },
  ])("is news with %o", (change) => {
    expect(mustWrite({ ...seenLater, ...change }, known)).toBe(true);
  });

  it("is no news when it is older than what is known, whatever it says", () => {
    expect(mustWrite({ ...known, name: "Older" }, { ...known, observedAt: later })).toBe(false);
    expect(mustWrite({ ...known, name: "At the same time" }, known)).toBe(false);
  });

  it("is news after a week in which the object was not seen", () => {
    const inAWeek = "2026-03-08T08:00:00.000Z";
    expect(mustWrite({ ...seenLater, observedAt: inAWeek }, known)).toBe(false);
    expect(mustWrite({ ...seenLater, observedAt: "2026-03-08T08:00:00.001Z" }, known)).toBe(true);
    expect(mustWrite({ ...seenLater, observedAt: inAWeek }, { ...known, lastSeenAt: later })).toBe(false);
  });
});

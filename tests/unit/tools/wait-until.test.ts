import { describe, expect, it } from "vitest";
import { waitUntil } from "../../../tools/soak/runs/wait-until.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";

describe("waiting for a product to do its work", () => {
  it("ends when it is done", async () => {
    let asked = 0;
    const isSo = async () => ++asked === 3;
    expect(await waitUntil(aHurryingClock(), isSo, { patienceMs: 1_000, everyMs: 100 })).toBe(true);
    expect(asked).toBe(3);
  });

  it("ends too when it never is, and says so", async () => {
    const clock = aHurryingClock();
    const from = clock.nowMs();
    expect(await waitUntil(clock, async () => false, { patienceMs: 1_000, everyMs: 100 })).toBe(false);
    expect(clock.nowMs() - from).toBe(1_000);
  });
});

import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { holdReads } from "../../../web/src/api/hold-reads.ts";
import { useMe } from "../../../web/src/api/me.ts";
import { NetworkFailure } from "../../../web/src/api/network-failure.ts";
import { useRun } from "../../../web/src/api/run.ts";
import { advance, anApi, aRefusal } from "./support/an-api.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("a read that fails", () => {
  it.each<[string, Error]>([
    ["because nothing answered", new NetworkFailure("GET /x", undefined)],
    ["because the API is not ready", aRefusal(503)],
  ])("P6.14 %s is tried again after a pause", async (_title, failure) => {
    const failures: Error[] = [failure, failure];
    const { asked, wrapper } = anApi(() => {
      const next = failures.shift();
      if (next) throw next;
      return { name: "Owner" };
    });
    const { result } = renderHook(() => useMe(), { wrapper });
    await advance(400);
    expect([asked.length, result.current.failureReason]).toEqual([1, failure]);
    await advance(3_000);
    expect([asked.length, result.current.data?.name]).toEqual([3, "Owner"]);
  });

  it("P6.14 waits as long as Retry-After says", async () => {
    const { asked, wrapper } = anApi(() => {
      throw aRefusal(503, { retryAfter: 7 });
    });
    renderHook(() => useMe(), { wrapper });
    await advance(6_990);
    expect(asked).toHaveLength(1);
    await advance(20);
    expect(asked).toHaveLength(2);
  });

  it.each([400, 403, 404, 500])("with %s is not tried again", async (status) => {
    const { asked, wrapper } = anApi(() => {
      throw aRefusal(status);
    });
    const { result } = renderHook(() => useMe(), { wrapper });
    await advance(20_000);
    expect([asked.length, result.current.isError]).toEqual([1, true]);
  });
});

it("a run is asked each 2 seconds until it has ended", async () => {
  let status = "running";
  const { asked, wrapper } = anApi(() => ({ id: "r", status }));
  renderHook(() => useRun("t", "r"), { wrapper });
  await advance(1);
  await advance(4_000);
  expect(asked).toHaveLength(3);
  status = "completed";
  await advance(60_000);
  expect(asked).toHaveLength(4);
});

describe("a 429", () => {
  it("P6.14 holds every read of the tab as long as Retry-After says, and no start", async () => {
    let isThrottled = true;
    const { asked, callApi } = anApi(() => {
      if (isThrottled) throw aRefusal(429, { retryAfter: 7 });
      return {};
    });
    const held = holdReads(callApi);
    await expect(held("getMe")).rejects.toThrow("Refused");
    isThrottled = false;
    const reads = Promise.all([held("getMe"), held("listTenants")]);
    await held("takeSnapshot", { params: { tenantId: "t" }, body: {} });
    await vi.advanceTimersByTimeAsync(6_990);
    expect(asked.map(({ id }) => id)).toEqual(["getMe", "takeSnapshot"]);
    await vi.advanceTimersByTimeAsync(600);
    await reads;
    expect(asked).toHaveLength(4);
  });

  it("P6.14 holds them a few seconds where it does not say how long, and five minutes at most", async () => {
    const waits: (number | undefined)[] = [undefined, 86_400];
    const { callApi } = anApi(() => {
      if (waits.length > 0) {
        const retryAfter = waits.shift();
        throw aRefusal(429, retryAfter === undefined ? {} : { retryAfter });
      }
      return {};
    });
    const held = holdReads(callApi);
    await expect(held("getMe")).rejects.toThrow("Refused");
    const second = expect(held("getMe")).rejects.toThrow("Refused");
    await vi.advanceTimersByTimeAsync(5_600);
    await second;
    const third = held("getMe");
    await vi.advanceTimersByTimeAsync(300_600);
    expect((await third).body).toEqual({});
  });
});

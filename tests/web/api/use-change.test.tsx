import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NetworkFailure } from "../../../web/src/api/network-failure.ts";
import { useRuns } from "../../../web/src/api/run.ts";
import { useChangeSettings, useSettings } from "../../../web/src/api/settings.ts";
import { useTakeSnapshot } from "../../../web/src/api/snapshot.ts";
import { advance, anApi, aRefusal } from "./support/an-api.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const empty = { items: [], nextPage: null };

describe("a start", () => {
  it("P6.13 clicked twice goes with one key, so that it is one run; the next one has another", async () => {
    const { asked, wrapper } = anApi(() => ({ id: "run-1" }));
    const { result } = renderHook(() => useTakeSnapshot("t"), { wrapper });
    act(() => {
      result.current.mutate({ label: "a" });
      result.current.mutate({ label: "a" });
    });
    await advance(1);
    act(() => result.current.mutate({ label: "a" }));
    await advance(1);
    const keys = asked.map(({ headers }) => headers["Idempotency-Key"]);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect([keys[1] === keys[0], keys[2] === keys[0]]).toEqual([true, false]);
  });

  it("P6.13 keeps its key when no answer came, and takes another for other values", async () => {
    const { asked, wrapper } = anApi(() => {
      throw new NetworkFailure("POST /x", undefined);
    });
    const { result } = renderHook(() => useTakeSnapshot("t"), { wrapper });
    for (const label of ["a", "a", "b"]) {
      act(() => result.current.mutate({ label }));
      await advance(1);
    }
    const keys = asked.map(({ headers }) => headers["Idempotency-Key"]);
    expect([keys[1] === keys[0], keys[2] === keys[0]]).toEqual([true, false]);
  });

  it("is never tried again by itself", async () => {
    const { asked, wrapper } = anApi(() => {
      throw aRefusal(503, { retryAfter: 1 });
    });
    const { result } = renderHook(() => useTakeSnapshot("t"), { wrapper });
    act(() => result.current.mutate({}));
    await advance(60_000);
    expect([asked.length, result.current.isError]).toEqual([1, true]);
  });

  it.each([true, false])("has what shows it asked again when it has ended (well: %s)", async (isWell) => {
    const { asked, wrapper } = anApi(({ id }) => {
      if (id === "takeSnapshot" && !isWell) throw aRefusal(503);
      return id === "takeSnapshot" ? { id: "run-1" } : empty;
    });
    const { result } = renderHook(() => ({ start: useTakeSnapshot("t"), list: useRuns("t", {}) }), { wrapper });
    await advance(1);
    act(() => result.current.start.mutate({}));
    await advance(1);
    expect(asked.map(({ id }) => id)).toEqual(["listOperations", "takeSnapshot", "listOperations"]);
  });
});

describe("a change of settings", () => {
  it("names what it is based on, and its answer is what the page shows then", async () => {
    const { asked, wrapper } = anApi(({ id }) => ({ withheld: id === "changeTenantSettings" ? ["x"] : [] }), '"1"');
    const { result } = renderHook(() => ({ settings: useSettings("t"), change: useChangeSettings("t") }), { wrapper });
    await advance(1);
    const etag = result.current.settings.data?.etag ?? "";
    act(() => result.current.change.mutate({ change: { withheld: ["x"] }, etag }));
    await advance(1);
    expect(asked[1]).toMatchObject({ headers: { "If-Match": '"1"' }, body: { withheld: ["x"] } });
  });

  it("of what somebody else changed meanwhile writes nothing and gives theirs", async () => {
    const { wrapper } = anApi(({ id }) => {
      if (id === "changeTenantSettings") throw aRefusal(412);
      return { withheld: ["theirs"] };
    }, '"2"');
    const { result } = renderHook(() => useChangeSettings("t"), { wrapper });
    act(() => result.current.mutate({ change: {}, etag: '"1"' }));
    await advance(1);
    expect(result.current.data).toEqual({ body: { withheld: ["theirs"] }, etag: '"2"' });
  });

  it("that is refused otherwise stays refused", async () => {
    const { wrapper } = anApi(() => {
      throw aRefusal(422);
    });
    const { result } = renderHook(() => useChangeSettings("t"), { wrapper });
    act(() => result.current.mutate({ change: {}, etag: '"1"' }));
    await advance(1);
    expect(result.current.error?.name).toBe("Refusal");
  });
});

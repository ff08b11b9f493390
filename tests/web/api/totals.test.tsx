import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useInventory, useInventoryFile, useInventoryTotal } from "../../../web/src/api/inventory.ts";
import { useOverview } from "../../../web/src/api/overview.ts";
import { useRunCounts, useRunParts } from "../../../web/src/api/run.ts";
import { advance, anApi } from "./support/an-api.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("a total is asked for by itself and seldom: the list that is polled does not count", async () => {
  const { asked, wrapper } = anApi(({ query }) => ({
    items: [],
    nextPage: null,
    ...(query["count"] === "true" ? { total: 1_240 } : {}),
  }));
  const filters = { state: "missing" } as const;
  const { result } = renderHook(() => ({ list: useInventory("t", filters), total: useInventoryTotal("t", filters) }), {
    wrapper,
  });
  await advance(1);
  expect(result.current.total.data).toBe(1_240);
  await advance(29_000);
  expect(asked.map(({ query }) => query["count"] ?? "list")).toEqual(["list", "true", "list"]);
  expect(asked.every(({ query }) => query["state"] === "missing")).toBe(true);
});

it("a table goes to the downloads under its own name", async () => {
  const { wrapper } = anApi(() => new Blob(["a,b"]));
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  const { result } = renderHook(() => useInventoryFile("t"), { wrapper });
  act(() => result.current.mutate({}));
  await advance(1);
  expect([names, result.current.isSuccess]).toEqual([["inventory.csv"], true]);
});

it("parts of a run are asked for each 15 seconds while it is on its way, and once more when it has ended", async () => {
  const { asked, wrapper } = anApi(() => ({ items: [], partsKept: true }));
  const view = renderHook(({ status }) => useRunParts("t", { id: "r", status }), {
    wrapper,
    initialProps: { status: "running" as "running" | "completed" },
  });
  await advance(1);
  await advance(15_000);
  expect(asked).toHaveLength(2);
  view.rerender({ status: "completed" });
  await advance(60_000);
  expect(asked).toHaveLength(3);
});

it("runs are counted again within 30 seconds when their list has changed, else the more rarely the more there are", async () => {
  const { asked, wrapper } = anApi(() => ({ succeeded: { count: 1_000, more: false } }));
  const view = renderHook(({ shown }) => useRunCounts("t", {}, shown), { wrapper, initialProps: { shown: ["a"] } });
  await advance(1);
  await advance(299_000);
  expect(asked).toHaveLength(1);
  await advance(1_000);
  expect(asked).toHaveLength(2);
  view.rerender({ shown: ["a", "b"] });
  await advance(30_000);
  expect(asked).toHaveLength(3);
  await advance(60_000);
  expect(asked).toHaveLength(3);
});

it("tenants are asked for each two minutes while nothing is at work in them, and each 30 seconds else", async () => {
  let status = "completed";
  const { asked, wrapper } = anApi(() => ({ items: [{ id: "t", lastRun: { status } }], nextPage: null }));
  renderHook(() => useOverview(true, {}), { wrapper });
  await advance(1);
  await advance(119_000);
  expect(asked).toHaveLength(1);
  status = "running";
  await advance(1_000);
  await advance(30_000);
  expect(asked).toHaveLength(3);
});

import { expect, it } from "vitest";
import { toTenantPromise } from "../../../src/domain/schedule/tenant-promise.ts";

const dayOf = (day: number): string => `2026-03-0${day}T08:00:00.000Z`;
const promise = (state: string, day: number) => ({ state, since: dayOf(day), lastCompleteAt: null });

it("a tenant without a promise has none to keep", () => {
  expect(toTenantPromise([])).toEqual({ state: "none", since: null });
  expect(toTenantPromise([promise("none", 1), promise("of-a-newer-version", 2)])).toEqual({
    state: "none",
    since: null,
  });
});

it("one broken promise breaks the tenant's, since the oldest breach", () => {
  const promises = [promise("kept", 1), promise("broken", 3), promise("broken", 2)];
  expect(toTenantPromise(promises)).toEqual({ state: "broken", since: dayOf(2) });
});

it("the promise of a tenant is kept since the last of its schedules keeps its own", () => {
  expect(toTenantPromise([promise("kept", 1), promise("none", 9), promise("kept", 3)])).toEqual({
    state: "kept",
    since: dayOf(3),
  });
});

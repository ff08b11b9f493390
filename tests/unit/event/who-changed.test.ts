import { describe, expect, it } from "vitest";
import type { AuditEvent } from "../../../src/domain/event/audit-event.ts";
import { spanOfChange, whoChanged } from "../../../src/domain/event/who-changed.ts";

const change = {
  objectId: "Policy-1",
  notBefore: "2026-11-02T02:00:00.000Z",
  at: "2026-11-03T02:00:00.000Z",
  isInLog: true,
};
const collected = { from: "2026-10-01T00:00:00.000Z", to: "2026-11-04T00:00:00.000Z" };

const aPerson = (name: string) => ({ kind: "person", id: `id-of-${name}`, name }) as const;

function anEvent(given: Partial<AuditEvent> = {}, resourceId = "policy-1"): AuditEvent {
  return {
    id: "e-1",
    at: "2026-11-02T14:00:00.000Z",
    operation: "Patch",
    activity: "Patch ConfigurationPolicy",
    result: "Success",
    actor: aPerson("ada"),
    resources: [{ id: resourceId, type: null, name: null }],
    properties: [],
    correlationId: null,
    ...given,
  };
}

const stateOf = (events: readonly AuditEvent[], span: typeof collected | null = collected) =>
  whoChanged(change, { events, collected: span }).state;

describe("who changed an object", () => {
  it("is known where one actor did it, however often, the newest event first", () => {
    const [first, last] = [anEvent({ id: "a" }), anEvent({ id: "b", at: "2026-11-02T15:00:00.000Z" })];
    expect(whoChanged(change, { events: [first, last], collected })).toEqual({ state: "known", events: [last, first] });
  });

  it("is several where more than one actor may have done it", () => {
    expect(stateOf([anEvent(), anEvent({ actor: aPerson("grace") })])).toBe("several");
    const application = { kind: "application", id: "id-of-ada", name: "ada" } as const;
    expect(stateOf([anEvent(), anEvent({ actor: application })])).toBe("several");
  });

  it("is nobody that was found only where the log is known over the whole window", () => {
    expect(stateOf([])).toBe("none_found");
    expect(stateOf([], null)).toBe("not_collected");
    expect(stateOf([], { ...collected, from: "2026-11-02T02:00:00.001Z" })).toBe("not_collected");
    expect(stateOf([], { ...collected, to: "2026-11-03T01:59:59.999Z" })).toBe("not_collected");
    expect(stateOf([anEvent()], null)).toBe("known");
  });

  it("is not in this log for groups and conditional access, whatever it holds", () => {
    const elsewhere = { ...change, isInLog: false };
    expect(whoChanged(elsewhere, { events: [anEvent()], collected })).toEqual({ state: "not_in_this_log", events: [] });
  });

  it.each([
    ["the id in another case", "POLICY-1", "known"],
    ["an assignment of it, after `_`", "policy-1_group-1", "known"],
    ["an assignment of it, after `:`", "policy-1:group-1", "known"],
    ["an id that only begins alike", "policy-12", "none_found"],
    ["another object's assignment that ends with it", "policy-2_policy-1", "none_found"],
  ])("%s: %s is %s", (_name, resourceId, state) => {
    expect(stateOf([anEvent({}, resourceId)])).toBe(state);
  });

  it("looks at every resource of an event, not at the first alone", () => {
    const resources = ["other", "policy-1"].map((id) => ({ id, type: null, name: null }));
    expect(stateOf([anEvent({ resources })])).toBe("known");
  });

  it("counts what succeeded alone, and deletions too", () => {
    expect(stateOf([anEvent({ result: "Failure" })])).toBe("none_found");
    expect(stateOf([anEvent({ result: "success", operation: "Delete" })])).toBe("known");
  });

  it.each([
    ["2026-11-02T01:55:00.000Z", "known"],
    ["2026-11-02T01:54:59.999Z", "none_found"],
    ["2026-11-03T02:05:00.000Z", "known"],
    ["2026-11-03T02:05:00.001Z", "none_found"],
  ])("reaches five minutes beyond both readings: %s is %s", (at, state) => {
    expect(stateOf([anEvent({ at })])).toBe(state);
  });

  it("the span that is to be asked of the store reaches as far", () => {
    expect(spanOfChange(change)).toEqual({ from: "2026-11-02T01:55:00.000Z", to: "2026-11-03T02:05:00.000Z" });
  });
});

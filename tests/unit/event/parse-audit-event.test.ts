import { describe, expect, it } from "vitest";
import { concerns } from "../../../src/domain/event/objects-of-event.ts";
import { parseAuditEvent } from "../../../src/domain/event/parse-audit-event.ts";

const anItem = (given: Record<string, unknown> = {}) => ({
  id: "e-1",
  activityDateTime: "2026-11-03T10:00:00.1234567Z",
  displayName: "Patch DeviceCompliancePolicy",
  activityType: "Patch DeviceCompliancePolicy",
  activityOperationType: "Patch",
  activityResult: "Success",
  correlationId: "c-1",
  ...given,
});

const actorOf = (actor: object) => parseAuditEvent(anItem({ actor }) as never)?.actor;

describe("an event of Intune's audit", () => {
  it("is kept with its time in UTC, all its resources and the names of what was changed, each once", () => {
    const changed = [
      { displayName: "DeviceManagementAPIVersion", oldValue: "1", newValue: "2" },
      { displayName: "Password", oldValue: "old", newValue: "new" },
    ];
    const resources = [
      { resourceId: "p-1", displayName: "Policy", type: "DeviceCompliancePolicy", modifiedProperties: changed },
      { resourceId: "p-1_g-1", displayName: null, auditResourceType: "Assignment", modifiedProperties: changed },
      { resourceId: null, displayName: "Nothing", modifiedProperties: [] },
    ];
    expect(parseAuditEvent(anItem({ resources }) as never)).toEqual({
      id: "e-1",
      at: "2026-11-03T10:00:00.123Z",
      operation: "Patch",
      activity: "Patch DeviceCompliancePolicy",
      result: "Success",
      actor: { kind: "service", id: null, name: null },
      resources: [
        { id: "p-1", type: "DeviceCompliancePolicy", name: "Policy" },
        { id: "p-1_g-1", type: "Assignment", name: null },
      ],
      properties: ["DeviceManagementAPIVersion", "Password"],
      correlationId: "c-1",
    });
  });

  it("was done by a person where it has a name of sign-in, else by an application, else by a service", () => {
    const person = { auditActorType: "ItPro", userId: "u-1", userPrincipalName: "ada@example.com", applicationId: "a" };
    expect(actorOf(person)).toEqual({ kind: "person", id: "u-1", name: "ada@example.com" });
    expect(actorOf({ auditActorType: "ItPro" })).toEqual({ kind: "person", id: null, name: null });
    const application = { auditActorType: "Application", userPrincipalName: "", applicationId: "a-1" };
    expect(actorOf({ ...application, applicationDisplayName: "Deployer" })).toEqual({
      kind: "application",
      id: "a-1",
      name: "Deployer",
    });
    const nobody = "00000000-0000-0000-0000-000000000000";
    expect(actorOf({ applicationId: nobody, servicePrincipalName: "Intune" })).toEqual({
      kind: "service",
      id: null,
      name: "Intune",
    });
  });

  it.each([
    ["no id", { id: null }],
    ["no time", { activityDateTime: "yesterday" }],
    ["resources that are no list", { resources: "p-1" }],
  ])("is none with %s", (_name, given) => {
    expect(parseAuditEvent(anItem(given) as never)).toBeUndefined();
  });
});

describe("the objects of an event", () => {
  it.each([
    ["P-1", true],
    ["p-1_group", true],
    ["p-1:group", true],
    ["p-1_group:x", true],
    ["p-10", false],
    ["group_p-1", false],
    ["p-1-group", false],
  ])("resource %s concerns object p-1: %s", (id, expected) => {
    expect(concerns({ resources: [{ id, type: null, name: null }] }, "p-1")).toBe(expected);
  });

  it("an object whose own id has such a sign is met by its whole id, and by what goes on after it", () => {
    const of = (id: string) => concerns({ resources: [{ id, type: null, name: null }] }, "T_1");
    expect([of("t_1"), of("T_1_group"), of("T"), of("T_2")]).toEqual([true, true, false, false]);
  });
});

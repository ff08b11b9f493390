import { describe, expect, it } from "vitest";
import { digestOfGroup, parseGroupProperties, toGroup, toNameKey } from "../../../src/domain/directory/group.ts";

const id = "11111111-0000-4000-8000-000000000001";

describe("a group of the directory", () => {
  it("is security, mail-enabled security, distribution or Microsoft 365, as Graph's three properties say", () => {
    const kindOf = (groupTypes: string[], securityEnabled: boolean, mailEnabled: boolean) =>
      toGroup(id, { groupTypes, securityEnabled, mailEnabled }, undefined).kind;
    expect(kindOf([], true, false)).toBe("security");
    expect(kindOf([], true, true)).toBe("mail_enabled_security");
    expect(kindOf([], false, true)).toBe("distribution");
    expect(kindOf(["Unified", "DynamicMembership"], false, true)).toBe("microsoft_365");
  });

  it("keeps what Graph does not say of it, and loses what Graph says is no more", () => {
    const before = toGroup(
      id,
      {
        displayName: "Sales",
        description: "All of sales",
        groupTypes: ["DynamicMembership"],
        securityEnabled: true,
        membershipRule: "user.department -eq 'Sales'",
        isAssignableToRole: true,
        onPremisesSyncEnabled: true,
      },
      undefined,
    );
    expect(toGroup(id, {}, before)).toEqual(before);
    expect(toGroup(id, { description: null, onPremisesSyncEnabled: null }, before)).toEqual({
      ...before,
      description: null,
      isOnPremises: false,
    });
  });

  it("P7.1 holds the hash of a rule and never the rule", () => {
    const rule = "user.mail -eq 'ceo@example.com'";
    const group = toGroup(id, { displayName: "Dynamic", membershipRule: rule }, undefined);
    expect(JSON.stringify(group)).not.toContain("ceo@");
    const other = toGroup(id, { membershipRule: `${rule} ` }, group);
    expect(digestOfGroup(other)).not.toBe(digestOfGroup(group));
  });

  it("a group that was deleted and came back is there again", () => {
    const gone = { ...toGroup(id, { displayName: "Back" }, undefined), deletedAt: "2026-03-01T00:00:00.000Z" };
    expect(toGroup(id, {}, gone)).toMatchObject({ name: "Back", deletedAt: null });
  });

  it("names compare without case, whatever way accents are written", () => {
    expect(toNameKey("ÉQUIPE")).toBe(toNameKey("équipe"));
  });

  it("properties of another type are those of no group", () => {
    expect(parseGroupProperties({ displayName: 5 })).toBeUndefined();
  });
});

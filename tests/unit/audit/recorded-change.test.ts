import { describe, expect, it } from "vitest";
import { toRecorded } from "../../../src/domain/audit/recorded-change.ts";
import { tenantId } from "../../builders/a-run.ts";
import { anAuditEntry } from "../../builders/an-audit-entry.ts";

describe("what an audit entry keeps", () => {
  it("keeps the changed fields alone (P6.4)", () => {
    const entry = anAuditEntry(tenantId, { before: { a: 1, b: [1, 2], c: "x" }, after: { a: 2, b: [1, 2], d: "y" } });
    expect(toRecorded(entry)).toMatchObject({ before: { a: 1, c: "x" }, after: { a: 2, d: "y" } });
    expect(Object.keys(toRecorded(entry).before ?? {})).toEqual(["a", "c"]);
  });

  it("keeps all of what came to be or went away", () => {
    const entry = anAuditEntry(tenantId, { before: null, after: { a: 1, b: 2 } });
    expect(toRecorded(entry)).toEqual(entry);
  });

  it("keeps no secret and no payload, at any depth (P6.10, P7)", () => {
    const after = { name: "x", clientSecret: "s", deep: [{ token: "t", omaSettings: [1] }] };
    expect(toRecorded(anAuditEntry(tenantId, { after })).after).toEqual({
      name: "x",
      clientSecret: "masked",
      deep: [{ token: "masked", omaSettings: "masked" }],
    });
  });
});

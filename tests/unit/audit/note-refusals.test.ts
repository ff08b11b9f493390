import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../src/domain/audit/audit-entry.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { TenantStores } from "../../../src/domain/store/tenant-stores.ts";
import type { Caller } from "../../../src/domain/tenant/caller.ts";
import { makeNoteRefusals } from "../../../src/use-cases/audit/note-refusals.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { operator, otherTenantId, tenantId } from "../../builders/a-run.ts";

// Who somebody is counts here, and nothing else that a token says.
const caller = { ...operator, homeTenantId: otherTenantId } as unknown as Caller;
const forbidden = new Fault("missing_right", "No.", { target: "snapshot.take" });
const noTenant = new Fault("not_found", "No.", { target: "tenant" });
const tooMany = new Fault("too_many_requests", "No.");

/** What was written, and what could not be. */
function aNotebook(add: (entry: AuditEntry) => Promise<void> = async () => undefined) {
  const written: AuditEntry[] = [];
  const errors: unknown[] = [];
  const clock = aHurryingClock();
  const audit = {
    add: async (entry: AuditEntry) => {
      written.push(entry);
      await add(entry);
    },
  };
  const note = makeNoteRefusals({
    // Nothing else of the stores is used.
    storesFor: () => ({ audit }) as unknown as TenantStores,
    clock,
    onError: (error) => void errors.push(error),
  });
  return { note, clock, written, errors };
}

describe("a refused attempt", () => {
  it("is an entry of the tenant where a right is missing, and of the platform where there is no tenant for the caller (P6.4)", () => {
    const { note, written } = aNotebook();
    note(caller, forbidden, tenantId);
    note(caller, noTenant, otherTenantId);
    note(caller, tooMany, tenantId);
    expect(written).toMatchObject([
      {
        tenantId,
        action: "access.refused",
        target: tenantId,
        after: { code: "missing_right", right: "snapshot.take" },
      },
      { tenantId: "platform", target: otherTenantId, after: { code: "not_found" } },
      { tenantId: "platform", target: tenantId, after: { code: "too_many_requests" } },
    ]);
    expect(written.every(({ actor }) => actor.id === operator.id)).toBe(true);
  });

  it("is written three times a minute and caller at most, whatever is tried how often", () => {
    const { note, clock, written } = aNotebook();
    const tryAll = () => {
      for (const each of [forbidden, noTenant, tooMany, forbidden]) note(caller, each, crypto.randomUUID());
    };
    for (let n = 0; n < 100; n += 1) tryAll();
    expect(written).toHaveLength(3);
    note({ ...caller, id: "another" }, forbidden, tenantId);
    expect(written).toHaveLength(4);
    clock.passed(60_000);
    tryAll();
    expect(written).toHaveLength(7);
    expect(new Set(written.map(({ id }) => id)).size).toBe(7);
  });

  it("is no other error, nor an id that is foreign inside a tenant", () => {
    const { note, written } = aNotebook();
    note(caller, new Fault("not_found", "There is no such run."), tenantId);
    note(caller, new Fault("conflict", "No."), tenantId);
    note(caller, new Error("broken"), tenantId);
    expect(written).toEqual([]);
  });

  it("a note that cannot be written is told, and stands in nobody's way", async () => {
    const { note, errors } = aNotebook(() => Promise.reject(new Fault("store_unavailable", "away")));
    note(caller, forbidden, tenantId);
    await new Promise((resolve) => setImmediate(resolve));
    expect(errors).toMatchObject([{ code: "store_unavailable" }]);
  });
});

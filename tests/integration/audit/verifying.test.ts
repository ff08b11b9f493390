import type { PatchOperation } from "@azure/cosmos";
import { beforeEach, describe, expect, it } from "vitest";
import { parseDigest } from "../../../src/domain/audit/digest.ts";
import type { TenantStores } from "../../../src/domain/store/tenant-stores.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { sealEntries } from "../../../src/use-cases/audit/seal-entries.ts";
import { openVerification } from "../../../src/use-cases/audit/verify-audit.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { anAuditEntry } from "../../builders/an-audit-entry.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();

const stores = () => its.product.storesFor(its.scope);
const item = (id: string) => its.product.cosmos.tenantData.item(id, its.scope.tenantId);

/** Digests of the entries 1 and 2, 3 and 4, 5 and 6. */
beforeEach(async () => {
  for (const [first, second] of [
    [1, 2],
    [3, 4],
    [5, 6],
  ])
    await seal(`audit-${first}`, `audit-${second}`);
});

async function seal(...ids: string[]): Promise<void> {
  for (const id of ids) await stores().audit.add(anAuditEntry(its.scope.tenantId, { id, at: startOfTime }));
  await sealEntries(stores());
}

async function verify(given: Partial<Pick<TenantStores, "audit" | "digests">> = {}) {
  const { audit, digests } = stores();
  const verification = openVerification({ audit, digests, clock: its.clock, telemetry: noTelemetry, ...given });
  const { failures, result } = await verification.perform(new AbortController().signal);
  return { found: failures.map(({ code, target }) => `${code} ${target}`), verdict: result.audit };
}

/** Blobs cannot be changed here, so a verification is shown others. */
function withDigests(change: (number: number, text: string) => string | undefined): Pick<TenantStores, "digests"> {
  const { digests } = stores();
  return {
    digests: {
      ...digests,
      read: async (number) => {
        const stored = await digests.read(number);
        const text = stored.state === "there" ? change(number, stored.text) : undefined;
        return text === undefined ? { state: "missing" } : { state: "there", text };
      },
    },
  };
}

async function textOf(number: number): Promise<string> {
  const stored = await stores().digests.read(number);
  return stored.state === "there" ? stored.text : "";
}

const patch = (id: string, ...operations: PatchOperation[]) => item(id).patch(operations);
const set = (path: string, value: unknown): PatchOperation => ({ op: "set", path, value });

describe("a verification", () => {
  it("finds nothing where nothing was touched, and says how far it looked", async () => {
    const { verdict } = await verify();
    expect(verdict).toEqual({ found: 0, digests: 3, entries: 6, upTo: { id: "audit-6", at: startOfTime } });
  });

  it("names an entry that was changed", async () => {
    await patch("audit-3", set("/target", "another"));
    expect((await verify()).found).toEqual(["audit_entry_changed audit-3"]);
  });

  it("names an entry that was removed", async () => {
    await item("audit-3").delete();
    expect((await verify()).found).toEqual(["audit_entry_removed audit-3"]);
  });

  it("names an entry that was added, whatever it says of its digest", async () => {
    for (const [id, digest] of [
      ["audit-x", 2],
      ["audit-y", 1.5],
      ["audit-z", "2"],
    ] as const) {
      await stores().audit.add(anAuditEntry(its.scope.tenantId, { id }));
      await patch(id, set("/digest", digest));
    }
    expect((await verify()).found.toSorted()).toEqual([
      "audit_entry_added audit-x",
      "audit_entry_added audit-y",
      "audit_entry_added audit-z",
    ]);
  });

  it("names two entries whose content was swapped", async () => {
    await patch("audit-3", set("/actor/name", "Somebody"));
    await patch("audit-4", set("/actor/name", "Another"));
    expect((await verify()).found).toEqual(["audit_entry_changed audit-3", "audit_entry_changed audit-4"]);
  });

  it("names two entries that changed their digests", async () => {
    await patch("audit-1", set("/digest", 2));
    await patch("audit-3", set("/digest", 1));
    expect((await verify()).found.toSorted()).toEqual([
      "audit_entry_added audit-1",
      "audit_entry_added audit-3",
      "audit_entry_moved audit-1",
      "audit_entry_moved audit-3",
    ]);
  });

  it("names a digest that was removed", async () => {
    const answer = await verify(withDigests((number, text) => (number === 2 ? undefined : text)));
    expect(answer.found).toEqual(["audit_digest_missing digest 2"]);
  });

  it("names a digest that was replaced, and the entry that differs in it", async () => {
    const replaced = (await textOf(2)).replace('"target":"capabilities"', '"target":"another"');
    const answer = await verify(withDigests((number, text) => (number === 2 ? replaced : text)));
    expect(answer.found).toEqual(["audit_entry_changed audit-3", "audit_digest_replaced digest 2"]);
  });

  it("names the newest digest when it was replaced: the head knows its hash", async () => {
    const replaced = (await textOf(3)).replace('"target":"capabilities"', '"target":"another"');
    const answer = await verify(withDigests((number, text) => (number === 3 ? replaced : text)));
    expect(answer.found).toEqual(["audit_digest_replaced digest 3", "audit_entry_changed audit-5"]);
  });

  it("names two digests that were swapped", async () => {
    const [one, two] = await Promise.all([textOf(1), textOf(2)]);
    const answer = await verify(withDigests((number, text) => ({ 1: two, 2: one })[number] ?? text));
    expect(answer.found).toEqual(
      expect.arrayContaining(["audit_digest_replaced digest 1", "audit_digest_replaced digest 2"]),
    );
  });

  it("names two entries that were swapped inside a digest", async () => {
    const [head, first, second] = (await textOf(2)).split("\n");
    const answer = await verify(
      withDigests((number, text) => (number === 2 ? [head, second, first, ""].join("\n") : text)),
    );
    expect(answer.found).toEqual(["audit_entry_moved audit-3", "audit_digest_replaced digest 2"]);
  });

  it("names a tail that was cut off, by its digest", async () => {
    const answer = await verify(withDigests((number, text) => (number === 3 ? undefined : text)));
    expect(answer.found).toEqual(["audit_digest_missing digest 3"]);
  });

  it("names a tail that was cut off with the head, by its entries", async () => {
    await patch("auditHead", set("/number", 2), set("/hash", parseDigest(await textOf(2))?.hash));
    const answer = await verify(withDigests((number, text) => (number === 3 ? undefined : text)));
    expect(answer.found).toEqual(["audit_head_moved audit-5", "audit_head_moved audit-6"]);
  });

  it("names a head that was moved back by one digest and by more", async () => {
    await patch("auditHead", set("/number", 2), set("/hash", parseDigest(await textOf(2))?.hash));
    expect((await verify()).found).toContain("audit_head_moved digest 3");
    await patch("auditHead", set("/number", 1), set("/hash", parseDigest(await textOf(1))?.hash));
    expect((await verify()).found).toEqual(
      expect.arrayContaining(["audit_head_moved digest 2", "audit_head_moved digest 3"]),
    );
  });

  it("names an entry that has waited for a digest for over 30 minutes, and none that came just now", async () => {
    await stores().audit.add(anAuditEntry(its.scope.tenantId, { id: "audit-7", at: startOfTime }));
    expect((await verify()).found).toEqual([]);
    its.clock.passed(31 * 60_000);
    expect((await verify()).found).toEqual(["audit_unsealed audit-7"]);
  });

  it("passes over a digest that a sealer left behind: the next round goes on with it", async () => {
    await stores().audit.add(anAuditEntry(its.scope.tenantId, { id: "audit-7" }));
    const { audit, digests } = stores();
    const dying = { ...audit, seal: () => Promise.reject(new Error("killed")) };
    await expect(sealEntries({ audit: dying, digests })).rejects.toThrow("killed");
    expect((await verify()).found).toEqual([]);
  });

  it("keeps a bounded list of what it found, and counts all of it", async () => {
    await Promise.all(
      Array.from({ length: 120 }, (_, n) =>
        stores().audit.add(anAuditEntry(its.scope.tenantId, { id: `audit-n${n}` })),
      ),
    );
    its.clock.passed(31 * 60_000);
    const { audit, digests } = stores();
    const verification = openVerification({ audit, digests, clock: its.clock, telemetry: noTelemetry });
    const { failures, result } = await verification.perform(new AbortController().signal);
    expect([failures.length, result.audit.found]).toEqual([100, 120]);
  });
});

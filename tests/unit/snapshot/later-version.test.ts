import { describe, expect, it } from "vitest";
import { noCounts } from "../../../src/domain/counts/counts.ts";
import { typeStateSchema } from "../../../src/domain/failure/type-state.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { inventoryObjectSchema } from "../../../src/domain/inventory/inventory-object.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import { partSchema } from "../../../src/domain/observation/part.ts";
import { parseStagedEntries } from "../../../src/domain/observation/staged-entry.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import { scheduleSchema } from "../../../src/domain/schedule/schedule.ts";
import { parseManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import { snapshotSchema } from "../../../src/domain/snapshot/snapshot.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { runId, tenantId } from "../../builders/a-run.ts";
import { aSchedule } from "../../builders/a-schedule.ts";
import { aManifest, anEntry } from "../../builders/an-entry.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";

/** What a later version might write: a field more in every object. The names of `maps` are values, not fields. */
function withMore(value: unknown, maps: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => withMore(item, maps));
  if (typeof value !== "object" || value === null) return value;
  const own = Object.entries(value).map(([name, each]) => [name, maps.includes(name) ? each : withMore(each, maps)]);
  return { ...Object.fromEntries(own), addedLater: "0123456789abcdef" };
}

const window = { from: startOfTime, to: startOfTime };
const gap = { type: "group", code: "graph_forbidden", message: "No right." } as const;
const part = {
  runId,
  attempt: 1,
  group: "directory",
  types: [
    {
      type: "group",
      typeState: { state: "incomplete", code: gap.code, message: gap.message },
      counts: noCounts,
      failures: [{ code: gap.code, message: gap.message, target: "group", count: 1 }],
    },
  ],
  ended: noProgress,
  staging: null,
  window,
  objectsAdded: 0,
  bytesAdded: 0,
  graphRequests: 1,
};
const head = {
  id: `snapshot-${runId}`,
  tenantId,
  runId,
  state: "complete_with_gaps",
  label: null,
  createdAt: startOfTime,
  sealedAt: startOfTime,
  window,
  counts: noCounts,
  gaps: [gap],
  rootHash: hashOfText("manifest"),
  manifestVersion: null,
  immutability: { state: "enforced", until: startOfTime, mode: "locked" },
  types: ["group"],
  size: 0,
};

describe("what a later version of the product wrote is read without what that one added (pitfall 27)", () => {
  it.each([
    ["the head of a snapshot", snapshotSchema, head, []],
    ["a part of a service group", partSchema, part, []],
    ["an object of the inventory", inventoryObjectSchema, anInventoryObject(), ["meta"]],
    ["a schedule", scheduleSchema, { ...aSchedule(), id: `schedule-${runId}`, tenantId }, []],
  ])("%s of a later version is read without what that one added", (_what, schema, document, maps) => {
    expect(schema.parse(withMore(document, maps))).toEqual(schema.parse(document));
  });

  it("a manifest of a later version is read without what that one added, and keeps its root hash", () => {
    const { entries, ...rest } = aManifest([anEntry({ id: "a" }), anEntry({ id: "b" })]);
    const body = [rest, ...entries].map((line) => `${canonicalJson(withMore(line))}\n`).join("");
    const rootHash = hashOfText(body);
    const read = parseManifestText(`${body}${canonicalJson({ rootHash })}\n`);
    expect(read).toEqual({ manifest: { ...rest, entries }, rootHash });
  });

  it("staged entries of a later version are read without what that one added", () => {
    const line = { entry: anEntry(), groupIds: ["g"], protection: { until: startOfTime, mode: "locked" } };
    expect(parseStagedEntries(`${JSON.stringify(withMore(line))}\n`)).toEqual([line]);
  });
});

describe("a word that only a later version of the product knows", () => {
  it("an unknown word for how a type was read counts as not complete: nothing follows from what is absent", () => {
    const read = typeStateSchema.parse({ state: "selected", why: "one object was asked for" });
    expect(read).toMatchObject({ state: "incomplete", code: "unexpected" });
    expect(typeStateSchema.safeParse({})).toMatchObject({ success: false });
  });

  it("an unknown word for a reason is another reason", () => {
    const later = { ...head, gaps: [{ ...gap, code: "graph_something_new" }] };
    expect(snapshotSchema.parse(later).gaps).toEqual([{ ...gap, code: "unexpected" }]);
    const typeState = { state: "incomplete", code: "graph_something_new", message: "?" };
    expect(typeStateSchema.parse(typeState)).toEqual({ ...typeState, code: "unexpected" });
  });

  it("an unknown word for how a snapshot is protected promises nothing", () => {
    const under = (immutability: object) => snapshotSchema.parse({ ...head, immutability }).immutability;
    expect(under({ state: "held", until: startOfTime })).toEqual({ state: "not_enforced" });
    expect(under({ ...head.immutability, mode: "governed" })).toEqual({ ...head.immutability, mode: "unlocked" });
  });
});

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type DocumentKind, parseDocument, toDocument } from "../../../src/adapters/cosmos/document.ts";
import { parseInventoryDocument, toInventoryDocument } from "../../../src/adapters/cosmos/inventory-document.ts";
import { parsePart } from "../../../src/adapters/cosmos/part-document.ts";
import { parseSwitches } from "../../../src/adapters/cosmos/tenant-switches.ts";
import { auditEntrySchema } from "../../../src/domain/audit/audit-entry.ts";
import { digestHeadSchema } from "../../../src/domain/audit/digest.ts";
import { consentLinkSchema } from "../../../src/domain/consent/consent-link.ts";
import { noCounts } from "../../../src/domain/counts/counts.ts";
import { definitionSetsSchema } from "../../../src/domain/definition/definition-sets.ts";
import { auditEventSchema } from "../../../src/domain/event/audit-event.ts";
import { linkSchema } from "../../../src/domain/fleet/link.ts";
import { ignoreSchema } from "../../../src/domain/inventory/ignore.ts";
import { listingSchema } from "../../../src/domain/inventory/listing.ts";
import { notificationSchema } from "../../../src/domain/notification/notification.ts";
import { stagedEntrySchema } from "../../../src/domain/observation/staged-entry.ts";
import { idempotencyRecordSchema } from "../../../src/domain/operation-run/idempotency.ts";
import { leaseSchema } from "../../../src/domain/operation-run/lease.ts";
import { operationRunSchema } from "../../../src/domain/operation-run/operation-run.ts";
import { repairOf } from "../../../src/domain/operation-run/repair.ts";
import { joinSchema } from "../../../src/domain/operation-run/run-detail.ts";
import { deadLetterSchema, timerFireSchema } from "../../../src/domain/platform/platform-activity.ts";
import { readinessSchema } from "../../../src/domain/readiness/readiness.ts";
import { scheduleSchema } from "../../../src/domain/schedule/schedule.ts";
import { slotSchema } from "../../../src/domain/schedule/slot.ts";
import { manifestSchema } from "../../../src/domain/snapshot/snapshot.ts";
import { membershipSchema } from "../../../src/domain/tenant/membership.ts";
import { hasRight } from "../../../src/domain/tenant/rights.ts";
import { tenantSchema } from "../../../src/domain/tenant/tenant.ts";
import { objectVersionSchema } from "../../../src/domain/version/object-version.ts";
import { versionHeadSchema } from "../../../src/domain/version/version-head.ts";
import { startOfTime as at } from "../../builders/a-clock.ts";
import { aRun, operator, otherTenantId, runId, tenantId } from "../../builders/a-run.ts";
import { aSchedule } from "../../builders/a-schedule.ts";
import { anAuditEntry } from "../../builders/an-audit-entry.ts";
import { aManifest, anEntry } from "../../builders/an-entry.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import { someLimits } from "../../builders/run-limits.ts";

const failure = { code: "graph_forbidden", message: "No.", target: "apps", count: 1 };
const waiting = { reason: "throttled", until: at };
const counts = { ...noCounts, total: 1 };
const spent = { throttled: 0, asked: 0, retried: 0 };
const slot = {
  id: "s",
  scheduleId: "s",
  at,
  dueAt: at,
  state: "started",
  runId,
  code: "types_withheld",
  missedBefore: 0,
};
const lastSlot = { at, runId, state: "started", code: "types_withheld" } as const;
const deleted = { objects: [{ type: "apps", id: "1", name: "One" }], count: 1 };
const protection = { until: at, mode: "locked" };

const run = {
  ...aRun({ status: "running", activeKey: "a", heartbeatAt: at }),
  progress: { apps: { ...counts, ...spent, waiting } },
  failures: [failure],
  trouble: failure,
  result: { snapshotId: "s", objectsAdded: 1, deletedMeanwhile: deleted.objects, deletedMeanwhileCount: 1 },
};

type Read = readonly [parse: (document: unknown) => unknown, content: object];

function stored(schema: z.ZodType, content: object): Read {
  return [parseDocument(schema), content];
}

/** Of each kind of document one that has something in every place, and how it is read. */
const documents: Readonly<
  Record<DocumentKind | "inventory object" | "version" | "version head" | "event" | "manifest" | "staged entry", Read>
> = {
  tenant: stored(tenantSchema, {
    tenantId,
    name: "One",
    timeZone: "UTC",
    state: "active",
    stateReason: "x",
    paused: false,
    labels: ["a"],
  }),
  ignore: stored(ignoreSchema, {
    type: "settingsCatalog",
    objectId: "o",
    reason: "Known noise",
    expiresAt: at,
    by: { id: "a", name: "Ada" },
    at,
  }),
  consent: stored(consentLinkSchema, {
    state: "s",
    customerId: tenantId,
    application: "read",
    maker: operator,
    byPlatform: false,
    expiresAt: at,
  }),
  readiness: stored(readinessSchema, {
    asOf: at,
    runId,
    startedAt: at,
    state: "attention",
    applications: [
      {
        kind: "read",
        consented: true,
        code: "consent_missing",
        granted: [{ permission: "Group.Read.All", serves: ["group"] }],
        missing: [{ permission: "Group.Read.All", serves: ["group"] }],
        excess: [{ permission: "Group.Read.All", why: "higher" }],
      },
    ],
    licences: [{ plan: "Intune", serves: ["apps"], present: true }],
    intune: "present",
    approvalPolicies: [{ name: "One", covers: "app" }],
    samples: [{ group: "apps", state: "readable", code: "graph_forbidden" }],
    unknown: [{ part: "licences", code: "graph_forbidden" }],
  }),
  definitions: stored(definitionSetsSchema, {
    languages: { en: { hash: "0".repeat(64), perList: { configurationSettings: 1 }, at } },
  }),
  membership: stored(membershipSchema, { tenantId, principalId: "p", role: "operator" }),
  setting: [parseSwitches, { mostRestore: "enabled", withheld: ["apps"], highRiskEnabled: ["apps"] }],
  run: stored(operationRunSchema, run),
  join: stored(joinSchema, { id: "p", name: "One", at }),
  part: [
    parsePart,
    {
      runId,
      attempt: 1,
      group: "applications",
      n: 1,
      types: [
        {
          type: "apps",
          typeState: { state: "incomplete", code: "graph_forbidden", message: "No." },
          counts,
          failures: [failure],
          deletedMeanwhile: deleted,
        },
      ],
      ended: { ...counts, ...spent, waiting },
      staging: "s",
      window: { from: at, to: at },
      objectsAdded: 0,
      bytesAdded: 0,
      graphRequests: 1,
    },
  ],
  lease: stored(leaseSchema, { group: "applications", runId, attempt: 1, holder: "me", expiresAt: at }),
  link: stored(linkSchema, {
    parentRunId: runId,
    childTenantId: otherTenantId,
    childRunId: runId,
    joined: false,
    objects: 1,
    state: "active",
    code: "tenant_paused",
  }),
  selection: stored(z.looseObject({ tenants: z.string() }), { runId, tenants: tenantId }),
  listing: stored(listingSchema, { usual: at, apart: { apps: at }, objects: { apps: 1 } }),
  notification: stored(z.looseObject({ notification: notificationSchema }), {
    notification: {
      id: "n",
      kind: "ended",
      tenantId,
      recipientId: "p",
      runId,
      scheduleId: null,
      outcome: "failed",
      message: "It ended.",
      createdAt: at,
      readAt: null,
    },
  }),
  audit: stored(auditEntrySchema, anAuditEntry(tenantId, { actor: operator, before: { a: 1 }, after: { a: 2 } })),
  auditHead: stored(digestHeadSchema, { number: 1, hash: "h" }),
  idempotency: stored(idempotencyRecordSchema, { id: "i", requestHash: "h", runId, createdAt: at }),
  schedule: stored(scheduleSchema, {
    ...aSchedule({ types: ["apps"], lastSlot }),
    id: `schedule-${runId}`,
    tenantId,
  }),
  slot: stored(z.looseObject({ slot: slotSchema }), { slot }),
  timer: stored(timerFireSchema, { name: "reconciler", firedAt: at, troubles: 0 }),
  deadLetter: stored(deadLetterSchema, { runTenantId: tenantId, runId, attempt: 1, did: "closed", at }),
  "inventory object": [
    parseInventoryDocument,
    toInventoryDocument(tenantId, anInventoryObject({ platform: "windows" })),
  ],
  version: stored(objectVersionSchema, {
    type: "settingsCatalog",
    objectId: "o",
    name: "One",
    event: "new",
    at,
    notBefore: at,
    snapshotId: "s",
    payloadHash: "0".repeat(64),
    payloadVersion: at,
    configurationHash: "0".repeat(64),
    formId: "0123456789abcdef",
  }),
  "version head": stored(versionHeadSchema, {
    sealedAt: at,
    recent: [{ id: "s", sealedAt: at }],
    lasts: [{ id: "s", rootHash: "h", manifestVersion: at }],
    pending: "s",
  }),
  event: stored(auditEventSchema, {
    at,
    operation: "Patch",
    activity: "Patch one",
    result: "Success",
    actor: { kind: "person", id: "p", name: "ada@example.com" },
    resources: [{ id: "o", type: "Policy", name: "One" }],
    properties: ["description"],
    correlationId: "c",
  }),
  manifest: [(document) => manifestSchema.parse(document), aManifest()],
  "staged entry": [(document) => stagedEntrySchema.parse(document), { entry: anEntry(), groupIds: ["g"], protection }],
};

// Their members are names of things, not fields: each has a value of one form.
const maps: ReadonlySet<string> = new Set([
  "progress",
  "languages",
  "perList",
  "apart",
  "objects",
  "meta",
  "before",
  "after",
]);
const isMap = (place: readonly string[]): boolean => maps.has(place.at(-1) ?? "");

/** Every place below a value, itself first, with what is there. */
function placesOf(value: unknown, place: readonly string[] = []): { place: readonly string[]; value: unknown }[] {
  const below = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [{ place, value }, ...below.flatMap(([name, each]) => placesOf(each, [...place, name]))];
}

function changed(value: unknown, [name, ...rest]: readonly string[], change: (before: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  if (Array.isArray(value)) return value.map((each, at) => (String(at) === name ? changed(each, rest, change) : each));
  return { ...Object(value), [name]: changed(Object(value)[name], rest, change) };
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
// What names of closed lists look like: no id, time, hash or text of a person does.
const isName = (value: unknown): boolean => typeof value === "string" && /^[a-z][a-z_.]+$/.test(value);

const kinds = Object.entries(documents).map(([kind, [parse, content]]) => ({
  kind,
  parse,
  // The kind decides who reads it; these have other kinds than documents of tenants' own.
  document: { ...toDocument("run", "id", tenantId, content), ...content },
}));

describe("a document that a newer version wrote is read by this one", () => {
  it.each(kinds)("$kind, with a field that this one does not know in every place", ({ parse, document }) => {
    expect(() => parse(document)).not.toThrow();
    const places = placesOf(document).filter(({ place, value }) => isObject(value) && !isMap(place));
    for (const { place } of places) {
      const newer = changed(document, place, (before) => ({ ...Object(before), ofANewerVersion: { is: ["here"] } }));
      expect(() => parse(newer), place.join(".")).not.toThrow();
    }
  });

  it.each(kinds)("$kind, with a value that this one does not know in every place", ({ parse, document }) => {
    const places = placesOf(document).filter(({ value }) => isName(value));
    for (const { place } of places) {
      const newer = changed(document, place, () => "of_a_newer_version");
      expect(() => parse(newer), place.join(".")).not.toThrow();
    }
  });
});

describe("what decides, and only a newer version knows, is left alone", () => {
  const longAfter = Date.parse(at) + 1e9;

  it.each([
    ["status", { status: "of_a_newer_version" }],
    ["type", { type: "of.a.newer.version", deadlineAt: at }],
  ])("a run of such a %s is not healed, however long it is silent", (_what, given) => {
    const newer = operationRunSchema.parse({ ...run, ...given });
    expect(repairOf(newer, "absent", someLimits, longAfter)).toBe("nothing");
  });

  it("a role of a newer version gives no right of this one", () => {
    const { role } = membershipSchema.parse({ tenantId, principalId: "p", role: "of_a_newer_version" });
    expect(hasRight(role, "tenant.read")).toBe(false);
  });

  it("a level of restore that only a newer version knows allows none", () => {
    const switches = toDocument("setting", "setting-capabilities", tenantId, { withheld: [], highRiskEnabled: [] });
    expect(parseSwitches({ ...switches, mostRestore: "of_a_newer_version" })).toMatchObject({ mostRestore: "none" });
  });
});

import { z } from "zod";
import { countsSchema } from "../counts/counts.ts";
import { storedCodeSchema } from "../error/error-codes.ts";
import { typeStateSchema } from "../failure/type-state.ts";
import type { JsonObject } from "../json/json-value.ts";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";
import { entrySchema, formIdSchema, hashSchema } from "./entry.ts";
import { immutabilitySchema } from "./immutability.ts";

const time = z.iso.datetime();

/** The head of a sealed snapshot. It exists when, and only when, the manifest blob that it names is complete. */
export const snapshotSchema = z.object({
  id: z.string(),
  tenantId: tenantIdSchema,
  runId: z.string(),
  state: z.enum(["complete", "complete_with_gaps"]),
  label: z.string().nullable(),
  createdAt: time,
  sealedAt: time,
  /** A snapshot is no point in time: first and last read. */
  window: z.object({ from: time, to: time }),
  counts: countsSchema,
  gaps: z.array(z.object({ type: z.string(), code: storedCodeSchema, message: z.string() })),
  rootHash: hashSchema,
  /** Version of the manifest's blob; null when the store keeps none. */
  manifestVersion: z.string().nullable().default(null),
  /** Of the manifest and all payloads, when it was sealed. */
  immutability: immutabilitySchema.default({ state: "not_enforced" }).catch({ state: "not_enforced" }),
  /** Object types that were read; none are known of snapshots that were sealed before this was noted. */
  types: z.array(z.string()).default([]),
  /** Bytes of all payloads, uncompressed. */
  size: z.int().min(0),
});

export type Snapshot = z.infer<typeof snapshotSchema>;

/** Per object type, how completely it was read and how many entries it has. */
const manifestTypeSchema = z.object({
  type: z.string(),
  objects: z.int(),
  typeState: typeStateSchema,
  /** The rule of its configuration hashes. */
  formId: formIdSchema,
});

export const manifestSchema = z.object({
  snapshotId: z.string(),
  tenantId: tenantIdSchema,
  runId: z.string(),
  window: z.object({ from: time, to: time }),
  types: z.array(manifestTypeSchema),
  entries: z.array(entrySchema),
});

/** What a manifest says before its entries. */
export const manifestHeadSchema = manifestSchema.omit({ entries: true });

/** What was stored whole is the object that Graph gave. */
export const payloadSchema = z.custom<JsonObject>((value) => typeof value === "object" && value !== null);

export type Manifest = z.infer<typeof manifestSchema>;

/** A snapshot's id derives from its run's: whoever ends the run can look whether it was sealed. */
export function snapshotIdOf(runId: string): string {
  return `snapshot-${runId}`;
}

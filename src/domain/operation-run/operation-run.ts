import { z } from "zod";
import { verdictSchema } from "../audit/verdict.ts";
import { countsSchema } from "../counts/counts.ts";
import { deletedMeanwhileSchema } from "../failure/deleted-meanwhile.ts";
import { storedFailureSchema } from "../failure/failure.ts";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";
import { knownValue } from "../unreadable/known-value.ts";
import { groupProgressSchema } from "./group-progress.ts";
import { runTypeNames } from "./run-type.ts";
import { runInputSchema } from "./run-type-declaration.ts";

const time = z.iso.datetime();

export const initiatorSchema = z.object({
  kind: knownValue(["user", "application", "schedule", "system"]),
  id: z.string(),
  name: z.string(),
});

export type Initiator = z.infer<typeof initiatorSchema>;

/** What admitted the start of a run (domain/tenant/grant.ts); left out on runs of schedules and the system. */
const admissionSchema = z.object({
  /** Object ids of the principals whose memberships gave the right. Versions before this one may leave it out. */
  grantedBy: z.union([z.array(z.string()).readonly(), z.literal("platform")]).optional(),
  /** That of these principals. Versions before this one leave it out. */
  homeTenantId: z.string().optional(),
});

export const runResultSchema = z.object({
  /** The snapshot that the run made. */
  snapshotId: z.string().optional(),
  /** Payloads that were not stored before, and the bytes they take in the blob store. */
  objectsAdded: z.int().optional(),
  bytesAdded: z.int().optional(),
  /** Requests to Microsoft Graph, each sub-request of a batch counted as one. */
  graphRequests: z.int().optional(),
  /** Of a reading of Intune's audit: events that it has, those done to known objects, and those that are new. */
  events: z.object({ read: z.int().min(0), kept: z.int().min(0), added: z.int().min(0) }).optional(),
  /** What a verification of the audit came to. */
  audit: verdictSchema.optional(),
  /** Objects that were deleted, or became another type, while the run read them: the first few, and how many in all. */
  deletedMeanwhile: deletedMeanwhileSchema.shape.objects.optional(),
  deletedMeanwhileCount: z.int().min(1).optional(),
});

export const runStatuses = ["queued", "running", "completed"] as const;
export const runOutcomes = ["pending", "succeeded", "partially_succeeded", "failed", "cancelled"] as const;

/** The canonical record of one piece of work (P6.2). The store is its only home; nothing else says how it went. */
export const operationRunSchema = z.object({
  id: z.string().regex(/^[0-9a-z]{26}$/),
  tenantId: tenantIdSchema,
  /** A newer version may have other types. */
  type: z.string().meta({ examples: [...runTypeNames] }),
  status: knownValue(runStatuses),
  outcome: knownValue(runOutcomes),
  /** From 1; every write by a worker is conditional on it. */
  attempt: z.int().min(1),
  initiator: initiatorSchema.extend(admissionSchema.shape),
  input: runInputSchema,
  /** While active: what the run does, unique in its tenant. Completed: the run's own id. */
  activeKey: z.string(),
  writeKey: z.string(),
  createdAt: time,
  dispatchedAt: time.nullable(),
  /** When the message of this attempt was sent once more; at most once an attempt. */
  resentAt: time.nullable(),
  startedAt: time.nullable(),
  heartbeatAt: time.nullable(),
  deadlineAt: time.nullable(),
  completedAt: time.nullable(),
  cancelRequestedAt: time.nullable(),
  /** How far each service group is, written by the activity that owns the group. */
  progress: z.record(z.string(), groupProgressSchema),
  counts: countsSchema,
  failures: z.array(storedFailureSchema),
  /** The last error after which a step of this attempt was retried. `trouble` is stored and in the API, so the name stays. */
  trouble: storedFailureSchema.nullable(),
  /** The writer of this tenant that a write-type run waits behind. */
  waitingFor: z.string().nullable(),
  /** How often a waiting run was resumed; part of the id of that message. Stored, so the name stays. */
  wakes: z.int().min(0).default(0),
  /** The run of which this one repeats all or a part. */
  retryOf: z.string().nullable().default(null),
  correlationId: z.string(),
  traceparent: z.string().nullable(),
  result: runResultSchema.nullable(),
});

export type OperationRun = z.infer<typeof operationRunSchema>;
export type RunResult = z.infer<typeof runResultSchema>;

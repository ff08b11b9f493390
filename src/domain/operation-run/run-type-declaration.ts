import { z } from "zod";
import type { Right } from "../tenant/rights.ts";

/** What every run stores of its input. A type may keep more; a reader passes on what it does not know. */
export const runInputSchema = z.looseObject({
  /**
   * Object types that it reads; none when it reads no objects itself. Null: all that were allowed when the run was made;
   * their names stand beside it (`selectedTypes`).
   */
  types: z.array(z.string()).nullable(),
  label: z.string().nullable(),
  /** How many tenants a fleet run is for; which ones is stored beside it. */
  tenants: z.int().min(0).optional(),
});

export type RunInput = z.infer<typeof runInputSchema>;

/** All that the machinery of runs needs to know of one kind of run. */
export type RunTypeDeclaration = {
  /** As runs and clients name it. */
  readonly name: string;
  /** What a run of it stores of its input; parsed when it is made. */
  readonly input: z.ZodType<RunInput>;
  /**
   * What makes two requests the same work: the set of object types, or of tenants; the tenant, which has one at a time; or
   * the whole input.
   */
  readonly identity: "types" | "tenants" | "tenant" | "input";
  /** What whoever starts it must be allowed to do. */
  readonly right: Right | "platform";
  /** `read` runs may be re-attempted by the system, `write` runs never without reconciling their journal. */
  readonly retry: "read" | "write";
  readonly maxAttempts: number;
  /** From its claim, in milliseconds. */
  readonly deadlineMs: number;
  /** A worker sends a heartbeat at least this often, in milliseconds. */
  readonly heartbeatMs: number;
  /** Name of its orchestrator. */
  readonly workflow: string;
  /** Object types that it may read: those that the inventory may hold, or snapshots; `nothing` for all others. */
  readonly reads: "inventory" | "snapshot" | "nothing";
  /** Whether the payloads of objects that it reads are kept. */
  readonly keepsPayloads: boolean;
  /** Whether it asks Microsoft Graph itself: it waits then while requests to it are stopped. */
  readonly asksGraph: boolean;
  /**
   * What it has come to, whoever ends it and why: what its parts say, its sealed snapshot if there is one, how the tenants
   * of a fleet ended, or what its one step says (`one-step.ts`).
   */
  readonly endsFrom: "parts" | "snapshot" | "links" | "step";
};

/** In milliseconds. A cancel is acknowledged with the next heartbeat, and must be within 5 s. */
export const usualHeartbeatMs = 2_000;

import { expect, vi } from "vitest";
import { z } from "zod";
import type { Stack } from "../../../local/stack.ts";
import { runViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import { type Entry, entrySchema } from "../../../src/domain/snapshot/entry.ts";
import { type Snapshot, snapshotSchema } from "../../../src/domain/snapshot/snapshot.ts";
import type { Client } from "./client.ts";

export type Run = z.infer<typeof runViewSchema>;

/** Starts a snapshot, lets everything run to its end, and answers the ended run. */
export async function takeSnapshot(stack: Stack, client: Client, tenantId: string, types?: string[]): Promise<Run> {
  const started = await client.post(`/tenants/${tenantId}/snapshots`, types ? { types } : {});
  return endOf(stack, client, tenantId, runViewSchema.parse(started.json).id);
}

export async function syncInventory(stack: Stack, client: Client, tenantId: string, types?: string[]): Promise<Run> {
  const started = await client.post(`/tenants/${tenantId}/inventory/sync`, types ? { types } : {});
  return endOf(stack, client, tenantId, runViewSchema.parse(started.json).id);
}

export async function endOf(stack: Stack, client: Client, tenantId: string, runId: string): Promise<Run> {
  await stack.drain();
  return readRun(client, tenantId, runId);
}

/**
 * Polls a run until it has ended. After a crash nothing else will do: draining sees no work while a workflow waits for
 * the lease of the process that died.
 */
export async function ended(client: Client, tenantId: string, runId: string, timeoutMs: number): Promise<Run> {
  const read = () => readRun(client, tenantId, runId).catch(() => undefined);
  const hasEnded = async () => expect((await read())?.status).toBe("completed");
  await vi.waitFor(hasEnded, { timeout: timeoutMs, interval: 100 });
  return readRun(client, tenantId, runId);
}

/** Polls a run until it is in its middle: some objects are read, and many are not. */
export async function inTheMiddle(client: Client, tenantId: string, runId: string): Promise<Run> {
  const hasBegun = async () => expect((await readRun(client, tenantId, runId)).counts.processed).toBeGreaterThan(0);
  await vi.waitFor(hasBegun, { timeout: 120_000, interval: 30 });
  const run = await readRun(client, tenantId, runId);
  expect(run.status).toBe("running");
  return run;
}

export async function readRun(client: Client, tenantId: string, runId: string): Promise<Run> {
  return runViewSchema.parse((await client.get(`/tenants/${tenantId}/operations/${runId}`)).json);
}

export async function snapshotOf(client: Client, run: Run): Promise<Snapshot> {
  return snapshotSchema.parse((await client.get(`/tenants/${run.tenantId}/snapshots/${run.result?.snapshotId}`)).json);
}

const entriesSchema = z.object({ items: z.array(entrySchema), nextPage: z.null() });

export async function entriesOf(client: Client, run: Run): Promise<Entry[]> {
  const path = `/tenants/${run.tenantId}/snapshots/${run.result?.snapshotId}/entries?limit=1000`;
  return entriesSchema.parse((await client.get(path)).json).items;
}

export async function payloadOf(client: Client, run: Run, entry: Pick<Entry, "type" | "id">): Promise<unknown> {
  const { tenantId, result } = run;
  return (await client.get(`/tenants/${tenantId}/snapshots/${result?.snapshotId}/objects/${entry.type}/${entry.id}`))
    .json;
}

/** Id of the first tenant that the stack was filled with. */
export function demoTenant({ ready }: Pick<Stack, "ready">): string {
  const tenant = ready.tenants[0];
  if (!tenant) throw new Error("The stack has a demo tenant.");
  return tenant.id;
}

/** A run that ended whole in its first attempt. */
export function expectComplete(run: Run): void {
  expect(run).toMatchObject({ status: "completed", outcome: "succeeded", attempt: 1, failures: [] });
  expect(run.counts).toMatchObject({ total: run.counts.succeeded, processed: run.counts.succeeded, failed: 0 });
}

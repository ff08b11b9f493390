import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { fleetDetailSchema } from "../../../functions/http/platform/operations/fleet-view.ts";
import type { Client } from "./client.ts";

export type Fleet = z.infer<typeof fleetDetailSchema>;

export async function readFleet(admin: Client, runId: string): Promise<Fleet> {
  return fleetDetailSchema.parse((await admin.get(`/platform/operations/${runId}`)).json);
}

/** Starts a fleet over some tenants, or all, and answers its id. */
export async function startFleet(admin: Client, tenants?: readonly string[]): Promise<string> {
  const body = { type: "fleet.snapshot", ...(tenants ? { tenants } : {}) };
  const { status, json } = await admin.post("/platform/operations", body);
  if (status !== 202) throw new Error(`The fleet was not started: ${status} ${JSON.stringify(json)}`);
  return z.string().parse(Object(json).id);
}

/** Polls a fleet until it is so: draining sees no work between two rounds. */
export async function until(
  admin: Client,
  runId: string,
  is: (fleet: Fleet) => boolean,
  timeoutMs = 300_000,
): Promise<Fleet> {
  const endsAt = Date.now() + timeoutMs;
  for (;;) {
    const fleet = await readFleet(admin, runId);
    if (is(fleet)) return fleet;
    if (Date.now() > endsAt) throw new Error(`The fleet is not as awaited: ${JSON.stringify(fleet.childCounts)}`);
    await pause(100);
  }
}

export function fleetEnded(admin: Client, runId: string, timeoutMs?: number): Promise<Fleet> {
  return until(admin, runId, ({ status }) => status === "completed", timeoutMs);
}

export function childOf(fleet: Fleet, tenantId: string): Fleet["children"]["items"][number] {
  const child = fleet.children.items.find((each) => each.tenantId === tenantId);
  if (!child) throw new Error(`The fleet has no child for the tenant ${tenantId}.`);
  return child;
}

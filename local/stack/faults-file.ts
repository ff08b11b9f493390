import { readFile } from "node:fs/promises";
import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";
import { type FaultPlanInput, parseFaultPlan } from "@tenantpilot/graph-simulator/fault-plan";
import { z } from "zod";
import { type TenantFaults, tenantFaultsSchema } from "./tenant-faults.ts";

export type Faults = { readonly graphFaults: FaultPlanInput; readonly tenantFaults: TenantFaults };

/** A fault plan from a JSON file: of the Graph simulator, with licences and consents of tenants beside it. */
export async function parseFaults(file: string): Promise<Faults> {
  const plan = await readPlan(file);
  try {
    return toFaults(plan);
  } catch (cause) {
    throw new CannotStart(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function toFaults(plan: object): Faults {
  const tenantFaults = tenantFaultsSchema.safeParse(Array.isArray(plan) ? {} : plan);
  if (!tenantFaults.success) {
    throw new Error(`The fault plan is not understood:\n${z.prettifyError(tenantFaults.error)}`);
  }
  const names = Object.keys(tenantFaultsSchema.shape);
  const own = Object.entries(plan).filter(([name]) => !names.includes(name));
  const graph = Array.isArray(plan) ? plan : Object.fromEntries(own);
  return { graphFaults: parseFaultPlan(graph), tenantFaults: tenantFaults.data };
}

async function readPlan(file: string): Promise<object> {
  try {
    return Object(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    throw new CannotStart(`The fault plan ${file} cannot be read as JSON.`, { cause });
  }
}

import { readFile } from "node:fs/promises";
import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";
import { parseFaultPlan } from "@tenantpilot/graph-simulator/fault-plan";
import type { StackOptions } from "../stack.ts";

type Faults = NonNullable<StackOptions["graphFaults"]>;

/** A fault plan from a JSON file. */
export async function parseFaults(file: string): Promise<Faults> {
  const plan = await readPlan(file);
  try {
    return parseFaultPlan(plan);
  } catch (cause) {
    throw new CannotStart(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

async function readPlan(file: string): Promise<Faults> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new CannotStart(`The fault plan ${file} cannot be read as JSON.`, { cause });
  }
}

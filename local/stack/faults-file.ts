import { readFile } from "node:fs/promises";
import type { StackOptions } from "../stack.ts";
import { CannotStart } from "./data-lock.ts";

type Faults = NonNullable<StackOptions["graphFaults"]>;

/** A fault plan from a JSON file; the simulator checks its content. */
export async function parseFaults(file: string): Promise<Faults> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new CannotStart(`The fault plan ${file} cannot be read as JSON.`, { cause });
  }
}

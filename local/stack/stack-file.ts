import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";
import { z } from "zod";

const stackSchema = z.looseObject({
  api: z.string(),
  ca: z.string(),
  entra: z.object({ authority: z.string() }),
  users: z.array(z.string()),
});

function fileOf(dir: string): string {
  return join(dir, "stack.json");
}

/** Leaves the addresses of a running stack in its data folder, for the commands that talk to it. They hold local keys. */
export async function writeStackFile(dir: string, ready: object): Promise<void> {
  await writeFile(fileOf(dir), JSON.stringify(ready), { mode: 0o600 });
}

export async function removeStackFile(dir: string): Promise<void> {
  await rm(fileOf(dir), { force: true });
}

/** Where the stack on this data folder answers; CannotStart when none does. */
export async function readStackFile(dir: string): Promise<z.infer<typeof stackSchema>> {
  const text = await readFile(fileOf(dir), "utf8").catch(() => undefined);
  const stack = text === undefined ? undefined : stackSchema.parse(JSON.parse(text));
  const alive = stack && (await fetch(`${stack.api}/health`).catch(() => undefined));
  if (!stack || !alive?.ok) {
    throw new CannotStart(`No TenantPilot runs on the data folder ${dir}: start it with npm start.`);
  }
  return stack;
}

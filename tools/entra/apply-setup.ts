import { z } from "zod";
import {
  application,
  federatedIdentityCredential,
  servicePrincipal,
} from "../../config/graph-contracts/directory-objects.ts";
import type { DirectoryClient } from "../../src/domain/graph/directory-client.ts";
import type { ObservedDirectory } from "./observe-directory.ts";
import type { SetupPlan, SetupStep } from "./setup-plan.ts";

export type ApplyDeps = {
  readonly client: DirectoryClient;
  readonly signal: AbortSignal;
  /** Hears of each step when it is done. */
  readonly print: (line: string) => void;
};

/**
 * Carries the steps out, one after the other. Each is safe to repeat, so a set-up that was cut off anywhere is finished
 * by the next one. Answers the application ids by unique name.
 */
export async function applySetup(
  deps: ApplyDeps,
  { steps }: SetupPlan,
  { applications }: ObservedDirectory,
): Promise<ReadonlyMap<string, string>> {
  const appIds = new Map([...applications].map(([name, { appId }]) => [name, appId]));
  for (const step of steps) {
    const { uniqueName } = step.application;
    const idOf = (name: string): string => appIds.get(name) ?? "";
    const made = await carryOut(deps, step, idOf);
    if (made !== undefined) appIds.set(uniqueName, made);
    deps.print(`  done: ${step.says}`);
  }
  return appIds;
}

const madeSchema = z.object({ appId: z.string() });

/** Answers the application id of an application that was made. */
async function carryOut(
  { client, signal }: ApplyDeps,
  { does, application: desired, toBody }: SetupStep,
  idOf: (uniqueName: string) => string,
): Promise<string | undefined> {
  const appId = idOf(desired.uniqueName);
  const body = toBody(appId, idOf);
  const byName = { key: desired.uniqueName };
  if (does === "make application") {
    const made = await client.upsert(application, byName, body, signal);
    return madeSchema.parse(made ?? (await client.findWritten(application, byName, signal))).appId;
  }
  if (does === "change application") await client.update(application, byName, body, signal);
  if (does === "make principal") await client.upsert(servicePrincipal, { key: appId }, body, signal);
  const name = desired.trusts?.name;
  if (does === "trust identity" && name !== undefined) {
    await client.upsert(federatedIdentityCredential, { key: name, within: appId }, body, signal);
  }
  return undefined;
}

import { isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { childIdOf } from "../../domain/fleet/child-identity.ts";
import { runQueued, systemActor } from "../../domain/operation-run/events.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { SelectedTypes } from "../../domain/operation-run/selected-types.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { SendDeps } from "../run/send-operation.ts";
import { sendOrDefer } from "../run/send-or-defer.ts";
import { checkJoinable, type NewRun, newRun } from "../run/start-operation.ts";

export type ChildDeps = SendDeps & {
  /** All object types of a snapshot in this tenant, when none are named. */
  readonly resolveTypes: (scope: TenantScope, types: readonly string[] | undefined) => Promise<SelectedTypes>;
};

export type Child = { readonly run: OperationRun; readonly joined: boolean };

// An active run that ends between our read and our create lets ours start; more in a row cannot happen by chance.
const maxTries = 3;

/**
 * The run of one tenant of a fleet: the one that was created before, whatever became of it since; else an active one
 * that does the same, which the fleet joins; else a new one (runs.md 10). A message that cannot be sent is reported and
 * left to the reconciler. Faults: `types_withheld` when nothing of the tenant may be read, `cancelling` while its active run ends.
 */
export async function startChild(
  deps: ChildDeps,
  scope: TenantScope,
  parent: OperationRun,
  onError: (error: unknown) => void,
): Promise<Child> {
  const { runs } = deps.storesFor(scope);
  // Before the types are resolved: those of a child that exists are its own, whatever was switched off since.
  const existing = await runs.read(childIdOf(parent.id, scope.tenantId));
  if (existing) return { run: existing, joined: false };
  const { run: child, ...beside } = await childOf(deps, scope, parent);
  const context = { actor: child.initiator, at: child.createdAt, newId: deps.newId };
  const records = { ...runQueued(child, context), ...beside };
  for (let tries = 0; tries < maxTries; tries += 1) {
    const known = await runs.findActive(child.activeKey);
    if (known) return adopt(deps, scope, child, known);
    if ((await runs.create(child, records)) === "taken") continue;
    await sendOrDefer(deps, scope, child, onError);
    return { run: child, joined: false };
  }
  throw new Fault("conflict", "Runs of this tenant start and end too quickly to join one.");
}

async function adopt(deps: ChildDeps, scope: TenantScope, child: OperationRun, known: OperationRun): Promise<Child> {
  if (known.id === child.id) return { run: known, joined: false };
  checkJoinable(known);
  const { id, name } = child.initiator;
  await deps.storesFor(scope).runs.join(known.id, { id, name, at: isoTime(deps.clock.nowMs()) }, id);
  return { run: known, joined: true };
}

/** A child works in the system's name, under its parent's id, so that its tenant sees where it came from. */
async function childOf(deps: ChildDeps, scope: TenantScope, parent: OperationRun): Promise<NewRun> {
  const selected = await deps.resolveTypes(scope, undefined);
  const { correlationId, traceparent } = parent;
  const initiator = { kind: "system", id: parent.id, name: systemActor.name } as const;
  const request = {
    scope,
    type: "snapshot.take",
    ...selected,
    label: null,
    initiator,
    correlationId,
    traceparent,
  } as const;
  return newRun(deps, request, childIdOf(parent.id, scope.tenantId));
}

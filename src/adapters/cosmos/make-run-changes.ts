import type { Container, OperationInput, PatchOperation, PatchRequestBody } from "@azure/cosmos";
import { toSmallProgress } from "../../domain/operation-run/group-progress.ts";
import type { Transition } from "../../domain/operation-run/lifecycle.ts";
import { type OperationRun, operationRunSchema } from "../../domain/operation-run/operation-run.ts";
import type { Heartbeat, Records, RunRepository } from "../../domain/operation-run/repository.ts";
import { runBatch } from "./batch.ts";
import { parseDocument } from "./document.ts";
import { conditionOf, setAt, toPatch } from "./patch.ts";
import { type RecordRetention, recordOperations } from "./record-operations.ts";
import { callCosmos } from "./translate-error.ts";

export const parseRun = parseDocument(operationRunSchema);

/** Changes of runs of one tenant: conditional on what the run is, and all or nothing with the records beside it. */
export function makeRunChanges(
  container: Container,
  tenantId: string,
  retention: RecordRetention & { readonly runTtlSeconds: number },
  read: RunRepository["read"],
): Pick<RunRepository, "apply" | "claim" | "note" | "heartbeat"> {
  /** The changed run, or which of the expected statuses the database answered instead: nothing was written then. */
  async function patch(runId: string, body: PatchRequestBody, expected: readonly number[]) {
    const answer = await callCosmos(() => container.item(runId, tenantId).patch(body), expected);
    return "value" in answer ? parseRun(answer.value.resource) : answer.status;
  }

  /** Records have ids of their own: of a transaction only the run's patch can meet a status. */
  async function write(
    runId: string,
    transition: Transition,
    records: Records | undefined,
    expected: readonly number[],
  ): Promise<OperationRun | number> {
    const body = toPatch(transition, retention);
    const others = recordOperations(records ?? {}, tenantId, retention);
    if (others.length === 0) return patch(runId, body, expected);
    const change: OperationInput = { operationType: "Patch", id: runId, resourceBody: body };
    const answer = await runBatch(container, tenantId, [change, ...others], expected);
    return answer === "done" ? ((await read(runId)) ?? 404) : answer.status;
  }

  return {
    apply: async (runId, transition, records) => orMovedOn(await write(runId, transition, records, [404, 412])),
    claim: async (runId, transition, records) => {
      const answer = await write(runId, transition, records, [404, 409, 412]);
      return answer === 409 ? "writer_active" : orMovedOn(answer);
    },
    note: async (runId, transition) => orMovedOn(await patch(runId, toPatch(transition, retention), [404, 412])),
    heartbeat: async ({ id, attempt }, beat) => orMovedOn(await patch(id, toHeartbeatPatch(attempt, beat), [404, 412])),
  };
}

function orMovedOn(answer: OperationRun | number): OperationRun | "moved_on" {
  return typeof answer === "number" ? "moved_on" : answer;
}

function toHeartbeatPatch(attempt: number, beat: Heartbeat): PatchRequestBody {
  return {
    condition: conditionOf({ attempt, status: ["running"] }),
    operations: [
      setAt("/heartbeatAt", beat.at),
      ...(beat.group ? [setAt(`/progress/${beat.group.name}`, toSmallProgress(beat.group.progress))] : []),
      ...(beat.waiting ? [waitOf(beat.waiting)] : []),
      ...(beat.lastError !== undefined ? [setAt("/trouble", beat.lastError)] : []),
    ],
  };
}

/** The plan made the group known before anybody could wait for it. */
function waitOf({ group, ...waiting }: NonNullable<Heartbeat["waiting"]>): PatchOperation {
  return setAt(`/progress/${group}/waiting`, waiting);
}

import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunRepository } from "../../domain/operation-run/repository.ts";

/** The object types that a run is for, by name. Fault `conflict` while they cannot be seen yet. */
export async function typesOfRun(
  runs: Pick<RunRepository, "selectedTypes">,
  { id, input }: Pick<OperationRun, "id" | "input">,
): Promise<readonly string[]> {
  return input.types ?? runs.selectedTypes(id);
}

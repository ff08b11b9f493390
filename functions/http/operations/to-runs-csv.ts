import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { countsOf } from "../../../src/domain/operation-run/run-view.ts";
import { toCsv } from "../to-csv.ts";

const columns = [
  "id",
  "type",
  "status",
  "outcome",
  "attempt",
  "initiator",
  "label",
  "createdAt",
  "startedAt",
  "completedAt",
  "total",
  "processed",
  "succeeded",
  "failed",
  "skipped",
  "gaps",
  "failureCodes",
  "snapshotId",
];

export function toRunsCsv(runs: readonly OperationRun[]): string {
  return toCsv(columns, runs.map(toRow));
}

function toRow(run: OperationRun) {
  const { id, type, status, outcome, attempt, initiator, input, createdAt, startedAt, completedAt, failures } = run;
  const codes = [...new Set(failures.map(({ code }) => code))].join(" ");
  const { total, processed, succeeded, failed, skipped, gaps } = countsOf(run);
  const facts = [id, type, status, outcome, attempt, initiator.name, input.label, createdAt, startedAt, completedAt];
  return facts.concat([total, processed, succeeded, failed, skipped, gaps], [codes, run.result?.snapshotId ?? null]);
}

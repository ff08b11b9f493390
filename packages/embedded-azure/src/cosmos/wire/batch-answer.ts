import type { Decision } from "../rules/decide-item.ts";
import type { BatchOutcome } from "../store/execute-batch.ts";
import type { Answer } from "./answer.ts";

/** 200 with one result for each operation; or 207, where the operation that failed has its status and all others 424. */
export function toBatchAnswer(outcome: BatchOutcome, count: number, isMinimal: boolean): Answer {
  if ("decisions" in outcome) {
    const charge = outcome.decisions.reduce((sum, decision) => sum + decision.charge, 0);
    const results = outcome.decisions.map((decision) => toResult(decision, isMinimal));
    return { status: 200, text: `[${results.join(",")}]`, charge: Math.round(charge * 100) / 100 };
  }
  const { failedAt, error } = outcome;
  const charge = error.details.requestCharge ?? 1;
  const results = Array.from({ length: count }, (_unused, at) =>
    at === failedAt
      ? { statusCode: error.status, requestCharge: charge, message: error.message }
      : { statusCode: 424, requestCharge: 0 },
  );
  return { status: 207, text: JSON.stringify(results), charge };
}

/** The stored text goes into the answer as it is. */
function toResult({ status, row, charge }: Decision, isMinimal: boolean): string {
  const result = JSON.stringify({ statusCode: status, requestCharge: charge, ...(row && { eTag: row.etag }) });
  if (row === undefined || status === 304 || isMinimal) return result;
  return `${result.slice(0, -1)},"resourceBody":${row.body}}`;
}

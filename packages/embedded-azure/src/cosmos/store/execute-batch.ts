import type { DatabaseSync } from "node:sqlite";
import { CosmosError } from "../rules/cosmos-error.ts";
import type { Decision, ItemOperation, Stamps } from "../rules/decide-item.ts";
import type { Container } from "./containers.ts";
import { type Change, executeItem } from "./execute-item.ts";

export type BatchOutcome =
  | { readonly decisions: readonly Decision[]; readonly changes: readonly Change[] }
  | { readonly failedAt: number; readonly error: CosmosError };

/** All operations in their order, or none: the first refusal takes everything back. */
export function executeBatch(
  database: DatabaseSync,
  container: Container,
  operations: readonly ItemOperation[],
  stamps: Stamps,
): BatchOutcome {
  const decisions: Decision[] = [];
  const changes: Change[] = [];
  database.exec("BEGIN IMMEDIATE");
  try {
    for (const operation of operations) {
      const { decision, change } = executeItem(container, operation, stamps);
      decisions.push(decision);
      if (change !== undefined) changes.push(change);
    }
    database.exec("COMMIT");
    return { decisions, changes };
  } catch (error) {
    database.exec("ROLLBACK");
    if (error instanceof CosmosError) return { failedAt: decisions.length, error };
    throw error;
  }
}

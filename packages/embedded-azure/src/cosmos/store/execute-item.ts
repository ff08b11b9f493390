import type { ContainerDefinition } from "../rules/container-definition.ts";
import { CosmosError } from "../rules/cosmos-error.ts";
import { type Decision, decideItem, type ItemOperation, type Stamps } from "../rules/decide-item.ts";
import { isObject } from "../rules/json.ts";
import { writeUnits } from "../rules/request-units.ts";
import type { Row } from "../rules/row.ts";
import type { Container } from "./containers.ts";

/** One item as it became; without a row it is gone. */
export type Change = {
  readonly container: ContainerDefinition;
  readonly key: string;
  readonly id: string;
  readonly row: Row | undefined;
};

/** Reads the item, lets the rules decide, and writes. One statement at most changes the database, so it is atomic by itself. */
export function executeItem(
  container: Container,
  operation: ItemOperation,
  stamps: Stamps,
): { decision: Decision; change: Change | undefined } {
  const { definition, items } = container;
  const nowMs = stamps.nowMs();
  if (operation.verb !== "read" && definition.defaultTtl !== undefined) items.removeExpired(nowMs);
  const id = operation.id ?? idOf(operation);
  const current = operation.verb === "create" ? undefined : items.get(operation.key, id, nowMs);
  const decision = decideItem(definition, operation, current, stamps);
  if (decision.write === "none") return { decision, change: undefined };
  write(container, operation.key, id, decision);
  return { decision, change: { container: definition, key: operation.key, id, row: decision.row } };
}

function idOf(operation: ItemOperation): string {
  const id = isObject(operation.body) ? operation.body["id"] : undefined;
  return typeof id === "string" ? id : "";
}

function write({ items }: Container, key: string, id: string, { write, row }: Decision): void {
  if (write === "remove") items.remove(key, id);
  if (row === undefined) return;
  if (write === "update") items.update(row);
  if (write !== "insert") return;
  try {
    items.insert(row);
  } catch (error) {
    // A create that ends in a conflict is charged like a write.
    if (!(error instanceof CosmosError)) throw error;
    throw error.with({ requestCharge: writeUnits(Buffer.byteLength(row.body)) });
  }
}

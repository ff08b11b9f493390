import { actionType } from "./orchestrator-state.ts";

/** Calls of durable clients, as path shapes below the extension's address. */
export const durableCalls = [
  "POST orchestrators/{name}",
  "GET instances/{id}",
  "GET instances",
  "POST instances/{id}/raiseEvent/{name}",
  "POST instances/{id}/terminate",
  "DELETE instances/{id}",
  "DELETE instances",
] as const;

export type DurableCall = (typeof durableCalls)[number];

/** What an orchestrator asks for, by the SDK's names of action types. */
export type DurableAction = keyof typeof actionType;

export type DurableOperation = DurableCall | DurableAction;

/** Everything that this engine carries out, by the names under which it counts (local/surface.md). */
export const durableOperations: readonly DurableOperation[] = [
  ...durableCalls,
  // The keys of an object literal are those of its type.
  ...(Object.keys(actionType) as DurableAction[]),
];

/** The name of a numeric action type, or undefined for one that the engine does not carry out. */
export function actionOf(type: number): DurableAction | undefined {
  return (Object.keys(actionType) as DurableAction[]).find((name) => actionType[name] === type);
}

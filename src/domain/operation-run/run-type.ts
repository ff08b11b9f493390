import { Fault } from "../error/fault.ts";
import { declaredRunTypes } from "./declared-run-types.ts";
import type { RunTypeDeclaration } from "./run-type-declaration.ts";

type Declared = (typeof declaredRunTypes)[number];

/** Names of the types of runs that this version knows. */
export type RunType = Declared["name"];

// Nothing that writes ships yet: no worker knows its workflow.
type Shipped = Exclude<Declared, { readonly retry: "write" }>;

/** Names of the orchestrators that types of runs declare. */
export type RunWorkflow = Shipped["workflow"];

/** Those that are one step each (one-step.ts). */
export type OneStepRunType = Extract<Shipped, { readonly endsFrom: "step" }>["name"];

export const runTypeNames: readonly RunType[] = declaredRunTypes.map(({ name }) => name);

type Known = RunTypeDeclaration & { readonly name: RunType };

const byName: ReadonlyMap<string, Known> = new Map(declaredRunTypes.map((declared) => [declared.name, declared]));

/** The declaration of a run's type; undefined when only a newer version knows it, whose runs are left alone. */
export function knownRunType({ type }: { readonly type: string }): Known | undefined {
  return byName.get(type);
}

/** The declaration of a run's type. Fault `unreadable_document` when only a newer version knows it. */
export function runTypeOf(run: { readonly type: string }): Known {
  const known = knownRunType(run);
  if (known) return known;
  throw new Fault("unreadable_document", "The run is of a type that only a newer version of the product knows.");
}

/** The longest heartbeat interval of all types, in milliseconds. */
export const longestHeartbeatMs: number = Math.max(...declaredRunTypes.map(({ heartbeatMs }) => heartbeatMs));

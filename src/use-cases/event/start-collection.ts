import { eventsCollect } from "../../domain/operation-run/run-types/events-collect.ts";
import type { StartResult } from "../run/start-once.ts";
import { type StartDeps, type StartRequest, startOperation } from "../run/start-operation.ts";

/** In whose name, and how far back (ISO 8601 UTC); null: as far as it has to. */
export type CollectionRequest = Omit<
  StartRequest,
  "type" | "label" | "input" | "tenants" | "objectTypes" | "isEveryType"
> & { readonly from: string | null };

/** Starts a reading of Intune's audit, or joins the one that is under way. Faults: those of `startOperation`. */
export function startCollection(deps: StartDeps, { from, ...request }: CollectionRequest): Promise<StartResult> {
  const nothingNamed = { objectTypes: [], isEveryType: false, label: null };
  return startOperation(deps, { ...request, ...nothingNamed, type: eventsCollect.name, input: { from } });
}

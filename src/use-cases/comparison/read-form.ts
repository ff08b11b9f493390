import { formIdOf } from "../../domain/comparison/form-rule.ts";
import { toForm } from "../../domain/comparison/to-form.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { payloadSchema, type Snapshot } from "../../domain/snapshot/snapshot.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { readObject } from "../snapshot/read-snapshot.ts";

type Deps = Pick<ContractIndex, "contractOf"> & { readonly storesFor: StoresFor };

/** The form by which an object of a snapshot is compared, and the rule of it. JSON Patches of differences apply to it. */
export async function readForm(
  deps: Deps,
  scope: TenantScope,
  snapshot: Snapshot,
  type: string,
  objectId: string,
): Promise<{ formId: string; form: JsonObject }> {
  const contract = deps.contractOf(type);
  if (!contract) throw new Fault("not_found", "There is no such object type.");
  const { payload } = await readObject(deps, scope, snapshot, type, objectId);
  return { formId: formIdOf(contract), form: toForm(contract, payloadSchema.parse(payload)) };
}

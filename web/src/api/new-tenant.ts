import type { Operations } from "./operations.ts";
import { showsPauses } from "./tenant.ts";
import { useChange } from "./use-change.ts";

export type NewTenant = Operations["createTenant"]["body"];

/** Adds a tenant with its first owner, who may be the person itself. */
export function useCreateTenant() {
  return useChange(
    async (callApi, body: NewTenant) => (await callApi("createTenant", { body })).body,
    [...showsPauses, "getMe"],
  );
}

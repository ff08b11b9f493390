import type { z } from "zod";
import { Fault } from "../error/fault.ts";
import type { Caller } from "../tenant/caller.ts";
import { groupSchema } from "./group.ts";

/** A group of the caller's home tenant. */
export const foundGroupSchema = groupSchema.pick({ id: true, name: true, description: true, kind: true });
export type FoundGroup = z.infer<typeof foundGroupSchema>;

/** Whose directory is searched, in whose name, and for names that begin how. */
export type PersonalSearch = {
  /** Home tenant of the person. */
  readonly tenantId: string;
  /** The access token that the person called with. */
  readonly assertion: string;
  readonly text: string;
};

/**
 * Searches groups in the name of the person who calls: the one question that a request asks Graph (S6, P6.11). Faults
 * `delegated_token_required`, `delegated_consent_required`, `directory_unavailable`.
 */
export type SearchGroups = (search: PersonalSearch) => Promise<readonly FoundGroup[]>;

/** Fault `delegated_token_required` for an application: there is nobody in whose name it could ask. */
export function checkIsPerson({ kind }: Pick<Caller, "kind">): void {
  if (kind === "user") return;
  throw new Fault("delegated_token_required", "An application's token stands for no person.");
}

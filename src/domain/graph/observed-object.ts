import type { JsonObject } from "../json/json-value.ts";
import type { AssignmentTarget, Edge } from "./edge.ts";

/** One object of a tenant as read in this run, children and assignments under Graph's own names. */
export type ObservedObject = {
  /** Object type: the key of its contract, such as `settingsCatalog`. */
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly platform: string | null;
  /** Graph's lastModifiedDateTime, or null where the type has none. */
  readonly lastModified: string | null;
  readonly payload: JsonObject;
  /** Whitelisted facts for the inventory (P7.1): small, no payload. */
  readonly meta: { readonly [name: string]: string | number | boolean | null };
  /** Ids of the groups that it names, in assignments or elsewhere. */
  readonly groupIds: readonly string[];
  /** Whom its assignments reach; null where its type has none. */
  readonly targets: readonly AssignmentTarget[] | null;
  /** What it names. */
  readonly edges: readonly Edge[];
  /** ISO 8601 UTC: when the last part of it was read. */
  readonly readAt: string;
};

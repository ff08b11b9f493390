import type { Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject } from "../../src/domain/json/json-value.ts";

/** An object with its children inline under Graph's names, and the collection it belongs in. */
export type SeedObject = {
  /** With leading slash, such as `/deviceManagement/configurationPolicies`. */
  readonly collectionPath: string;
  readonly object: JsonObject;
};

/** What objects of a tenant may point at. */
export type SeedTenant = {
  readonly random: Random;
  readonly groupIds: readonly string[];
  readonly scopeTagIds: readonly string[];
  readonly filters: readonly { readonly id: string; readonly platform: string }[];
  readonly locationIds: readonly string[];
};

/** Properties that Microsoft's type has, and the type name, which it leaves out. */
export type GraphObject<T> = Partial<T> & { readonly "@odata.type"?: string };

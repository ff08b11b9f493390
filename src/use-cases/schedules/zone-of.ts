import type { TenantStores } from "../../domain/store/tenant-stores.ts";

/** The time zone in which schedules of a tenant are read without one of their own; IANA. */
export async function zoneOf({ tenant }: Pick<TenantStores, "tenant">): Promise<string> {
  return (await tenant.read())?.timeZone ?? "UTC";
}

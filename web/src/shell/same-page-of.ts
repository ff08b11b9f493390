/** What names something of one tenant: an open pane, the sides of a comparison. */
const ofOneTenant = ["open", "left", "right", "other"];

/**
 * The address of the same page of another tenant: lists and settings stay with their filters. What names one thing of the
 * first tenant (an object, a snapshot, an open pane) leads to its list.
 */
export function samePageOf(tenantId: string, pathname: string, search: string): string {
  const [, ofTenant, , page = ""] = pathname.split("/");
  const tenant = `/tenants/${encodeURIComponent(tenantId)}`;
  if (ofTenant !== "tenants" || page === "") return tenant;
  const filters = new URLSearchParams(search);
  for (const name of ofOneTenant) filters.delete(name);
  return `${tenant}/${page}${filters.size > 0 ? `?${filters}` : ""}`;
}

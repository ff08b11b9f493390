type Asked = {
  /** The id of a snapshot, `newest` or `previous`; of another tenant as `TENANT/ID`. */
  readonly left: string;
  /** The same, or `inventory`. */
  readonly right: string;
  /** An object as `objectKey` names it. */
  readonly open?: string;
};

/** The page Compare with these sides, and an object of them open. */
export function compareHref(tenantId: string, asked: Asked): string {
  return `/tenants/${tenantId}/compare?${new URLSearchParams(asked)}`;
}

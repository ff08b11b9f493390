import type { DirectoryApp } from "@tenantpilot/embedded-azure/entra/directory";
import { anEntra as anyEntra, type Entra } from "@tenantpilot/embedded-azure/testing/entra";
import accessTable from "../../config/access.json" with { type: "json" };
import { homeTenantId } from "../../local/stack/identities.ts";
import { toProductDirectory } from "../../local/stack/product-directory.ts";

export const customerTenantId = "11111111-2222-4333-8444-555555555555";

const owner = {
  name: "owner",
  id: "99999999-2222-4333-8444-555555555555",
  homeTenantId,
  displayName: "Olivia Owner",
  roles: ["Platform.Admin"],
  password: "a-password",
};

/** The provider's directory with the product in it, one customer and one person; trusted by this process. */
export function anEntra(
  apps: readonly DirectoryApp[] = [],
  options: Parameters<typeof anyEntra>[0] = {},
): Promise<Entra> {
  const tenants = [{ id: customerTenantId, name: "Customer" }];
  return anyEntra({
    accessTable,
    directory: toProductDirectory({ tenants, users: [owner], apps, webRedirectUris: [] }),
    ...options,
  });
}

import type { DesiredApplication } from "./desired-application.ts";

/**
 * Where an administrator of a customer consents to the applications that work in his tenant, one line each.
 * https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function toConsentAddresses(
  authority: string,
  desired: readonly DesiredApplication[],
  appIds: ReadonlyMap<string, string>,
): string[] {
  const shown = desired.filter(({ permissions }) => permissions.length > 0);
  return [
    "An administrator of each customer opens, and accepts (the second only where changes are to be written):",
    ...shown.map(({ uniqueName, redirectUris: [landing] }) => {
      const query = new URLSearchParams({
        client_id: appIds.get(uniqueName) ?? "",
        ...(landing === undefined ? {} : { redirect_uri: landing }),
      });
      return `  ${authority}/CUSTOMER-TENANT-ID/adminconsent?${query.toString()}`;
    }),
  ];
}

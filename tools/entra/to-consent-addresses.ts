import type { DesiredApplication } from "./desired-application.ts";

/**
 * Where an administrator of a customer consents to the applications that work in his tenant, and one of a home tenant of
 * people to what the API does in their name, one line each.
 * https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function toConsentAddresses(
  authority: string,
  desired: readonly DesiredApplication[],
  appIds: ReadonlyMap<string, string>,
): string[] {
  const addressOf = (tenant: string, { uniqueName, redirectUris: [landing] }: DesiredApplication): string => {
    const query = new URLSearchParams({
      client_id: appIds.get(uniqueName) ?? "",
      ...(landing === undefined ? {} : { redirect_uri: landing }),
    });
    return `  ${authority}/${tenant}/adminconsent?${query.toString()}`;
  };
  const ofCustomers = desired.filter(({ permissions }) => permissions.length > 0);
  const ofPeople = desired.filter(({ delegated }) => delegated.length > 0);
  return [
    "An administrator of each customer opens, and accepts (the second only where changes are to be written):",
    ...ofCustomers.map((each) => addressOf("CUSTOMER-TENANT-ID", each)),
    "So that people can search groups in their own name, an administrator of each home tenant opens, and accepts:",
    ...ofPeople.map((each) => addressOf("HOME-TENANT-ID", each)),
  ];
}

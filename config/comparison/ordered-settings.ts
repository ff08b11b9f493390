/**
 * Settings of the catalog whose list of values has an order that means something; in all others the order is Graph's own.
 * Ids are the paths of Microsoft's configuration service providers, which speak of an order:
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-cryptography. One that is not here is compared
 * as a list without an order.
 */
export const orderedSettings: readonly string[] = [
  "device_vendor_msft_policy_config_cryptography_configureellipticcurvecryptography",
  "device_vendor_msft_policy_config_cryptography_tlsciphersuites",
];

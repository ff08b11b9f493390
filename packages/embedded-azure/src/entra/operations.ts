/** Everything that the directory and its managed identity endpoint answer, by the names under which they count (local/surface.md). */
export const entraOperations = [
  "instance discovery",
  "openid configuration",
  "key set",
  "token by client_credentials",
  "token by password",
  "token by on_behalf_of",
  "managed identity token",
  "sign-in page",
  "token by authorization_code",
  "token by refresh_token",
  "sign-out",
  "consent page",
] as const;

export type EntraOperation = (typeof entraOperations)[number];

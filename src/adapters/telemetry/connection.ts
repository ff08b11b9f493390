/** Where telemetry is sent, as the connection string of Application Insights says. None of it is a secret. */
export type Connection = {
  readonly instrumentationKey: string;
  /** Without trailing slash. */
  readonly endpoint: string;
  /** Scope of the token that is presented there. */
  readonly scope: string;
};

// https://learn.microsoft.com/azure/azure-monitor/app/connection-strings. The service's name ends with a slash, so its scope
// has two, as Microsoft's own exporters ask for it (docs/reference/azure.md); a sovereign cloud's string names its own.
const publicAudience = "https://monitor.azure.com/";

/** Throws an Error when the text is no connection string, or names an endpoint without TLS. */
export function parseConnection(text: string): Connection {
  const parts = new Map(
    text.split(";").map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()];
    }),
  );
  const instrumentationKey = parts.get("instrumentationkey") ?? "";
  const endpoint = (parts.get("ingestionendpoint") ?? "").replace(/\/+$/, "");
  if (!/^[0-9a-f-]{36}$/i.test(instrumentationKey) || !endpoint.startsWith("https://")) {
    throw new Error("APPLICATIONINSIGHTS_CONNECTION_STRING names no instance, or no endpoint that speaks TLS.");
  }
  return { instrumentationKey, endpoint, scope: `${parts.get("aadaudience") ?? publicAudience}/.default` };
}

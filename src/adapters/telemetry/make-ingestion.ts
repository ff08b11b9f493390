import type { Connection } from "./connection.ts";
import type { Envelope } from "./envelope.ts";

/** A token source, such as a credential of @azure/identity, which caches and refreshes by itself. */
export type TelemetryCredential = {
  getToken(scope: string, options: { readonly abortSignal: AbortSignal }): Promise<{ readonly token: string } | null>;
};

export type Ingestion = {
  /** Adds records to what is sent next. */
  add(envelopes: readonly Envelope[]): void;
  /** Sends everything added. Rejects when it was not taken; what may be taken later goes with the next send. */
  send(): Promise<void>;
};

// Telemetry that waits longer than this is not worth its memory: about 1 KB each.
const mostWaiting = 2_048;
// Of a token and the sending together, in ms.
const timeoutMs = 10_000;
/** Answers that may be others later: busy, ill, or a role that does not work yet. */
const passing = new Set([401, 403, 408, 429, 439, 500, 502, 503, 504]);

const mostRedirects = 3;
// Of the public cloud; the token goes nowhere else (docs/reference/azure.md).
const ownHosts = /\.applicationinsights\.azure\.com$/;

/** Where the service sends us on to, when that is its own host, over TLS. */
function redirectOf({ status, headers }: Response): string | undefined {
  const location = headers.get("location") ?? "";
  if ((status !== 307 && status !== 308) || !URL.canParse(location)) return undefined;
  const { protocol, hostname, href } = new URL(location);
  return protocol === "https:" && ownHosts.test(hostname) ? href : undefined;
}

/** Sends records to Application Insights with the app's own identity: local authentication is off. */
export function makeIngestion({ endpoint, scope }: Connection, credential: TelemetryCredential): Ingestion {
  let waiting: Envelope[] = [];
  let track = `${endpoint}/v2.1/track`;

  async function post(envelopes: readonly Envelope[]): Promise<void> {
    const signal = AbortSignal.timeout(timeoutMs);
    const token = await credential.getToken(scope, { abortSignal: signal });
    const request: RequestInit = {
      method: "POST",
      headers: { authorization: `Bearer ${token?.token ?? ""}`, "content-type": "application/json" },
      body: JSON.stringify(envelopes),
      redirect: "manual",
      signal,
    };
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const response = await fetch(track, request);
      await response.arrayBuffer();
      // 206: some records were refused for what they are, and would be again.
      if (response.ok) return;
      const elsewhere = redirectOf(response);
      if (elsewhere === undefined) throw new TelemetryRefused(response.status);
      // The region answers from now on.
      track = elsewhere;
    }
    throw new TelemetryRefused(508);
  }

  return {
    add: (envelopes) => {
      waiting = [...waiting, ...envelopes].slice(-mostWaiting);
    },
    send: async () => {
      const sent = waiting;
      waiting = [];
      if (sent.length === 0) return;
      try {
        await post(sent);
      } catch (error) {
        const isFinal = error instanceof TelemetryRefused && !passing.has(error.status);
        if (!isFinal) waiting = [...sent, ...waiting].slice(-mostWaiting);
        throw error;
      }
    },
  };
}

class TelemetryRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`Application Insights answered ${status}.`);
    this.name = "TelemetryRefused";
    this.status = status;
  }
}

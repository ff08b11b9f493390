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

/** Sends records to Application Insights with the app's own identity: local authentication is off. */
export function makeIngestion({ endpoint, scope }: Connection, credential: TelemetryCredential): Ingestion {
  let waiting: Envelope[] = [];

  async function post(envelopes: readonly Envelope[]): Promise<void> {
    const signal = AbortSignal.timeout(timeoutMs);
    const token = await credential.getToken(scope, { abortSignal: signal });
    const response = await fetch(`${endpoint}/v2.1/track`, {
      method: "POST",
      headers: { authorization: `Bearer ${token?.token ?? ""}`, "content-type": "application/json" },
      body: JSON.stringify(envelopes),
      // A redirect would carry the token to whatever host it names.
      redirect: "error",
      signal,
    });
    await response.arrayBuffer();
    // 206: some records were refused for what they are, and would be again.
    if (response.ok) return;
    throw new TelemetryRefused(response.status);
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

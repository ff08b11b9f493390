import type { Readiness } from "../../../../web/src/api/operations.ts";

/** What a check of `t` found: one permission is missing, one in excess, and the subscriptions were not readable. */
export function aReadiness(more: Partial<Readiness> = {}): Readiness {
  const write = { kind: "write", consented: false, code: "graph_consent_missing" } as const;
  return {
    asOf: "2026-11-30T10:00:00.000Z",
    runId: "r1",
    running: null,
    state: "attention",
    applications: [
      {
        kind: "read",
        consented: true,
        code: null,
        granted: [{ permission: "Directory.Read.All", serves: ["subscribedSku"] }],
        missing: [{ permission: "Agreement.Read.All", serves: ["termsOfUse"] }],
        excess: [{ permission: "Mail.ReadWrite", why: "unused" }],
      },
      { ...write, granted: [], missing: [], excess: [] },
    ],
    licences: [{ plan: "Microsoft Intune", serves: [], present: null }],
    intune: "unknown",
    approvalPolicies: [],
    samples: [{ group: "directory", state: "unknown", code: "graph_forbidden" }],
    unknown: [{ part: "licences", code: "graph_forbidden" }],
    ...more,
  };
}

/** Before anybody checked it. */
export const neverChecked = (): Readiness => ({
  ...aReadiness({
    asOf: null,
    runId: null,
    state: "unknown",
    applications: [],
    licences: [],
    samples: [],
    unknown: [],
  }),
});

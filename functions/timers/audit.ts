import { app as functions } from "@azure/functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { toLogText } from "../../src/domain/text/visible-text.ts";

/** Seals the audit entries of every tenant into digests. */
export function registerAudit(app: WorkerApp): void {
  functions.timer("audit", {
    schedule: app.auditSchedule,
    handler: async (_timer, context) => {
      const sealed = await app.sealAudit((error) => context.error(`audit ${toLogText(error)}`));
      if (sealed > 0) context.log(`audit: ${sealed} digests sealed`);
    },
  });
}

import { type HttpApp, makeHttpApp } from "../src/app/http-app.ts";
import { makeWorkerApp, type WorkerApp } from "../src/app/worker-app.ts";
import { parseSettings } from "../src/settings.ts";
import { registerActivities } from "./activities/register-activities.ts";
import { registerPortal } from "./http/portal/register-portal.ts";
import { registerRoutes } from "./http/register-routes.ts";
import { registerOperations } from "./messages/operations.ts";
import { registerOperationsDeadLetter } from "./messages/operations-dead-letter.ts";
import { registerAudit } from "./timers/audit.ts";
import { registerReconciler } from "./timers/reconciler.ts";
import { registerRetention } from "./timers/retention.ts";
import { registerSchedules } from "./timers/schedules.ts";
import { registerWorkflows } from "./workflows/register-workflows.ts";

// One package, two apps: each registers only its own part, because a disabled function would still load (azure-services.md 19).
const settings = parseSettings();
if (settings.APP_PART === "http") registerHttp(makeHttpApp(settings));
else registerWorker(makeWorkerApp(settings));

function registerHttp(app: HttpApp): void {
  registerRoutes(app);
  registerPortal(app);
}

function registerWorker(app: WorkerApp): void {
  registerOperations(app);
  registerOperationsDeadLetter(app);
  registerReconciler(app);
  registerSchedules(app);
  registerRetention(app);
  registerAudit(app);
  registerWorkflows();
  registerActivities(app);
}

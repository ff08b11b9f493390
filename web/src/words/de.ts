import { about } from "./de/about.ts";
import { addTenant } from "./de/add-tenant.ts";
import { assignments } from "./de/assignments.ts";
import { audit } from "./de/audit.ts";
import { codes } from "./de/codes.ts";
import { compare } from "./de/compare.ts";
import { consent } from "./de/consent.ts";
import { frame } from "./de/frame.ts";
import { groups } from "./de/groups.ts";
import { home } from "./de/home.ts";
import { inventory } from "./de/inventory.ts";
import { members } from "./de/members.ts";
import { notifications } from "./de/notifications.ts";
import { object } from "./de/object.ts";
import { operations } from "./de/operations.ts";
import { parts } from "./de/parts.ts";
import { platformRun } from "./de/platform-run.ts";
import { platformRuns } from "./de/platform-runs.ts";
import { readiness } from "./de/readiness.ts";
import { run } from "./de/run.ts";
import { schedule } from "./de/schedule.ts";
import { schedules } from "./de/schedules.ts";
import { settings } from "./de/settings.ts";
import { snapshot } from "./de/snapshot.ts";
import { snapshots } from "./de/snapshots.ts";
import { tenant } from "./de/tenant.ts";
import { tenants } from "./de/tenants.ts";
import { terms } from "./de/terms.ts";
import type { Words } from "./words.ts";

export const de: Words = {
  codes,
  terms,
  about,
  addTenant,
  assignments,
  audit,
  compare,
  consent,
  frame,
  groups,
  home,
  inventory,
  members,
  notifications,
  object,
  operations,
  parts,
  platformRun,
  platformRuns,
  readiness,
  run,
  schedule,
  schedules,
  settings,
  snapshot,
  snapshots,
  tenant,
  tenants,
};

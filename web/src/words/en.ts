import { about } from "./en/about.ts";
import { addTenant } from "./en/add-tenant.ts";
import { assignments } from "./en/assignments.ts";
import { audit } from "./en/audit.ts";
import { codes } from "./en/codes.ts";
import { compare } from "./en/compare.ts";
import { consent } from "./en/consent.ts";
import { frame } from "./en/frame.ts";
import { groups } from "./en/groups.ts";
import { home } from "./en/home.ts";
import { inventory } from "./en/inventory.ts";
import { members } from "./en/members.ts";
import { notifications } from "./en/notifications.ts";
import { object } from "./en/object.ts";
import { operations } from "./en/operations.ts";
import { parts } from "./en/parts.ts";
import { platformRun } from "./en/platform-run.ts";
import { platformRuns } from "./en/platform-runs.ts";
import { readiness } from "./en/readiness.ts";
import { run } from "./en/run.ts";
import { schedule } from "./en/schedule.ts";
import { schedules } from "./en/schedules.ts";
import { settings } from "./en/settings.ts";
import { snapshot } from "./en/snapshot.ts";
import { snapshots } from "./en/snapshots.ts";
import { tenant } from "./en/tenant.ts";
import { tenants } from "./en/tenants.ts";
import { terms } from "./en/terms.ts";

/** Every text of the portal, a member a noun. English decides which texts exist; German must have the same. */
export const en = {
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

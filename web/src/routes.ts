import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { parseAddTenantSearch } from "./pages/add-tenant/search.ts";
import { parseAuditSearch } from "./pages/audit-search.ts";
import { parseCompareSearch } from "./pages/compare/search.ts";
import { parseGroupAssignmentsSearch } from "./pages/group-assignments/search.ts";
import { parseInventorySearch } from "./pages/inventory/search.ts";
import { parseObjectSearch } from "./pages/object/search.ts";
import { parseOperationsSearch } from "./pages/operations/search.ts";
import { parsePlatformRunSearch } from "./pages/platform-run/search.ts";
import { parsePlatformRunsSearch } from "./pages/platform-runs/search.ts";
import { parseSchedulesSearch } from "./pages/schedules/search.ts";
import { parseSnapshotSearch } from "./pages/snapshot/search.ts";
import { parseSnapshotsSearch } from "./pages/snapshots/search.ts";
import { parseTenantSearch } from "./pages/tenant/search.ts";
import { parseTenantsSearch } from "./pages/tenants/search.ts";
import { Shell } from "./shell/shell.tsx";

// One route a page, each a chunk of its own. Addresses follow the API's `viewUrl`.

const root = createRootRoute({ component: Shell });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/home/home-page.tsx"), "HomePage"),
});
const tenants = createRoute({
  getParentRoute: () => root,
  path: "/tenants",
  validateSearch: parseTenantsSearch,
  component: lazyRouteComponent(() => import("./pages/tenants/tenants-page.tsx"), "TenantsPage"),
});
const addTenant = createRoute({
  getParentRoute: () => root,
  path: "/tenants/new",
  validateSearch: parseAddTenantSearch,
  component: lazyRouteComponent(() => import("./pages/add-tenant/add-tenant-page.tsx"), "AddTenantPage"),
});
const tenant = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId",
  validateSearch: parseTenantSearch,
  component: lazyRouteComponent(() => import("./pages/tenant/tenant-page.tsx"), "TenantPage"),
});
const inventory = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/inventory",
  validateSearch: parseInventorySearch,
  component: lazyRouteComponent(() => import("./pages/inventory/inventory-page.tsx"), "InventoryPage"),
});
const assignments = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/assignments",
  validateSearch: parseGroupAssignmentsSearch,
  component: lazyRouteComponent(
    () => import("./pages/group-assignments/group-assignments-page.tsx"),
    "GroupAssignmentsPage",
  ),
});
const object = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/inventory/$type/$objectId",
  validateSearch: parseObjectSearch,
  component: lazyRouteComponent(() => import("./pages/object/object-page.tsx"), "ObjectPage"),
});
const snapshots = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/snapshots",
  validateSearch: parseSnapshotsSearch,
  component: lazyRouteComponent(() => import("./pages/snapshots/snapshots-page.tsx"), "SnapshotsPage"),
});
const snapshot = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/snapshots/$snapshotId",
  validateSearch: parseSnapshotSearch,
  component: lazyRouteComponent(() => import("./pages/snapshot/snapshot-page.tsx"), "SnapshotPage"),
});
const compare = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/compare",
  validateSearch: parseCompareSearch,
  component: lazyRouteComponent(() => import("./pages/compare/compare-page.tsx"), "ComparePage"),
});
const operations = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/operations",
  validateSearch: parseOperationsSearch,
  component: lazyRouteComponent(() => import("./pages/operations/operations-page.tsx"), "OperationsPage"),
});
const run = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/operations/$runId",
  component: lazyRouteComponent(() => import("./pages/run/run-page.tsx"), "RunPage"),
});
const schedules = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/schedules",
  validateSearch: parseSchedulesSearch,
  component: lazyRouteComponent(() => import("./pages/schedules/schedules-page.tsx"), "SchedulesPage"),
});
const schedule = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/schedules/$scheduleId",
  component: lazyRouteComponent(() => import("./pages/schedule/schedule-page.tsx"), "SchedulePage"),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/settings",
  component: lazyRouteComponent(() => import("./pages/settings/settings-page.tsx"), "SettingsPage"),
});
const members = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/members",
  component: lazyRouteComponent(() => import("./pages/members/members-page.tsx"), "MembersPage"),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: "/tenants/$tenantId/audit",
  validateSearch: parseAuditSearch,
  component: lazyRouteComponent(() => import("./pages/audit/audit-page.tsx"), "AuditPage"),
});
const platformAudit = createRoute({
  getParentRoute: () => root,
  path: "/platform/audit",
  validateSearch: parseAuditSearch,
  component: lazyRouteComponent(() => import("./pages/platform-audit/platform-audit-page.tsx"), "PlatformAuditPage"),
});
const platformRuns = createRoute({
  getParentRoute: () => root,
  path: "/platform/operations",
  validateSearch: parsePlatformRunsSearch,
  component: lazyRouteComponent(() => import("./pages/platform-runs/platform-runs-page.tsx"), "PlatformRunsPage"),
});
const platformRun = createRoute({
  getParentRoute: () => root,
  path: "/platform/operations/$runId",
  validateSearch: parsePlatformRunSearch,
  component: lazyRouteComponent(() => import("./pages/platform-run/platform-run-page.tsx"), "PlatformRunPage"),
});
const notifications = createRoute({
  getParentRoute: () => root,
  path: "/notifications",
  component: lazyRouteComponent(() => import("./pages/notifications/notifications-page.tsx"), "NotificationsPage"),
});
const about = createRoute({
  getParentRoute: () => root,
  path: "/about",
  component: lazyRouteComponent(() => import("./pages/about/about-page.tsx"), "AboutPage"),
});

export const routeTree = root.addChildren([
  home,
  tenants,
  addTenant,
  tenant,
  inventory,
  assignments,
  object,
  snapshots,
  snapshot,
  compare,
  operations,
  run,
  schedules,
  schedule,
  settings,
  members,
  audit,
  platformAudit,
  platformRuns,
  platformRun,
  notifications,
  about,
]);

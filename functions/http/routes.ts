import { listAssignments } from "./assignments/list-assignments.ts";
import { exportAuditCsv } from "./audit/export-audit-csv.ts";
import { exportAuditNdjson } from "./audit/export-audit-ndjson.ts";
import { listAudit } from "./audit/list-audit.ts";
import { verifyAudit } from "./audit/verify-audit.ts";
import { getCapabilities } from "./capabilities/get-capabilities.ts";
import { getTenantCapabilities } from "./capabilities/get-tenant-capabilities.ts";
import { compareObjectOfTenants } from "./comparisons/compare-object-of-tenants.ts";
import { compareTenants } from "./comparisons/compare-tenants.ts";
import { createConsentLink } from "./consent/create-consent-link.ts";
import { receiveConsent } from "./consent/receive-consent.ts";
import { getDefinition } from "./definitions/get-definition.ts";
import { listGroups } from "./directory/list-groups.ts";
import { searchDirectoryGroups } from "./directory/search-groups.ts";
import { syncDirectory } from "./directory/sync-directory.ts";
import { collectEvents } from "./events/collect-events.ts";
import { listEvents } from "./events/list-events.ts";
import { pauseGraph } from "./graph/pause-graph.ts";
import { resumeGraph } from "./graph/resume-graph.ts";
import { getHealth } from "./health/get-health.ts";
import { getOpenapi } from "./health/get-openapi.ts";
import { getReady } from "./health/get-ready.ts";
import { exportInventory } from "./inventory/export-inventory.ts";
import { getInventoryObject } from "./inventory/get-inventory-object.ts";
import { ignoreObject } from "./inventory/ignore-object.ts";
import { listInventory } from "./inventory/list-inventory.ts";
import { syncInventory } from "./inventory/sync-inventory.ts";
import { unignoreObject } from "./inventory/unignore-object.ts";
import { getMe } from "./me/get-me.ts";
import { deleteMember } from "./members/delete-member.ts";
import { listMembers } from "./members/list-members.ts";
import { putMember } from "./members/put-member.ts";
import { countUnread } from "./notifications/count-unread.ts";
import { listNotifications } from "./notifications/list-notifications.ts";
import { readNotification } from "./notifications/read-notification.ts";
import { readNotifications } from "./notifications/read-notifications.ts";
import { cancelOperation } from "./operations/cancel-operation.ts";
import { countOperations } from "./operations/count-operations.ts";
import { exportOperations } from "./operations/export-operations.ts";
import { getOperation } from "./operations/get-operation.ts";
import { listOperations } from "./operations/list-operations.ts";
import { listRunParts } from "./operations/list-run-parts.ts";
import { retryOperation } from "./operations/retry-operation.ts";
import { exportOwnOverview } from "./overview/export-own-overview.ts";
import { getOwnOverview } from "./overview/get-own-overview.ts";
import { exportOverview } from "./platform/export-overview.ts";
import { getFacts } from "./platform/get-facts.ts";
import { getOverview } from "./platform/get-overview.ts";
import { listPlatformAudit } from "./platform/list-platform-audit.ts";
import { cancelPlatformOperation } from "./platform/operations/cancel-platform-operation.ts";
import { getPlatformOperation } from "./platform/operations/get-platform-operation.ts";
import { listChildren } from "./platform/operations/list-children.ts";
import { listPlatformOperations } from "./platform/operations/list-platform-operations.ts";
import { retryPlatformOperation } from "./platform/operations/retry-platform-operation.ts";
import { startPlatformOperation } from "./platform/operations/start-platform-operation.ts";
import { pauseAllGraph } from "./platform/pause-all-graph.ts";
import { resumeAllGraph } from "./platform/resume-all-graph.ts";
import { takeTenantOwnership } from "./platform/take-tenant-ownership.ts";
import { getReadiness } from "./readiness/get-readiness.ts";
import { verifyTenant } from "./readiness/verify-tenant.ts";
import { listRoles } from "./roles/list-roles.ts";
import type { Route } from "./route.ts";
import { changeSchedule } from "./schedules/change-schedule.ts";
import { createSchedule } from "./schedules/create-schedule.ts";
import { deleteSchedule } from "./schedules/delete-schedule.ts";
import { getSchedule } from "./schedules/get-schedule.ts";
import { listSchedules } from "./schedules/list-schedules.ts";
import { listSlots } from "./schedules/list-slots.ts";
import { previewSchedule } from "./schedules/preview-schedule.ts";
import { runSchedule } from "./schedules/run-schedule.ts";
import { changeSettings } from "./settings/change-settings.ts";
import { getSettings } from "./settings/get-settings.ts";
import { getSignIn } from "./sign-in/get-sign-in.ts";
import { diffObject } from "./snapshots/diff-object.ts";
import { diffSnapshot } from "./snapshots/diff-snapshot.ts";
import { getForm } from "./snapshots/get-form.ts";
import { getObject } from "./snapshots/get-object.ts";
import { getSnapshot } from "./snapshots/get-snapshot.ts";
import { listEntries } from "./snapshots/list-entries.ts";
import { listSnapshots } from "./snapshots/list-snapshots.ts";
import { takeSnapshot } from "./snapshots/take-snapshot.ts";
import { archiveTenant } from "./tenants/archive-tenant.ts";
import { changeTenant } from "./tenants/change-tenant.ts";
import { createTenant } from "./tenants/create-tenant.ts";
import { getSummary } from "./tenants/get-summary.ts";
import { getTenant } from "./tenants/get-tenant.ts";
import { listTenants } from "./tenants/list-tenants.ts";
import { resumeTenant } from "./tenants/resume-tenant.ts";
import { suspendTenant } from "./tenants/suspend-tenant.ts";
import { diffVersion } from "./versions/diff-version.ts";
import { getVersion } from "./versions/get-version.ts";
import { getVersionPayload } from "./versions/get-version-payload.ts";
import { listChanges } from "./versions/list-changes.ts";
import { listVersions } from "./versions/list-versions.ts";

/** Every route of the API. */
export const routes: readonly Route[] = [
  getHealth,
  getReady,
  getOpenapi,
  getSignIn,
  getMe,
  listRoles,
  listTenants,
  createTenant,
  getTenant,
  changeTenant,
  suspendTenant,
  resumeTenant,
  archiveTenant,
  createConsentLink,
  receiveConsent,
  getSummary,
  listMembers,
  putMember,
  deleteMember,
  getReadiness,
  verifyTenant,
  listAudit,
  exportAuditCsv,
  exportAuditNdjson,
  verifyAudit,
  listPlatformAudit,
  getCapabilities,
  getTenantCapabilities,
  getSettings,
  changeSettings,
  syncInventory,
  takeSnapshot,
  listOperations,
  countOperations,
  exportOperations,
  getOperation,
  listRunParts,
  cancelOperation,
  retryOperation,
  listInventory,
  exportInventory,
  getInventoryObject,
  listChanges,
  listVersions,
  getVersion,
  getVersionPayload,
  diffVersion,
  ignoreObject,
  unignoreObject,
  listAssignments,
  syncDirectory,
  getDefinition,
  listGroups,
  searchDirectoryGroups,
  listEvents,
  collectEvents,
  listSnapshots,
  getSnapshot,
  diffSnapshot,
  diffObject,
  getForm,
  listEntries,
  getObject,
  compareTenants,
  compareObjectOfTenants,
  listSchedules,
  createSchedule,
  previewSchedule,
  getSchedule,
  changeSchedule,
  deleteSchedule,
  runSchedule,
  listSlots,
  getFacts,
  getOverview,
  exportOverview,
  getOwnOverview,
  exportOwnOverview,
  takeTenantOwnership,
  listPlatformOperations,
  startPlatformOperation,
  getPlatformOperation,
  listChildren,
  cancelPlatformOperation,
  retryPlatformOperation,
  listNotifications,
  countUnread,
  readNotification,
  readNotifications,
  pauseGraph,
  resumeGraph,
  pauseAllGraph,
  resumeAllGraph,
];

import type { DemoData } from "./demo-data.ts";

/** A page: what its pictures are called, who looks at it, its address, and a heading where the data gives it. */
export type PortalPage = {
  readonly name: string;
  readonly user: "owner" | "platform-admin";
  readonly path: (data: DemoData) => string;
};

const ofTenant = (name: string, path: (data: DemoData) => string = () => name): PortalPage => ({
  name,
  user: "owner",
  path: (data) => `/tenants/${data.tenantId}/${path(data)}`.replace(/\/$/, ""),
});

const ofPlatform = (name: string, path: (data: DemoData) => string): PortalPage => ({
  name,
  user: "platform-admin",
  path,
});

/** Every page of the portal; a test compares them with the routes (tests/web/browser-pages.test.ts). */
export const portalPages: readonly PortalPage[] = [
  { name: "home", user: "owner", path: () => "/" },
  { name: "tenants", user: "owner", path: () => "/tenants" },
  { name: "notifications", user: "owner", path: () => "/notifications" },
  { name: "about", user: "owner", path: () => "/about" },
  ofTenant("tenant", () => ""),
  ofTenant("inventory"),
  ofTenant("object", ({ object }) => `inventory/${object.type}/${object.id}`),
  ofTenant("snapshots"),
  ofTenant("snapshot", ({ snapshotId }) => `snapshots/${snapshotId}`),
  ofTenant("compare", ({ snapshotId }) => `compare?left=${snapshotId}&right=inventory`),
  ofTenant("operations"),
  ofTenant("run", ({ runId }) => `operations/${runId}`),
  ofTenant("schedules"),
  ofTenant("schedule", ({ scheduleId }) => `schedules/${scheduleId}`),
  ofTenant("audit"),
  ofTenant("members"),
  ofTenant("assignments", () => "assignments?groupId=9a1d64f2-0000-4000-8000-000000000001"),
  ofTenant("settings"),
  ofPlatform("home-platform", () => "/"),
  ofPlatform("about-platform", () => "/about"),
  ofPlatform("add-tenant", () => "/tenants/new"),
  ofPlatform("platform-runs", () => "/platform/operations"),
  ofPlatform("platform-audit", () => "/platform/audit"),
  ofPlatform("platform-run", ({ fleetId }) => `/platform/operations/${fleetId}`),
];

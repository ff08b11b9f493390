import { screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { newestSnapshotOf } from "../../../web/src/pages/object/newest-snapshot-of.ts";
import { ObjectPage } from "../../../web/src/pages/object/object-page.tsx";
import { parseObjectSearch } from "../../../web/src/pages/object/search.ts";
import { secretPointers } from "../../../web/src/pages/secret-pointers.ts";
import { aSnapshot, settingsCatalog } from "./support/a-snapshot.ts";
import { showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const page = {
  path: "/tenants/$tenantId/inventory/$type/$objectId",
  parse: parseObjectSearch,
  component: ObjectPage,
};

const object = {
  type: "settingsCatalog",
  id: "1",
  name: "Baseline",
  platform: null,
  lastModified: null,
  state: "present",
  meta: { isAssigned: true, later: "x" },
  configurationHash: "b".repeat(64),
  firstSeenAt: "2026-11-01T08:00:00.000Z",
  lastSeenAt: "2026-11-30T14:01:00.000Z",
} as const;

const answers = {
  getTenantCapabilities: () => ({ items: [settingsCatalog], nextPage: null }),
  getInventoryObject: () => object,
};

it("an object shows its facts, and its configuration from the newest snapshot that holds it", async () => {
  const { asked } = showPage(page, "/tenants/t/inventory/settingsCatalog/1", {
    ...answers,
    listSnapshots: () => ({ items: [aSnapshot()], nextPage: null }),
    getSnapshotObject: () => ({ displayName: "Baseline" }),
  });
  await screen.findByText("Assigned");
  screen.getByText("later");
  await screen.findByRole("tree");
  expect(asked.some(({ id }) => id === "getSnapshotObject")).toBe(true);
});

it("S7 the assignments of an object name groups from the directory cache with its age, and an unknown id as unknown", async () => {
  const target = (kind: string, groupId?: string) => ({
    target: { "@odata.type": `#microsoft.graph.${kind}`, groupId },
  });
  const known = { id: "aa", name: "Sales", deletedAt: null };
  const { asked } = showPage(page, "/tenants/t/inventory/settingsCatalog/1", {
    ...answers,
    listSnapshots: () => ({ items: [aSnapshot()], nextPage: null }),
    getSnapshotObject: () => ({
      assignments: [
        target("groupAssignmentTarget", "AA"),
        target("exclusionGroupAssignmentTarget", "bb"),
        target("groupAssignmentTarget", "cc"),
        target("allDevicesAssignmentTarget"),
      ],
    }),
    listGroups: () => ({
      items: [known, { ...known, id: "bb", name: "Former", deletedAt: "2026-11-01T00:00:00.000Z" }],
      nextPage: null,
      asOf: "2026-11-30T12:00:00.000Z",
    }),
  });
  await screen.findByText("Sales");
  screen.getByText("Excluded:");
  screen.getByText("(deleted)");
  screen.getByText(/Unknown group/);
  screen.getByText("All devices");
  screen.getByText(/Names of groups as of/);
  expect(asked.filter(({ id }) => id === "listGroups")).toHaveLength(1);
});

it("an object that no snapshot holds leads to the snapshots", async () => {
  showPage(page, "/tenants/t/inventory/settingsCatalog/1", answers);
  await screen.findByText("No snapshot holds it");
  screen.getByRole("link", { name: "All snapshots" });
});

it("the newest snapshot of an object was taken while the object was there, and is of its type", () => {
  const after = aSnapshot({ id: "after", createdAt: "2026-12-01T00:00:00.000Z" });
  const other = aSnapshot({ id: "other", types: ["group"] });
  const before = aSnapshot({ id: "before", sealedAt: "2026-10-01T00:00:00.000Z" });
  expect(newestSnapshotOf(object, [after, other, aSnapshot(), before])?.id).toBe("s");
  expect(newestSnapshotOf(object, [after, other, before])).toBeUndefined();
});

it("the values of secrets are kept, not shown, where the type says so", () => {
  const secrets = [
    { path: "settings[].value", when: { property: "@odata.type", is: "secret" } },
    { path: "a.**.key" },
    { path: "plain" },
  ];
  const value = {
    settings: [
      { "@odata.type": "secret", value: "x" },
      { "@odata.type": "text", value: "y" },
    ],
    a: { "b/c": [{ key: "k" }], key: "l" },
    plain: null,
  };
  expect(secretPointers(value, secrets)).toEqual(new Set(["/settings/0/value", "/a/key", "/a/b~1c/0/key", "/plain"]));
});

it("an object's secrets say that they are kept, and show nothing of their value", async () => {
  showPage(page, "/tenants/t/inventory/settingsCatalog/1", {
    ...answers,
    getTenantCapabilities: () => ({ items: [{ ...settingsCatalog, secrets: [{ path: "psk" }] }], nextPage: null }),
    listSnapshots: () => ({ items: [aSnapshot()], nextPage: null }),
    getSnapshotObject: () => ({ psk: "hunter2" }),
  });
  await screen.findByText("kept, not shown");
  expect(document.body.textContent).not.toContain("hunter2");
});

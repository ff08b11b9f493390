import { screen } from "@testing-library/react";
import { afterEach, it, vi } from "vitest";
import { GroupAssignmentsPage } from "../../../web/src/pages/group-assignments/group-assignments-page.tsx";
import { parseGroupAssignmentsSearch } from "../../../web/src/pages/group-assignments/search.ts";
import { aRefusal } from "../api/support/an-api.tsx";
import { settingsCatalog } from "./support/a-snapshot.ts";
import { showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const page = {
  path: "/tenants/$tenantId/assignments",
  parse: parseGroupAssignmentsSearch,
  component: GroupAssignmentsPage,
};
const address = "/tenants/t/assignments?groupId=11111111-0000-4000-8000-000000000001";

const answers = {
  getTenant: () => ({ id: "t", name: "Fernhollow" }),
  getTenantCapabilities: () => ({ items: [settingsCatalog], nextPage: null }),
};
const around = { nextPage: null, asOf: "2026-11-30T11:00:00.000Z", nestedGroups: "not_known" };
const target = { groupId: null, filterId: null, filterName: null, filterType: null, intent: null };
const object = { type: "settingsCatalog", platform: "windows10" };

it("what reaches a group says how: an exclusion, and a filter by its name", async () => {
  showPage(page, address, {
    ...answers,
    listAssignments: () => ({
      ...around,
      group: { id: "g", name: "Sales", deletedAt: null },
      items: [
        {
          ...object,
          id: "1",
          name: "Baseline",
          reach: "excluded",
          targets: [{ ...target, target: "group", mode: "exclude" }],
        },
        {
          ...object,
          id: "2",
          name: "Kiosk",
          reach: "everyone",
          targets: [
            {
              ...target,
              target: "allDevices",
              mode: "include",
              filterId: "f",
              filterName: "Corporate",
              filterType: "include",
            },
          ],
        },
      ],
    }),
  });
  await screen.findByText("What reaches Sales");
  screen.getByText("Excluded");
  screen.getByText("Without: This group");
  screen.getByText("All devices, filter Corporate");
  screen.getByText(/groups inside of groups are not known here/);
});

it("a group that nothing reaches is said to be so, and a deleted one too", async () => {
  const group = { id: "g", name: "Old", deletedAt: "2026-10-01T08:00:00.000Z" };
  showPage(page, address, { ...answers, listAssignments: () => ({ ...around, group, items: [] }) });
  await screen.findByText("Nothing reaches this group");
  screen.getByText("This group was deleted.");
});

it("who may not see the inventory is told which right is missing", async () => {
  showPage(page, address, {
    ...answers,
    listAssignments: () => {
      throw aRefusal(403);
    },
  });
  await screen.findByText("You may not see this");
});

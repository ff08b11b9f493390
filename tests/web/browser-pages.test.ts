import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { portalPages } from "../browser/support/pages.ts";

const data = {
  tenantId: "$tenantId",
  tenantName: "",
  snapshotId: "$snapshotId",
  runId: "$runId",
  scheduleId: "$scheduleId",
  fleetId: "$runId",
  object: { type: "$type", id: "$objectId", name: "" },
};

it("every route of the portal is a page that the browser tests open", () => {
  const routes = readFileSync(join(import.meta.dirname, "../../web/src/routes.ts"), "utf8");
  const paths = [...routes.matchAll(/path: "(?<path>[^"]+)"/g)].map(({ groups }) => groups?.["path"]);
  expect(new Set(portalPages.map(({ path }) => path(data).split("?")[0]))).toEqual(new Set(paths));
});

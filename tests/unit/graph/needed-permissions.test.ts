import { expect, it } from "vitest";
import { auditEventLog, groupFeed, settingCatalogs, settingCategories } from "../../../config/graph-contracts/feeds.ts";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { neededPermissions } from "../../../src/domain/graph/needed-permissions.ts";

const [first] = contracts;
if (!first) throw new Error("The registry has no contract.");
const aContract = (read: string, more: Partial<typeof first> = {}) => ({
  ...first,
  read: "list" as const,
  restore: "preview_only" as const,
  permissions: { read: [`${read}.Read.All`], write: [`${read}.ReadWrite.All`] },
  ...more,
});

it("reading needs each permission once and in order, and none of a type that is never read (P5.3)", () => {
  const read = neededPermissions(
    [aContract("B"), aContract("A"), aContract("B"), aContract("C", { read: "never" })],
    "global",
  );
  expect(read.read).toEqual(["A.Read.All", "B.Read.All"]);
});

it("writing needs what reading needs, and more only for what can be restored (P2.1)", () => {
  const { write } = neededPermissions([aContract("A"), aContract("B", { restore: "none" })], "global");
  expect(write).toEqual(["A.Read.All", "A.ReadWrite.All", "B.Read.All"]);
});

it("the reading application asks for no right to change anything (P2)", () => {
  const { read } = neededPermissions(contracts, "global");
  expect(read.length).toBeGreaterThan(5);
  expect(read.filter((name) => /write/i.test(name))).toEqual([]);
});

it("nothing is needed for a type that the cloud lacks", () => {
  const lacking = aContract("B", { notAvailable: ["china"] });
  expect(neededPermissions([aContract("A"), lacking], "china").write).toEqual(["A.Read.All", "A.ReadWrite.All"]);
  expect(neededPermissions([lacking], "global").read).toEqual(["B.Read.All"]);
});

it("P5.3 feeds, logs and catalogs ask for no permission that no object type needs", () => {
  const read = new Set(neededPermissions(contracts, "global").read);
  const asked = [groupFeed, auditEventLog, settingCategories, ...settingCatalogs].flatMap(
    ({ permissions }) => permissions.read,
  );
  expect(asked.filter((name) => !read.has(name))).toEqual([]);
});

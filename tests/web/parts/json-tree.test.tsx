import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { JsonTree } from "../../../web/src/parts/json-tree.tsx";
import { faults } from "./support/faults.ts";
import { layOut } from "./support/lay-out.ts";
import { show } from "./support/show.tsx";

beforeEach(() => layOut({ width: 600, height: 480 }));

const value = {
  name: "Wi-Fi",
  settings: { proxy: "none", key: { plain: "hunter2" } },
  groups: ["a", "b"],
};

const lines = () => screen.getAllByRole("treeitem").map(({ textContent }) => textContent);

it("a document is closed at first and says how much is inside", async () => {
  show(<JsonTree value={value} />);
  expect(lines()).toEqual(['name:"Wi-Fi"', "settings:2 properties", "groups:2 items"]);
  expect(await faults()).toEqual([]);
});

it("a whole number that a double would round is shown with all its digits", () => {
  show(<JsonTree value={{ limit: 9_223_372_036_854_775_807n }} />);
  expect(lines()).toEqual(["limit:9223372036854775807"]);
});

it("arrows open, close and move", async () => {
  const user = userEvent.setup();
  show(<JsonTree value={value} />);
  screen.getByRole("tree", { name: "JSON" }).focus();
  await user.keyboard("{ArrowDown}{ArrowRight}");
  expect(lines()).toContain('proxy:"none"');
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("treeitem", { selected: true }).textContent).toBe('proxy:"none"');
  await user.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(lines()).toHaveLength(3);
});

it("P7.3: a secret is kept and not shown, however much is opened", async () => {
  const user = userEvent.setup();
  show(<JsonTree value={value} secrets={new Set(["/settings/key"])} />);
  await user.click(screen.getByRole("button", { name: "Expand all" }));
  expect(lines()).toContain("key:kept, not shown");
  await user.click(screen.getByText("kept, not shown"));
  expect(document.body.innerHTML).not.toContain("hunter2");
});

it("of a long document only what one sees is in the page", () => {
  show(<JsonTree value={Array.from({ length: 20_000 }, (_, index) => index)} />);
  expect(lines().length).toBeLessThanOrEqual(60);
});

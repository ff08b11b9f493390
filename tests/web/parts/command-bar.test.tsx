import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { CommandBar } from "../../../web/src/parts/command-bar.tsx";
import { CommandMenu } from "../../../web/src/parts/command-menu.tsx";
import { commandsThatFit } from "../../../web/src/parts/command-width.ts";
import { faults } from "./support/faults.ts";
import { show } from "./support/show.tsx";

const off = "You lack the right “take snapshot”. Roles with it: operator.";

it("a command runs by click and by key", async () => {
  const user = userEvent.setup();
  const onRun = vi.fn();
  const commands = ["Sync", "Cancel"].map((text) => ({ id: text, text, icon: <svg />, onRun: () => onRun(text) }));
  show(<CommandBar commands={commands} />);
  await user.click(screen.getByRole("button", { name: "Sync" }));
  screen.getByRole("button", { name: "Cancel" }).focus();
  await user.keyboard("{Enter}");
  expect(onRun.mock.calls).toEqual([["Sync"], ["Cancel"]]);
  expect(await faults()).toEqual([]);
});

it("a command one lacks the right for can be focused, says why and does nothing", async () => {
  const user = userEvent.setup();
  const onRun = vi.fn();
  show(<CommandBar commands={[{ id: "snapshot", text: "Take snapshot", icon: <svg />, onRun, off }]} />);
  const button = screen.getByRole("button", { name: "Take snapshot" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  await user.tab();
  expect(document.activeElement).toBe(button);
  await user.keyboard("{Enter}");
  await user.click(button);
  expect(onRun).not.toHaveBeenCalled();
  expect((await screen.findByRole("tooltip", { hidden: true })).textContent).toBe(off);
});

it("a page without commands has no bar", () => {
  show(<CommandBar commands={[]} />);
  expect(screen.queryByRole("toolbar")).toBeNull();
});

it("what does not fit goes into the menu, the first commands stay", () => {
  const commands = [{ text: "Take snapshot" }, { text: "Sync" }, { text: "Compare with now" }];
  expect(commandsThatFit(commands, undefined)).toHaveLength(3);
  expect(commandsThatFit(commands, 900)).toHaveLength(3);
  expect(commandsThatFit(commands, 290)).toEqual(commands.slice(0, 2));
  expect(commandsThatFit(commands, 100)).toEqual([]);
});

it("commands in the menu run, and say why they are off", async () => {
  const user = userEvent.setup();
  const onRun = vi.fn();
  const commands = [
    { id: "a", text: "Sync", icon: <svg />, onRun },
    { id: "b", text: "Cancel", icon: <svg />, onRun: vi.fn(), off },
  ];
  show(<CommandMenu commands={commands} />);
  await user.click(screen.getByRole("button", { name: "More commands" }));
  expect(screen.getByRole("menuitem", { name: "Cancel" }).getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByRole("menuitem", { name: "Sync" }));
  expect(onRun).toHaveBeenCalledOnce();
});

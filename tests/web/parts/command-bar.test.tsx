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

it("arrows move in the bar, which is one stop of Tab: where the focus was last", async () => {
  const user = userEvent.setup();
  const named = (name: string) => screen.getByRole("button", { name });
  const commands = ["Sync", "Cancel", "Retry"].map((text) => ({ id: text, text, icon: <svg />, onRun: vi.fn(), off }));
  show(<CommandBar commands={commands} />);
  await user.tab();
  await user.keyboard("{ArrowRight}");
  expect(document.activeElement).toBe(named("Cancel"));
  await user.tab();
  expect(document.activeElement).toBe(document.body);
  await user.tab({ shift: true });
  expect(document.activeElement).toBe(named("Cancel"));
  await user.keyboard("{End}{ArrowRight}");
  expect(document.activeElement).toBe(named("Sync"));
  await user.keyboard("{ArrowLeft}");
  expect(document.activeElement).toBe(named("Retry"));
  await user.keyboard("{Home}");
  expect(document.activeElement).toBe(named("Sync"));
});

it("why a command is off is said while it has the focus or the pointer, until Esc", async () => {
  const user = userEvent.setup();
  show(<CommandBar commands={[{ id: "snapshot", text: "Take snapshot", icon: <svg />, onRun: vi.fn(), off }]} />);
  const button = screen.getByRole("button", { name: "Take snapshot" });
  expect(screen.queryByRole("tooltip")).toBeNull();
  await user.hover(button);
  expect(button.getAttribute("aria-describedby")).toBe(screen.getByRole("tooltip").id);
  await user.unhover(button);
  expect(screen.queryByRole("tooltip")).toBeNull();
  await user.tab();
  expect(screen.getByRole("tooltip").textContent).toBe(off);
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("tooltip")).toBeNull();
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
  show(<CommandMenu commands={commands} tabIndex={0} />);
  await user.click(screen.getByRole("button", { name: "More commands" }));
  expect(screen.getByRole("menuitem", { name: "Cancel" }).getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByRole("menuitem", { name: "Sync" }));
  expect(onRun).toHaveBeenCalledOnce();
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoData } from "./support/demo-data.ts";
import { openPortal } from "./support/open-portal.ts";
import { portalPages } from "./support/pages.ts";

/** Elements of the page that a key must reach: commands and links that are shown. Arrow keys own what has tabindex -1. */
function toReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>("main a[href], main button, main input, main select");
    const shown = [...all].filter((each) => each.checkVisibility() && each.tabIndex >= 0);
    // A list is walked by its first row: its others are reached by arrows and by Tab, however many there are.
    const inLaterRow = (each: HTMLElement): boolean => each.matches("[aria-rowindex] *:not([aria-rowindex='2'] *)");
    return shown.filter((each) => !inLaterRow(each)).map((each) => each.ariaLabel ?? each.textContent.trim());
  });
}

type Focus = { readonly name: string; readonly visible: boolean };

function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    const { top, left, width, height } = focused.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      name: focused.ariaLabel ?? focused.textContent.trim(),
      // A checkbox lies transparent over its own drawing; nothing else may cover what has the focus.
      visible: onTop !== null && (focused.contains(onTop) || onTop.contains(focused) || focused.labels !== undefined),
    };
  });
}

test.for(portalPages)(
  "$name: the Tab key reaches every command and link, the skip link first, and none is covered",
  async (each) => {
    await using visit = await openPortal(each.user, each.path(await demoData()));
    const { page } = visit;
    await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
    const wanted = await toReach(page);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press("Tab");
    expect((await focusOf(page)).name).toBe("Skip to the page");
    await page.keyboard.press("Enter");
    const reached: Focus[] = [];
    for (let count = 0; count < 60 && wanted.some((name) => !reached.some((one) => one.name === name)); count++) {
      await page.keyboard.press("Tab");
      reached.push(await focusOf(page));
    }
    expect(wanted.filter((name) => !reached.some((one) => one.name === name))).toEqual([]);
    expect(reached.filter(({ visible }) => !visible)).toEqual([]);
  },
);

test("in a list arrows move by row, Space selects and Enter opens; Esc closes a dialog and gives the focus back", async () => {
  const { tenantId } = await demoData();
  await using visit = await openPortal("owner", `/tenants/${tenantId}/operations`);
  const { page } = visit;
  const first = page.locator("[data-row]").first();
  await first.getByRole("link").focus();
  await page.keyboard.press("Space");
  expect(await first.getByRole("checkbox").isChecked()).toBe(true);
  await page.keyboard.press("ArrowDown");
  const second = page.locator("[data-row]").nth(1);
  expect(await second.getByRole("link").evaluate((link) => link === document.activeElement)).toBe(true);
  await page.getByRole("button", { name: /^Switch tenant/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect((await focusOf(page)).name).toMatch(/^Switch tenant/);
  await second.getByRole("link").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Retry all" }).waitFor();
  // After a navigation the heading has the focus, so that a reader hears where one is.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
});

test("the slash key leads to the search of a page, and is a letter while somebody types", async () => {
  const { tenantId } = await demoData();
  await using visit = await openPortal("owner", `/tenants/${tenantId}/operations`);
  const search = visit.page.getByRole("searchbox", { name: "Search operations" });
  await search.waitFor();
  await visit.page.keyboard.press("/");
  await visit.page.keyboard.type("a/b");
  expect(await search.inputValue()).toBe("a/b");
});

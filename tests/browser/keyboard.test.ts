import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoData } from "./support/demo-data.ts";
import { openPortal, openTab } from "./support/open-portal.ts";
import { portalPages } from "./support/pages.ts";

type Stop = {
  readonly name: string;
  /** Whether a person sees where the focus is. */
  readonly visible: boolean;
  /** Commands and links of the page that no Tab has reached. Arrow keys own what stands further on in a bar or a list. */
  readonly left: readonly string[];
};

/** Marks what has the focus as reached. */
function stopAt(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    // What is focused is an HTML or SVG element, and this portal has no focusable SVG.
    const focused = document.activeElement as HTMLElement;
    focused.dataset["reached"] = "";
    const { top, left, width, height } = focused.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    const all = [...document.querySelectorAll<HTMLElement>("main :is(a[href], button, input, select)")];
    const ownedByArrows = "[role=toolbar] :not([data-reached]), [role=tablist] *, [role=radiogroup] *, [data-row] *";
    const wanted = all.filter((each) => each.checkVisibility() && each.tabIndex >= 0 && !each.matches(ownedByArrows));
    return {
      name: focused.ariaLabel ?? focused.textContent.trim(),
      visible: onTop !== null && (focused.contains(onTop) || onTop.contains(focused)),
      left: wanted.filter((each) => !each.matches("[data-reached]")).map((each) => each.ariaLabel ?? each.textContent),
    };
  });
}

async function nextStop(page: Page): Promise<Stop> {
  await page.keyboard.press("Tab");
  return stopAt(page);
}

// What lies in lists is walked once, below. Two rounds of the longest page: what is drawn anew in the first is a new stop.
const mostStops = 100;

test.concurrent.for(portalPages)(
  "$name: Tab reaches the skip link first, then every command and link, none of them covered",
  async (each) => {
    await using visit = await openTab(each.user, each.path(await demoData()));
    const { page } = visit;
    await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    expect((await nextStop(page)).name).toBe("Skip to the page");
    await page.keyboard.press("Enter");
    const stops = [await nextStop(page)];
    while (stops.length < mostStops && stops.at(-1)?.left.length !== 0) stops.push(await nextStop(page));
    expect(stops.at(-1)?.left).toEqual([]);
    expect(stops.filter(({ visible }) => !visible)).toEqual([]);
  },
);

test("arrows move by row in a list, Space selects and Enter opens; Esc closes a dialog or a pane and gives the focus back", async () => {
  const { tenantId } = await demoData();
  await using visit = await openPortal("owner", `/tenants/${tenantId}/operations`);
  const { page } = visit;
  await page.getByRole("button", { name: "Take snapshot" }).focus();
  await page.keyboard.press("ArrowRight");
  expect((await stopAt(page)).name).toBe("Sync inventory");
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
  expect((await stopAt(page)).name).toMatch(/^Switch tenant/);
  await second.getByRole("link").focus();
  await page.keyboard.press("Enter");
  const pane = page.getByRole("heading", { level: 2 });
  await pane.waitFor();
  expect(await pane.evaluate((heading) => heading === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");
  await pane.waitFor({ state: "detached" });
  expect(await second.getByRole("link").evaluate((link) => link === document.activeElement)).toBe(true);
  await page.getByRole("link", { name: "Snapshots", exact: true }).focus();
  await page.keyboard.press("Enter");
  // After a navigation the heading has the focus, so that a reader hears where one is.
  const heading = page.getByRole("heading", { level: 1, name: "Snapshots" });
  await heading.waitFor();
  expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
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

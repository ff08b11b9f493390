import { expect, test } from "vitest";
import { pickPerson } from "../../tools/portal/pick-person.ts";
import { demoData } from "./support/demo-data.ts";
import { openBrowser, openPortal, type Visit } from "./support/open-portal.ts";

/** All that lies in the stores of this tab, and its address with its history's entry. */
function stored({ page }: Visit): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      location.href,
      history.state,
      document.cookie,
    ]),
  );
}

test("a deep link leads to its own page after the sign-in, and a reload asks nobody", async () => {
  const { tenantId } = await demoData();
  const path = `/tenants/${tenantId}/operations?status=completed`;
  await using visit = await openPortal("reader", path);
  expect(visit.page.url()).toBe(visit.at(path));
  await visit.page.reload();
  await visit.page.getByRole("heading", { level: 1, name: "Operations" }).waitFor();
  expect(visit.page.url()).toBe(visit.at(path));
  expect(visit.complaints()).toEqual([]);
});

test("no token, code or verifier lies in a store of the browser once somebody is in", async () => {
  await using visit = await openBrowser();
  const answers: Promise<string>[] = [];
  visit.page.on("response", (response) => {
    if (response.url().endsWith("/token")) answers.push(response.text());
  });
  await pickPerson(visit.page, visit.at("/tenants"), "owner");
  const tokens = Object.entries<unknown>(JSON.parse((await answers[0]) ?? "{}")).filter(([name]) =>
    name.endsWith("token"),
  );
  expect(tokens.map(([name]) => name).toSorted()).toEqual(["access_token", "id_token", "refresh_token"]);
  const kept = await stored(visit);
  for (const [name, token] of tokens) expect(kept.includes(String(token)), name).toBe(false);
  expect(kept).not.toMatch(/eyJ|verifier|code=/);
});

test("signing out in one tab ends the other, and the page afterwards signs nobody in by itself", async () => {
  await using visit = await openPortal("owner", "/tenants");
  const other = await visit.context.newPage();
  await other.goto(visit.at("/"));
  await other.getByRole("heading", { level: 1, name: "Home" }).waitFor();
  await visit.page.getByRole("button", { name: "Account of Demo owner" }).click();
  await visit.page.getByRole("menuitem", { name: "Sign out" }).click();
  for (const page of [visit.page, other]) {
    await page.getByRole("heading", { level: 1, name: "You are signed out" }).waitFor();
    const kept = await page.evaluate(() => Object.keys(sessionStorage));
    expect(kept.filter((key) => key.startsWith("sign-in"))).toEqual([]);
  }
  await visit.page.reload();
  await visit.page.getByRole("button", { name: "Sign in" }).click();
  await visit.page.locator('button[value="owner"]').waitFor();
});

test("a page opened under another name of the machine goes to the portal's own address", async () => {
  await using visit = await openBrowser();
  const address = new URL(visit.at("/about"));
  await pickPerson(visit.page, address.href.replace("127.0.0.1", "localhost"), "reader");
  expect(visit.page.url()).toBe(address.href);
});

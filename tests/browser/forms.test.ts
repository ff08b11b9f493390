import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pickPerson } from "../../tools/portal/pick-person.ts";
import { clientOf } from "../e2e/support/client.ts";
import { aTenant } from "../e2e/support/tenant.ts";
import { openBrowser, openPortal } from "./support/open-portal.ts";
import { keepPicture } from "./support/picture.ts";
import { sharedPortal } from "./support/portal.ts";

const mostRestore = (page: Page) => page.getByRole("combobox", { name: "The most that a restore may do" });

test("S9: the second of two people on one page is shown theirs beside mine, and decides before anything is written", async () => {
  const { stack } = await sharedPortal();
  const tenant = await aTenant(stack, "Two people");
  await using visit = await openPortal("owner", `/tenants/${tenant.id}/settings`);
  const { page } = visit;
  await mostRestore(page).selectOption("preview_only");
  const owner = await clientOf(stack, "owner");
  const path = `/tenants/${tenant.id}/settings`;
  const before = await owner.get(path);
  const etag = before.headers.get("etag") ?? "";
  expect((await owner.patch(path, { mostRestore: "none" }, { "if-match": etag })).status).toBe(200);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Somebody else changed the settings meanwhile.").first().waitFor();
  await keepPicture(page, "settings-changed-meanwhile");
  expect((await owner.get(path)).json).toMatchObject({ mostRestore: "none" });
  await page.getByRole("button", { name: "Save mine over theirs" }).click();
  // Not the live region, which says the same for a moment.
  await page.locator(".fui-ToastTitle", { hasText: "Settings saved" }).waitFor();
  expect((await owner.get(path)).json).toMatchObject({ mostRestore: "preview_only" });
});

test("a token that ends in the middle of a form takes nothing that was typed: it stands there again after the sign-in", async () => {
  const { stack } = await sharedPortal();
  const tenant = await aTenant(stack, "In the middle of a form");
  await using visit = await openBrowser();
  const { page } = visit;
  await page.clock.install();
  const token = page.waitForResponse((response) => response.url().endsWith("/oauth2/v2.0/token"));
  await pickPerson(page, visit.at(`/tenants/${tenant.id}/settings`), "owner");
  await mostRestore(page).selectOption("preview_only");
  await endSignIn(await (await token).json(), (await token).url(), visit.at("/"));
  // The page asks again by itself, and finds that the token has ended.
  await page.clock.fastForward("03:00:00");
  await page.getByText("Your session has ended.").waitFor();
  await keepPicture(page, "settings-session-ended");
  // What the directory gives now is of today.
  await page.clock.setSystemTime(Date.now());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect.poll(() => mostRestore(page).inputValue(), { timeout: 30_000 }).toBe("preview_only");
  expect(page.url()).toBe(visit.at(`/tenants/${tenant.id}/settings`));
});

test("a token that the API refuses though it looks good is renewed once, then a button leads to the sign-in; what was typed stays", async () => {
  const { stack } = await sharedPortal();
  const tenant = await aTenant(stack, "A refused token");
  await using visit = await openPortal("owner", `/tenants/${tenant.id}/settings`);
  const { page } = visit;
  await mostRestore(page).selectOption("preview_only");
  const renewals: string[] = [];
  page.on("request", (request) => request.url().endsWith("/oauth2/v2.0/token") && renewals.push(request.url()));
  const problem = { status: 401, contentType: "application/problem+json", body: "{}" };
  await page.route("**/api/tenants/**", (route) => route.fulfill(problem));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Your session has ended.").waitFor();
  expect(renewals).toHaveLength(1);
  await page.unroute("**/api/tenants/**");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect.poll(() => mostRestore(page).inputValue(), { timeout: 30_000 }).toBe("preview_only");
});

/** Renews a sign-in as a thief would: when the page comes with the same refresh token, all of the sign-in is refused. */
async function endSignIn(grant: unknown, tokenEndpoint: string, portal: string): Promise<void> {
  const facts = Object(await (await fetch(`${portal}api/sign-in`)).json());
  const answer = await fetch(tokenEndpoint, {
    method: "POST",
    headers: { origin: new URL(portal).origin },
    body: new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: String(Object(grant).refresh_token),
      client_id: String(facts.clientId),
      scope: `${facts.scope} openid profile offline_access`,
    }),
  });
  expect(answer.status).toBe(200);
}

test("P6.7 a dialog that closes gives the page back to screen readers and the keyboard, also when its command became another", async () => {
  const { stack } = await sharedPortal();
  const tenant = await aTenant(stack, "Oakfield");
  await using visit = await openPortal("owner", `/tenants/${tenant.id}/settings`);
  const { page } = visit;
  const command = (name: string) => page.getByRole("button", { name, exact: true });
  await command("Suspend").click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  // By its role: what is hidden from screen readers has none.
  await page.getByRole("main").waitFor();
  expect(await command("Suspend").evaluate((button) => button === document.activeElement)).toBe(true);
  await command("Suspend").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("They leave.");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await command("Archive").click();
  await keepPicture(page, "settings-archive");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await command("Resume").waitFor();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
});

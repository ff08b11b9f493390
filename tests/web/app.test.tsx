import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { App, loadPages } from "../../web/src/app.tsx";
import type { Session } from "../../web/src/session/session.ts";
import { en } from "../../web/src/words/en.ts";

const never = (): Promise<never> => new Promise(() => undefined);
const off = () => () => undefined;
const session: Session = {
  name: "Ada Lind",
  personId: "ada",
  accessToken: never,
  signInAgain: never,
  beforeLeave: off,
  need: () => undefined,
  onNeed: off,
  signIn: never,
  onSignOut: off,
  signOut: () => undefined,
};
const address = "https://portal.example";
const facts = {
  clientId: "portal",
  scope: "api/access_as_user",
  issuer: address,
  authorizationEndpoint: address,
  tokenEndpoint: address,
  endSessionEndpoint: address,
  portalUrl: address,
  version: "1",
};
const spoken = { language: "en", words: en } as const;

it("a page has one heading, and the navigation says where it stands", async () => {
  render(<App opened={{ kind: "open", session }} {...{ facts, spoken }} router={loadPages()} />);
  expect(await screen.findAllByRole("heading", { level: 1 })).toHaveLength(1);
  expect(screen.getByRole("link", { current: "page", name: "Home" })).toBeTruthy();
});

it("a sign-in that was refused shows the directory's code and a button, and signs nobody in by itself", () => {
  render(
    <App
      opened={{ kind: "refused", code: "AADSTS50105", signIn: never }}
      {...{ facts, spoken }}
      router={loadPages()}
    />,
  );
  expect(screen.getByText(/AADSTS50105/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Sign in" })).toBeTruthy();
});

it("an address that leads nowhere says so, and the navigation stays", async () => {
  history.replaceState(null, "", "/no/such/page");
  render(<App opened={{ kind: "open", session }} {...{ facts, spoken }} router={loadPages()} />);
  expect(await screen.findByRole("heading", { level: 1, name: en.frame.pageNotFound })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Home" })).toBeTruthy();
});

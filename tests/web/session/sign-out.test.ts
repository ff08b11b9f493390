import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { aGrant, watchLeaving } from "./support/a-directory.ts";
import { sessionOf, signIn } from "./support/sign-in.ts";

beforeEach(() => {
  sessionStorage.clear();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it("signing out forgets all and leaves for the directory's own sign-out, which leads to a page that signs nobody in", async () => {
  const session = sessionOf((await signIn()).opened);
  const { left } = watchLeaving();
  const cleared = vi.fn<() => void>();
  session.onSignOut(cleared);
  session.signOut();
  expect(Object.fromEntries(left[0]?.searchParams ?? [])).toEqual({
    post_logout_redirect_uri: "https://portal.test/signed-out",
    logout_hint: "opaque-hint",
  });
  expect(left[0]?.pathname).toBe("/logout");
  expect(cleared).toHaveBeenCalledOnce();
  expect(sessionStorage).toHaveLength(0);
  expect(await session.accessToken()).toBeUndefined();
});

it("signing out in one tab signs the others out too", async () => {
  const [here, there] = [sessionOf((await signIn()).opened), sessionOf((await signIn()).opened)];
  const { left, replaced } = watchLeaving();
  const cleared = vi.fn<() => void>();
  there.onSignOut(cleared);
  here.signOut();
  await vi.waitFor(() => expect(cleared).toHaveBeenCalledOnce());
  expect(replaced).toContain("/signed-out");
  expect(left).toHaveLength(1);
  expect(await there.accessToken()).toBeUndefined();
});

it("a token that comes after the sign-out is not kept", async () => {
  const { opened } = await signIn({ renewals: [aGrant("token-2")] });
  const session = sessionOf(opened);
  watchLeaving();
  const renewal = session.accessToken("token-1");
  session.signOut();
  expect(await renewal).toBeUndefined();
  expect(await session.accessToken()).toBeUndefined();
});

import { expect, vi } from "vitest";
import type { SignInFacts } from "../../../../web/src/session/facts.ts";
import { openSession } from "../../../../web/src/session/open-session.ts";
import type { Opened, Session } from "../../../../web/src/session/session.ts";
import { aGrant, anIdToken, aTokenEndpoint, facts, openAt, type TokenAnswer, watchLeaving } from "./a-directory.ts";

/** Opens a page, and answers with what the directory was asked when the page has left for it. */
export async function leaveFrom(address: string, known: SignInFacts = facts): Promise<URLSearchParams> {
  const { left } = watchLeaving();
  openAt(address);
  void openSession(known);
  await vi.waitFor(() => expect(left).toHaveLength(1));
  return left[0]?.searchParams ?? new URLSearchParams();
}

/** How the directory answers; without more, as it should. */
export type Attempt = {
  readonly known?: SignInFacts;
  /** Claims of the id token that differ from the usual ones. */
  readonly claims?: object;
  /** Members of the first grant that differ from the usual ones. */
  readonly grant?: object;
  /** The fragment with which the directory leads back. */
  readonly answer?: (asked: URLSearchParams) => Readonly<Record<string, string>>;
  /** The token endpoint's answer to the code. */
  readonly first?: TokenAnswer;
  /** Its answers after that. */
  readonly renewals?: readonly TokenAnswer[];
};

/** A whole sign-in: the page leaves, the directory answers, the page is opened again at /signed-in. */
export async function signIn(attempt: Attempt = {}) {
  const asked = await leaveFrom("/tenants?text=a#row", attempt.known);
  return { asked, ...(await comeBack(asked, attempt)) };
}

/** The second half of a sign-in: the directory answers what it was asked. */
export async function comeBack(asked: URLSearchParams, attempt: Attempt = {}) {
  const { known = facts, claims = {}, grant = {}, renewals = [] } = attempt;
  const usual = () => ({ code: "code-1", state: asked.get("state") ?? "" });
  const idToken = anIdToken({ nonce: asked.get("nonce"), ...claims });
  const requests = aTokenEndpoint(attempt.first ?? aGrant("token-1", { id_token: idToken, ...grant }), ...renewals);
  openAt(`/signed-in#${new URLSearchParams((attempt.answer ?? usual)(asked)).toString()}`);
  return { requests, opened: await openSession(known) };
}

export function sessionOf(opened: Opened): Session {
  if (opened.kind !== "open") throw new Error(`Not signed in: ${JSON.stringify(opened)}`);
  return opened.session;
}

export function codeOf(opened: Opened): string {
  if (opened.kind !== "refused") throw new Error(`Not refused: ${opened.kind}`);
  return opened.code;
}

import { type Exchanged, exchange, refusalCode } from "./exchange.ts";
import type { SignInFacts } from "./facts.ts";
import { consentedPath, forever, leaveForSignIn, signedInPath, signedOutPath, thisAddress } from "./leave.ts";
import { makeDeparture } from "./make-departure.ts";
import { makeTokens } from "./make-tokens.ts";
import type { ConsentOutcome, Opened, Session } from "./session.ts";
import { makeSignOut } from "./sign-out.ts";
import { beginRedirects, keepHint, mayRedirect, takePending } from "./storage.ts";

/**
 * Opens the portal for a person. Where nobody is signed in the page leaves for the directory, comes back to /signed-in and
 * puts the address from before back; a reload and a new tab do the same, mostly without a click.
 */
export async function openSession(facts: SignInFacts): Promise<Opened> {
  if (location.origin !== new URL(facts.portalUrl).origin) return goHome(facts);
  if (location.pathname === signedOutPath) return { kind: "signed-out", signIn: () => signIn(facts, "/") };
  if (location.pathname === consentedPath) return { kind: "consented", outcome: outcomeOf(location.search) };
  if (location.pathname !== signedInPath) return signIn(facts, thisAddress());
  return takeAnswer(facts);
}

/** An address that somebody made up says no more than an old one. */
function outcomeOf(search: string): ConsentOutcome {
  const outcome = new URLSearchParams(search).get("outcome");
  return outcome === "received" || outcome === "refused" ? outcome : "expired";
}

/** Opened under another name of the same machine, where the directory would not lead back to. */
function goHome({ portalUrl }: SignInFacts): Promise<never> {
  location.replace(portalUrl + thisAddress());
  return forever();
}

function signIn(facts: SignInFacts, back: string): Promise<never> {
  beginRedirects();
  return leaveForSignIn(facts, back);
}

async function takeAnswer(facts: SignInFacts): Promise<Opened> {
  const answer = new URLSearchParams(location.hash.slice(1));
  const pending = takePending();
  const back = pending?.back ?? "/";
  // The code leaves the address and the history at once.
  history.replaceState(null, "", back);
  const refused = (code: string): Opened => ({ kind: "refused", code, signIn: () => signIn(facts, back) });
  // Nobody here asked for this answer: it may be another person's, so it is not looked at.
  if (!pending) return mayRedirect() ? leaveForSignIn(facts, back) : refused("no_sign_in_pending");
  try {
    return { kind: "open", session: toSession(facts, await exchange(facts, pending, answer)) };
  } catch (error) {
    return refused(refusalCode(error) ?? "directory_not_reached");
  }
}

function toSession(facts: SignInFacts, exchanged: Exchanged): Session {
  const { person } = exchanged;
  if (person.hint !== undefined) keepHint(person.hint);
  const { mustSignIn, ...departure } = makeDeparture(() => leaveForSignIn(facts, thisAddress()));
  const { forget, ...tokens } = makeTokens(exchanged, { need: departure.need, mustSignIn });
  return { name: person.name, personId: person.id, ...departure, ...tokens, ...makeSignOut(facts, forget) };
}

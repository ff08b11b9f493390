import type { SignInFacts } from "./facts.ts";
import { leaveForSignOut, signedOutPath } from "./leave.ts";
import { add } from "./make-departure.ts";
import type { Session } from "./session.ts";
import { forgetAll, hintOf } from "./storage.ts";

const channelName = "session";
const signedOut = "signed-out";

/**
 * Signs out: tokens, cache and all that waits in sessionStorage are forgotten, in this tab and in the others; the others
 * show the page after a sign-out, and this one leaves for the directory's own.
 */
export function makeSignOut(facts: SignInFacts, forget: () => void): Pick<Session, "signOut" | "onSignOut"> {
  const listeners = new Set<() => void>();
  const channel = new BroadcastChannel(channelName);
  const forgetHere = () => {
    forget();
    forgetAll();
    for (const listener of listeners) listener();
  };
  channel.addEventListener("message", ({ data }) => {
    if (data !== signedOut) return;
    forgetHere();
    location.replace(signedOutPath);
  });
  return {
    onSignOut: (listener) => add(listeners, listener),
    signOut: () => {
      const hint = hintOf();
      channel.postMessage(signedOut);
      forgetHere();
      leaveForSignOut(facts, hint);
    },
  };
}

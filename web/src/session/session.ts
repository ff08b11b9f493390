/** Gives access tokens for the API. They live in memory alone: nothing here writes one anywhere. */
export type Tokens = {
  /**
   * A token that is good for another minute, renewed where the one at hand is not. `refused` is a token that the API did
   * not take: another one is fetched, once for all who were refused the same. Undefined when nobody is signed in any more
   * and the page stays, because something unsaved is on it. Throws when the directory cannot be reached.
   */
  readonly accessToken: (refused?: string) => Promise<string | undefined>;
  /** The API refuses even a new token: leads to the sign-in, and answers only when the page stays. */
  readonly signInAgain: () => Promise<void>;
};

/** Why a person has to press a button before the portal leads to the sign-in. */
export type SignInNeed = {
  /** `unsaved`: a form would be lost. `circle`: signing in did not help, twice in half a minute. */
  readonly reason: "unsaved" | "circle";
  /** Entra's code (AADSTS and a number) or the protocol's own, where one is known. */
  readonly code: string | undefined;
};

/** Something on the page that leaving would lose. `keep` puts it where it is found when the person is back. */
export type Unsaved = { readonly isUnsaved: () => boolean; readonly keep: () => void };

export type Session = Tokens & {
  /** The person's name, for the page alone: what one may do is the API's to say. */
  readonly name: string;
  /** The same for the same person in the same directory. */
  readonly personId: string;
  /** What is asked and kept before the portal leaves for the sign-in. Answers how to take it back. */
  readonly beforeLeave: (unsaved: Unsaved) => () => void;
  /** Whether the person has to sign in by a button. The page shows it in a dialog, and forms stay until it is pressed. */
  readonly need: () => SignInNeed | undefined;
  /** Calls when `need` has changed. Answers how to stop. */
  readonly onNeed: (listener: () => void) => () => void;
  /** The button: keeps what is unsaved and leaves for the sign-in. */
  readonly signIn: () => Promise<never>;
  /** Calls when somebody signs out, here or in another tab, before the page leaves. */
  readonly onSignOut: (listener: () => void) => () => void;
  /** Forgets the tokens, tells the other tabs, and leaves for the directory's own sign-out. */
  readonly signOut: () => void;
};

/** What came of a consent, as the API leads back with it. */
export type ConsentOutcome = "received" | "refused" | "expired";

/** What opening the portal came to. It does not answer at all while the page is on its way to the directory. */
export type Opened =
  | { readonly kind: "open"; readonly session: Session }
  /** The sign-in failed; `code` is Entra's or the protocol's own. */
  | { readonly kind: "refused"; readonly code: string; readonly signIn: () => Promise<never> }
  /** The page after a consent: it signs nobody in. */
  | { readonly kind: "consented"; readonly outcome: ConsentOutcome }
  /** The page after a sign-out: it signs nobody in by itself. */
  | { readonly kind: "signed-out"; readonly signIn: () => Promise<never> };

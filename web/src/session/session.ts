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

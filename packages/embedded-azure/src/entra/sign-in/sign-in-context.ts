import { randomBytes } from "node:crypto";
import type { DirectoryApp, DirectoryUser } from "../directory.ts";
import type { OpenDirectory } from "../open-directory.ts";
import { type BoundedMap, makeBoundedMap } from "./make-bounded-map.ts";
import type { Person } from "./sign-in-options.ts";

/** Somebody who may be picked by this application. */
export type Candidate = Pick<Person, "may"> & { readonly user: DirectoryUser };

/** One sign-in of a person through an application. */
export type SignIn = {
  readonly user: DirectoryUser;
  readonly clientId: string;
  readonly scope: string;
  readonly atMs: number;
};

export type IssuedCode = {
  readonly signIn: SignIn;
  readonly redirectUri: string;
  /** SHA-256 of the verifier that the browser keeps, in base64url (RFC 7636 section 4.2). */
  readonly challenge: string;
  readonly nonce: string | undefined;
};

/** Who was picked in one browser, the last one first. */
export type Session = { readonly names: readonly string[]; readonly atMs: number };

export type SignInContext = {
  readonly directory: OpenDirectory;
  readonly people: readonly Person[];
  /** Read at each use, because a free port is known only when the server listens. */
  readonly port: () => number;
  readonly codes: BoundedMap<IssuedCode>;
  readonly refreshTokens: BoundedMap<{ readonly signIn: SignIn }>;
  readonly sessions: BoundedMap<Session>;
  /** Codes and refresh tokens that were redeemed: they live once. */
  readonly used: WeakSet<object>;
  /** Sign-ins whose code or refresh token came a second time: one of the two callers is a thief. */
  readonly revoked: WeakSet<SignIn>;
};

// A browser uses one of each at a time; what a flood pushes out is signed in again by one click.
const maxRemembered = 1_000;

export function makeSignInContext(options: Pick<SignInContext, "directory" | "people" | "port">): SignInContext {
  return {
    ...options,
    codes: makeBoundedMap(maxRemembered),
    refreshTokens: makeBoundedMap(maxRemembered),
    sessions: makeBoundedMap(maxRemembered),
    used: new WeakSet(),
    revoked: new WeakSet(),
  };
}

/** An application that runs in browsers. */
export type BrowserApp = DirectoryApp & { readonly redirectUri: string };

export function isBrowserApp(app: DirectoryApp): app is BrowserApp {
  return app.redirectUri !== undefined;
}

export function originOf({ redirectUri }: BrowserApp): string {
  return new URL(redirectUri).origin;
}

/** A text that nobody guesses, for codes, refresh tokens and sessions. */
export function secret(): string {
  return randomBytes(32).toString("base64url");
}

import type { IncomingMessage } from "node:http";
import type { DirectoryUser } from "../directory.ts";
import { type Session, type SignInContext, secret } from "./sign-in-context.ts";

/** How long a browser stays signed in, as Entra has it when nobody asks to stay signed in. */
const sessionMs = 24 * 60 * 60 * 1_000;

/** Cookies know no ports, so each directory on this machine has a name of its own. */
function cookieName({ port }: SignInContext): string {
  return `sign-in-${port()}`;
}

function sessionIdOf(context: SignInContext, request: IncomingMessage): string {
  const pairs = (request.headers.cookie ?? "").split("; ");
  const found = pairs.find((pair) => pair.startsWith(`${cookieName(context)}=`));
  return found?.slice(found.indexOf("=") + 1) ?? "";
}

function sessionOf(context: SignInContext, request: IncomingMessage): Session | undefined {
  const session = context.sessions.get(sessionIdOf(context, request));
  return session && context.directory.nowMs() < session.atMs + sessionMs ? session : undefined;
}

/** Tells a client whom to ask for next time; opaque, as Entra's is. */
export function toLoginHint({ id }: DirectoryUser): string {
  return Buffer.from(id).toString("base64url");
}

/** Who is signed in to this browser: the one that the hint means, else the last one picked; undefined when nobody is. */
export function rememberedPerson(
  context: SignInContext,
  request: IncomingMessage,
  hint: string | null,
): DirectoryUser | undefined {
  const names = sessionOf(context, request)?.names ?? [];
  const users = names.flatMap((name) => context.directory.users.filter((user) => user.name === name));
  return hint === null ? users[0] : users.find((user) => toLoginHint(user) === hint || user.name === hint);
}

/** Remembers a pick under a new session, so that nobody prepares one for somebody else. Answers the cookie. */
export function rememberPick(context: SignInContext, request: IncomingMessage, { name }: DirectoryUser): string {
  const before = sessionOf(context, request)?.names ?? [];
  context.sessions.delete(sessionIdOf(context, request));
  const id = secret();
  const names = [name, ...before.filter((each) => each !== name)];
  context.sessions.set(id, { names, atMs: context.directory.nowMs() });
  return `${cookieName(context)}=${id}; Path=/; HttpOnly; SameSite=Lax`;
}

/** Ends the browser's session. Answers the cookie that takes it away. */
export function forgetSession(context: SignInContext, request: IncomingMessage): string {
  context.sessions.delete(sessionIdOf(context, request));
  return `${cookieName(context)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
}

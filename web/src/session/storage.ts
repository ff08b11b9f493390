/** What a sign-in on its way needs when it comes back. No token is ever among it. */
export type Pending = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The address of the portal to which the person wanted: path, search and fragment. */
  readonly back: string;
};

const pendingKey = "sign-in.pending";
const hintKey = "sign-in.hint";
const redirectsKey = "sign-in.redirects";

export function keepPending(pending: Pending): void {
  sessionStorage.setItem(pendingKey, JSON.stringify(pending));
}

/** Gives what was kept, once: an answer that comes a second time finds nothing. */
export function takePending(): Pending | undefined {
  const text = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  const { state, nonce, verifier, back } = toTexts(text);
  if (!state || !nonce || !verifier || !back) return undefined;
  return { state, nonce, verifier, back: toOwnAddress(back) };
}

function toTexts(text: string | null): Partial<Record<string, string>> {
  try {
    const entries = Object.entries(JSON.parse(text ?? "{}") ?? {});
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return {};
  }
}

/** An address of the portal, never one of elsewhere such as `//other.example`. */
function toOwnAddress(back: string): string {
  const url = URL.parse(back, location.origin);
  return url?.origin === location.origin ? `${url.pathname}${url.search}${url.hash}` : "/";
}

/** What the directory calls the person (opaque), so that who has several accounts is not asked at each reload. */
export function keepHint(hint: string): void {
  sessionStorage.setItem(hintKey, hint);
}

export function hintOf(): string | undefined {
  return sessionStorage.getItem(hintKey) ?? undefined;
}

const mostRedirects = 2;
const circleMs = 30_000;

/** A person opens a page or presses a button: what led to the sign-in before is no part of a circle. */
export function beginRedirects(): void {
  sessionStorage.setItem(redirectsKey, JSON.stringify([Date.now()]));
}

/** Whether the portal may lead to the sign-in by itself once more: twice in 30 seconds, then a person has to ask. */
export function mayRedirect(): boolean {
  const since = Date.now() - circleMs;
  const recent = readTimes().filter((time) => time > since);
  if (recent.length >= mostRedirects) return false;
  sessionStorage.setItem(redirectsKey, JSON.stringify([...recent, Date.now()]));
  return true;
}

function readTimes(): readonly number[] {
  try {
    const times: unknown = JSON.parse(sessionStorage.getItem(redirectsKey) ?? "[]");
    return Array.isArray(times) ? times.filter((time) => typeof time === "number") : [];
  } catch {
    return [];
  }
}

export function forgetAll(): void {
  sessionStorage.clear();
}

import type { Clock } from "../../domain/clock/clock.ts";
import type { RenewableSource, TokenSource } from "./with-token.ts";

type Answer = Awaited<ReturnType<TokenSource["getToken"]>>;

// As @azure/msal-common does it: a token that ends sooner is requested again.
const renewBeforeMs = 5 * 60_000;

// Entra's access tokens live an hour or so, and a day where a policy says so; one that claims more is not kept for longer.
// https://learn.microsoft.com/entra/identity-platform/configurable-token-lifetimes
const maxCachedMs = 24 * 60 * 60_000;

/**
 * A source of tokens of one scope that is called once, and again when its token is about to end. All groups of a tenant
 * begin at the same moment, and a credential of @azure/identity signs in for each who asks before its first token is
 * there: some forty times. A caller that aborts waits no longer; the sign-in goes on for the others. When the token
 * is refused, another source is made: a credential keeps its token until that ends.
 */
export function makeTokenCache(makeSource: () => TokenSource, clock: Pick<Clock, "nowMs">): RenewableSource {
  let source = makeSource();
  let known: Answer = null;
  let cachedUntilMs = 0;
  let pending: Promise<Answer> | undefined;
  const ask = async (scope: string): Promise<Answer> => {
    try {
      known = await source.getToken(scope);
      const endsMs = (known?.expiresOnTimestamp ?? 0) - renewBeforeMs;
      cachedUntilMs = Math.min(endsMs, clock.nowMs() + maxCachedMs);
      return known;
    } finally {
      pending = undefined;
    }
  };
  const forget = (): void => {
    known = null;
    source = makeSource();
  };
  return {
    forget,
    refuse: (token) => {
      if (known?.token === token) forget();
    },
    getToken: async (scope, { abortSignal } = {}) => {
      if (known && cachedUntilMs > clock.nowMs()) return known;
      pending ??= ask(scope);
      return abortSignal ? unlessAborted(pending, abortSignal) : pending;
    },
  };
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const stop = (): void => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  return promise;
}

import { GraphError } from "../graph-error.ts";

export type Throttle = {
  /** Source of a regular expression for `METHOD /version/path?query`, decoded. Case does not matter. */
  readonly match: string;
  /** How many requests are refused. */
  readonly times: number;
  /** Seconds, may be fractional; null sends no header, as Intune often does. Default "1". */
  readonly retryAfter?: string | null;
  /** Default 429. */
  readonly status?: 429 | 503 | 504;
};

export type Throttles = {
  /** Adds a rule; the oldest that fits is used first. */
  add(throttle: Throttle): void;
  clear(): void;
  /** Throws when a rule refuses the request. */
  check(text: string): void;
};

const codes = { 429: "TooManyRequests", 503: "ServiceUnavailable", 504: "GatewayTimeout" } as const;

export function makeThrottles(): Throttles {
  let armed: { readonly throttle: Throttle; readonly pattern: RegExp; left: number }[] = [];
  return {
    add(throttle) {
      armed.push({ throttle, pattern: new RegExp(throttle.match, "i"), left: throttle.times });
    },
    clear() {
      armed = [];
    },
    check(text) {
      const found = armed.find(({ pattern, left }) => left > 0 && pattern.test(text));
      if (!found) return;
      found.left -= 1;
      throw toRefusal(found.throttle);
    },
  };
}

function toRefusal({ status = 429, retryAfter = "1" }: Throttle): GraphError {
  const headers = retryAfter === null ? {} : { "Retry-After": retryAfter };
  return new GraphError(status, codes[status], "Too many requests; wait before the next one.", headers);
}

import { Fault } from "../../domain/error/fault.ts";

/** Lets so much work be done at once, and refuses more with `too_many_requests`: each pass holds memory and a processor. */
export function limitPasses(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let active = 0;
  return async (work) => {
    if (active >= most) {
      const message = "Other comparisons are being made just now.";
      throw new Fault("too_many_requests", message, { retryAfterMs: 2_000 });
    }
    active += 1;
    try {
      return await work();
    } finally {
      active -= 1;
    }
  };
}

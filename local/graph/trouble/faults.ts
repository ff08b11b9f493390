/**
 * How a request goes wrong. `drop_before` loses the connection before anything is done, `drop_after` after it was done.
 * `repeat_page` links a page to itself under a new address, `cyclic_next_link` under the same one, `foreign_next_link`
 * leads to another host. `stale_page` shows each object as it was before its last write; created ones are missing,
 * deleted ones too.
 */
export type FaultKind =
  | "status"
  | "drop_before"
  | "drop_after"
  | "repeat_page"
  | "cyclic_next_link"
  | "foreign_next_link"
  | "truncated_body"
  | "stale_page";

export type Fault = {
  /** Source of a regular expression for `METHOD /version/path?query`, decoded. Case does not matter. */
  readonly match: string;
  readonly kind: FaultKind;
  /** How many requests go wrong. */
  readonly times: number;
  /** Of kind `status`; default 503. */
  readonly status?: number;
};

export type Faults = {
  /** Replaces all faults. */
  set(faults: readonly Fault[]): void;
  /** The first fault for a request, used up by one. */
  take(text: string): Fault | undefined;
};

export function makeFaults(): Faults {
  let armed: { readonly fault: Fault; readonly pattern: RegExp; left: number }[] = [];
  return {
    set(faults) {
      armed = faults.map((fault) => ({ fault, pattern: new RegExp(fault.match, "i"), left: fault.times }));
    },
    take(text) {
      const found = armed.find(({ pattern, left }) => left > 0 && pattern.test(text));
      if (!found) return undefined;
      found.left -= 1;
      return found.fault;
    },
  };
}

/** What goes wrong on command. */
export type Fault = {
  /** The status answered instead; 0 cuts the connection without any answer. */
  readonly status: number;
  /** Default `InternalError`, or `ServerBusy` for 503. */
  readonly code?: string;
  /** How many requests it hits; default 1. */
  readonly times?: number;
  /** The operation's name, as the counters have it; default any. */
  readonly operation?: string;
  /** Part of the blob's name; default any. */
  readonly nameIncludes?: string;
  /** `after`: the work is done and only the answer is lost or wrong, as when a connection breaks. Default `before`. */
  readonly when?: "before" | "after";
};

export type Faults = {
  readonly inject: (fault: Fault) => void;
  /** The fault that hits this request, or undefined. Taking it uses it up once. */
  readonly take: (operation: string, name: string) => Fault | undefined;
};

export function makeFaults(): Faults {
  const planned: { readonly fault: Fault; left: number }[] = [];
  return {
    inject: (fault) => void planned.push({ fault, left: fault.times ?? 1 }),
    take: (operation, name) => {
      const hit = planned.find(({ fault, left }) => left > 0 && hits(fault, operation, name));
      if (hit) hit.left -= 1;
      return hit?.fault;
    },
  };
}

function hits({ operation, nameIncludes }: Fault, of: string, name: string): boolean {
  return (operation === undefined || operation === of) && (nameIncludes === undefined || name.includes(nameIncludes));
}

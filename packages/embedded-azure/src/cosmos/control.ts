import { makeOperationCounts } from "../operation-counts.ts";
import type { CosmosOperation } from "./operations.ts";
import { CosmosError } from "./rules/cosmos-error.ts";
import type { Lag, Replica } from "./store/replica.ts";

export type ItemVerb = "create" | "upsert" | "replace" | "read" | "delete" | "patch" | "query" | "batch";

export type InjectedStatus = {
  readonly status: 429 | 449 | 503;
  /** Milliseconds, sent as `x-ms-retry-after-ms`; without it the header is missing. */
  readonly retryAfterMs?: number;
  /** How many requests get this answer instead of being carried out. */
  readonly times: number;
  /** Only requests of this kind; without it requests on items of every kind. */
  readonly operation?: ItemVerb;
};

export type Charge = { readonly requests: number; readonly requestUnits: number };

/** What a test or benchmark may do to a running server, beside the wire. */
export type CosmosControl = {
  injectStatus(fault: InjectedStatus): void;
  /** Lets reads outside the writer's session stay behind writes, from now on. */
  lagReads(lag: Lag): void;
  /** Lets reads see every write made so far. */
  releaseReads(): void;
  /** Requests on items since the start or the last reset, and what they were charged. */
  charges(): { readonly total: Charge; readonly byOperation: Readonly<Partial<Record<ItemVerb, Charge>>> };
  resetCharges(): void;
  /** Requests by operation since the start, those on databases and containers too. */
  operations(): Readonly<Partial<Record<CosmosOperation, number>>>;
};

/** The server's side of the control. */
export type Observer = {
  /** Throws the next injected answer for this kind of request, if there is one. */
  throwInjected(operation: ItemVerb): void;
  record(operation: ItemVerb, requestUnits: number): void;
  count(operation: CosmosOperation): void;
};

const MESSAGES = {
  429: {
    code: "429",
    message: 'Message: {"Errors":["Request rate is large. More Request Units may be needed."]}',
    substatus: 3200,
  },
  449: {
    code: "RetryWith",
    message: "Conflicting request to resource has been attempted. Retry to avoid conflicts.",
    substatus: 0,
  },
  503: { code: "ServiceUnavailable", message: "Service is currently unavailable.", substatus: 0 },
};

export function makeControl(replica: Replica): { control: CosmosControl; observer: Observer } {
  const faults: { fault: InjectedStatus; left: number }[] = [];
  const charges = new Map<ItemVerb, Charge>();
  const operations = makeOperationCounts<CosmosOperation>();
  const observer: Observer = {
    throwInjected(operation) {
      const armed = faults.find(({ fault, left }) => left > 0 && (fault.operation ?? operation) === operation);
      if (armed === undefined) return;
      armed.left--;
      throw toError(armed.fault);
    },
    record(operation, requestUnits) {
      charges.set(operation, plus(charges.get(operation), { requests: 1, requestUnits }));
    },
    count: operations.count,
  };
  const control: CosmosControl = {
    injectStatus: (fault) => void faults.push({ fault, left: fault.times }),
    lagReads: (lag) => replica.setLag(lag),
    releaseReads: () => replica.release(),
    charges: () => ({
      total: [...charges.values()].reduce(plus, { requests: 0, requestUnits: 0 }),
      byOperation: Object.fromEntries(charges),
    }),
    resetCharges: () => charges.clear(),
    operations: operations.counts,
  };
  return { control, observer };
}

function plus(left: Charge | undefined, right: Charge): Charge {
  return {
    requests: (left?.requests ?? 0) + right.requests,
    requestUnits: (left?.requestUnits ?? 0) + right.requestUnits,
  };
}

function toError({ status, retryAfterMs }: InjectedStatus): CosmosError {
  const { code, message, substatus } = MESSAGES[status];
  return new CosmosError(status, code, message, {
    requestCharge: 0,
    substatus,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

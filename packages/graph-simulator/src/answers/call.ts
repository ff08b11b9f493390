import type { Catalog } from "../catalog.ts";
import type { Collection } from "../collection.ts";
import type { FaultKind } from "../faults/fault-plan.ts";
import type { LateCreates } from "../faults/late-creates.ts";
import type { Store } from "../store/make-store.ts";
import type { GraphRequest } from "../wire/graph-request.ts";

export type Call = {
  readonly store: Store;
  readonly request: GraphRequest;
  readonly catalog: Catalog;
  /** The collections as they are now, quirks included or not. */
  readonly rows: readonly Collection[];
  /** Of lists: how the page goes wrong. */
  readonly fault: FaultKind | undefined;
  readonly lateCreates: LateCreates;
  /** Of lists: how many items the page holds, whatever the collection says. */
  readonly pageItems?: number | undefined;
  /** How long after it was made an object of the directory is shown, in ms. */
  readonly directoryDelayMs: () => number;
  /** Links to changes of another generation are refused. */
  readonly generation: () => number;
  readonly nowMs: () => number;
};

import { contracts } from "../../config/graph-contracts/registry.ts";
import { makeContractIndex } from "../../src/domain/graph/contract-index.ts";
import type { AfterSealing } from "../../src/use-cases/run/end-run.ts";
import type { StartDeps } from "../../src/use-cases/run/start-operation.ts";
import { makeAfterSealing } from "../../src/use-cases/version/after-sealing.ts";

/** As the worker app makes it, but a failure fails the test. */
export function afterSealingOf(deps: StartDeps): AfterSealing {
  return makeAfterSealing({ ...deps, contractOf: makeContractIndex(contracts).contractOf }, (error) => {
    throw error;
  });
}

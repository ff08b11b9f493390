import { contracts } from "../../config/graph-contracts/registry.ts";
import { makeContractIndex } from "../domain/graph/contract-index.ts";
import {
  diffVersions,
  listChanges,
  listVersions,
  readVersion,
  readVersionPayload,
  versionBefore,
} from "../use-cases/version/read-versions.ts";
import type { Base } from "./base.ts";
import type { Verb } from "./verb.ts";

const { contractOf } = makeContractIndex(contracts);

type VersionVerbs = {
  readonly listChanges: Verb<typeof listChanges>;
  readonly listVersions: Verb<typeof listVersions>;
  readonly readVersion: Verb<typeof readVersion>;
  readonly readVersionPayload: Verb<typeof readVersionPayload>;
  readonly versionBefore: Verb<typeof versionBefore>;
  readonly diffVersions: Verb<typeof diffVersions>;
};

/** Histories of objects. */
export function makeVersionVerbs(base: Base): VersionVerbs {
  const deps = { ...base, contractOf };
  return {
    listChanges: (...rest) => listChanges(deps, ...rest),
    listVersions: (...rest) => listVersions(deps, ...rest),
    readVersion: (...rest) => readVersion(deps, ...rest),
    readVersionPayload: (...rest) => readVersionPayload(deps, ...rest),
    versionBefore: (...rest) => versionBefore(deps, ...rest),
    diffVersions: (...rest) => diffVersions(deps, ...rest),
  };
}

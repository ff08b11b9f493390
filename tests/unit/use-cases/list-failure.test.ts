import { expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { noIntune } from "../../../src/domain/graph/no-intune.ts";
import { listFailureOf } from "../../../src/use-cases/observation/object-failure.ts";

const filter = contracts.find(({ key }) => key === "assignmentFilter");

it("a tenant without Intune lacks a licence for every type of it, also where the contract names none", () => {
  if (!filter) throw new Error("There is a contract of filters.");
  const failure = listFailureOf(new Fault("not_licensed", noIntune), filter);
  expect(failure).toMatchObject({ code: "not_licensed", message: noIntune });
  const other = listFailureOf(new Fault("not_licensed", "Microsoft Graph answered 403 (Forbidden)."), filter);
  expect(other.code).toBe("graph_forbidden");
});

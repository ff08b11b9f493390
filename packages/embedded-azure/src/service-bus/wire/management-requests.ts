import { type ConnectionState, entityOfManagement, type WireDeps } from "./context.ts";
import { findOperation } from "./management.ts";
import { toBrokerError } from "./outcomes.ts";
import { answer, type Request } from "./requests.ts";
import { amqp } from "./rhea-internals.ts";

/** Runs an operation of the management node of an entity, and answers once it is on disk. */
export function handleManagementRequest(
  deps: WireDeps,
  state: ConnectionState,
  address: string,
  request: Request,
): void {
  try {
    const name = String(request.properties["operation"]).replace("com.microsoft:", "");
    const operation = findOperation(name);
    deps.faults.count(operation.name);
    // A client that only manages has no token for the entity itself, but one for this node of it.
    state.claims.require(address, operation.right);
    const { status, body } = operation.run(deps.broker.find(entityOfManagement(address)), request.body);
    const statusDescription = status === 204 ? "NoContent" : "OK";
    deps.arm();
    deps.afterCommit(() => answer(state, request, { statusCode: amqp.wrap_int(status), statusDescription }, body));
  } catch (error) {
    const { status, message: statusDescription, condition } = toBrokerError(error);
    const errorCondition = amqp.wrap_symbol(condition);
    answer(state, request, { statusCode: amqp.wrap_int(status), statusDescription, errorCondition }, {});
  }
}

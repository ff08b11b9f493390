import { isTrigger, type RegisteredFunction, triggerType } from "./function-registry.ts";
import { type HostOperation, hostOperationOf } from "./operations.ts";
import type { NamedData } from "./programming-model.ts";
import type { TypedData } from "./typed-data.ts";

/** Refuses, when the app starts, whatever binding the local host would have to ignore. */
export function refuseUnsupported(fn: RegisteredFunction): void {
  if (!hostOperationOf(triggerType(fn))) {
    throw new Error(`The local host does not support the ${fn.trigger.type} of function "${fn.name}".`);
  }
  if (fn.metadata.retryOptions) {
    // Azure honours it for timers, ignores it for HTTP, Service Bus and Durable: neither is what the author expects here.
    throw new Error(`The local host does not support the retry policy of function "${fn.name}".`);
  }
  for (const binding of Object.values(fn.metadata.bindings)) {
    const known = isTrigger(binding) || isDurableClient(binding.type) || binding.type === "http";
    if (!known)
      throw new Error(`The local host does not support the ${binding.type} binding of function "${fn.name}".`);
  }
}

/** The values of a function's further inputs; the durable client is the only one there is. */
export function extraInputsOf(
  fn: RegisteredFunction,
  durableClient: () => TypedData,
  count: (operation: HostOperation) => void,
): readonly NamedData[] {
  return Object.entries(fn.metadata.bindings)
    .filter(([, binding]) => binding.direction === "in" && isDurableClient(binding.type))
    .map(([name]) => {
      count("durableClient");
      return { name, data: durableClient() };
    });
}

export function usesDurable(fn: RegisteredFunction): boolean {
  const isDurableTrigger = ["orchestrationtrigger", "activitytrigger"].includes(triggerType(fn));
  return isDurableTrigger || Object.values(fn.metadata.bindings).some((binding) => isDurableClient(binding.type));
}

function isDurableClient(type: string): boolean {
  return hostOperationOf(type) === "durableClient";
}

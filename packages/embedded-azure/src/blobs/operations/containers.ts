import { storageErrors } from "../rules/storage-error.ts";
import type { Call } from "../wire/call.ts";
import { toContainersXml } from "../wire/list-xml.ts";
import type { Answer, OperationContext } from "./operation.ts";

/** The name of the container that a call is about. */
export function containerName({ target }: Call): string {
  if (target.level !== "container") throw new Error(`A ${target.level} came to an operation on containers.`);
  return target.container;
}

export async function listContainers({ account, store }: OperationContext): Promise<Answer> {
  const body = toContainersXml(account, store.containers());
  return { status: 200, headers: { "content-type": "application/xml" }, body };
}

export async function createContainer({ store }: OperationContext, call: Call): Promise<Answer> {
  if (!store.createContainer(containerName(call))) throw storageErrors.containerExists();
  return { status: 201, headers: containerHeaders(store, containerName(call)) };
}

export async function containerProperties({ store }: OperationContext, call: Call): Promise<Answer> {
  const headers = {
    ...containerHeaders(store, containerName(call)),
    "x-ms-lease-status": "unlocked",
    "x-ms-lease-state": "available",
    "x-ms-has-immutability-policy": "false",
    "x-ms-has-legal-hold": "false",
    "x-ms-immutable-storage-with-versioning-enabled": "true",
  };
  return { status: 200, headers };
}

function containerHeaders(store: OperationContext["store"], name: string): Record<string, string> {
  const container = store.container(name);
  if (!container) throw storageErrors.noContainer();
  return { etag: container.etag, "last-modified": new Date(container.modifiedMs).toUTCString() };
}

import { Fault } from "../../domain/error/fault.ts";

/** What is read, or undefined when Graph has said 404 twice: one alone may be a slip of Graph. */
export async function unlessNotFound<T>(read: () => Promise<T | undefined>): Promise<T | undefined> {
  const once = (): Promise<T | undefined> =>
    read().catch((error: unknown) => {
      if (error instanceof Fault && error.code === "graph_not_found") return undefined;
      throw error;
    });
  return (await once()) ?? (await once());
}

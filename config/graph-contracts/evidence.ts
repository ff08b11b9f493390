import type { Evidence } from "../../src/domain/graph/evidence.ts";

/** Somebody's tool sends the very request, or an answer to it is on record. */
export function sure(source: string): Evidence {
  return { grade: "sure", source };
}

/** Microsoft documents it, or a near form of it is in use. */
export function likely(source: string): Evidence {
  return { grade: "likely", source };
}

/** Nobody is known to send it. */
export function doubtful(source: string): Evidence {
  return { grade: "doubtful", source };
}

/** Microsoft's list of operations, or its published permissions, name the GET. */
export const documented = likely("documentation");

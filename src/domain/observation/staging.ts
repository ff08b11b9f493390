/**
 * Staged entries of one tenant scope, between their reading and the sealing of their snapshot. The store deletes them by
 * their age. Every write is create-only and safe to repeat.
 */
export type Staging = {
  /** Stores lines of staged entries and answers the path that the part document names. */
  put(runId: string, text: string): Promise<string>;
  read(path: string): Promise<string>;
};

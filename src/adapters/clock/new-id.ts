import { monotonicFactory } from "ulid";

/** Makes ids that sort by time of creation: ULIDs in lower case, 26 characters. */
export function makeNewId(): () => string {
  const next = monotonicFactory();
  return () => next().toLowerCase();
}

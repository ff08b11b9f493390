export type EntryFilter = {
  readonly type?: string;
  /** Part of the name, in any case. */
  readonly text?: string;
};

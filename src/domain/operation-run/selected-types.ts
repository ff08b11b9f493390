/** Object types that a run is for. */
export type SelectedTypes = {
  /** Sorted, without repeats. */
  readonly objectTypes: readonly string[];
  /** Whether these are all that this kind of run may read in its tenant. */
  readonly isEveryType: boolean;
};

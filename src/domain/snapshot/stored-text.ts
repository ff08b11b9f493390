/** What is stored under a name, proven by the hash that the name holds. */
export type StoredText =
  | { readonly state: "whole"; readonly text: string }
  /** `damaged`: other bytes than were written. */
  | { readonly state: "damaged" | "missing" };

/** A blob that a snapshot relies on and that is not as it was written. */
export type Damage = {
  readonly tenantId: string;
  /** Its path in the container. */
  readonly path: string;
  readonly state: "damaged" | "missing";
};

/** Where damage is reported: to the log and to whoever is woken, with each finding. */
export type ReportDamage = (damage: Damage) => void;

/**
 * Microsoft Graph holds a service group up for so long that the work should release its slot and be resumed later: no
 * failure of anything that was read.
 */
export class GraphBackOff extends Error {
  /** When the group may be requested again, in milliseconds since the epoch. */
  readonly untilMs: number;

  constructor(untilMs: number) {
    super("Microsoft Graph holds the service group up.");
    this.name = "GraphBackOff";
    this.untilMs = untilMs;
  }
}

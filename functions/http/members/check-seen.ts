import { Fault } from "../../../src/domain/error/fault.ts";
import type { Membership } from "../../../src/domain/tenant/membership.ts";
import type { IfMatch } from "../parse-request.ts";
import { toMemberView } from "./member-view.ts";

/** Faults `precondition_required` and `precondition_failed`: who changes a member has seen it as it is. */
export function checkSeen(ifMatch: IfMatch, known: Membership): void {
  if (ifMatch === "*") return;
  if (ifMatch.length === 0) {
    throw new Fault("precondition_required", "There is such a member: changing it needs the header If-Match.");
  }
  if (!ifMatch.includes(toMemberView(known).etag)) {
    throw new Fault("precondition_failed", "The member was changed since you read it.");
  }
}

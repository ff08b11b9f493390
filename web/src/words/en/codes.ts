/** A code of `docs/errors.md`, for people: its name, and what helps. A code that is not here is of a newer release. */
export const codes = {
  unauthenticated: { title: "Not signed in", help: "Sign in again." },
  not_found: { title: "Not found", help: "It does not exist, or you are not a member of its tenant." },
  missing_right: { title: "A right is missing", help: "Ask an owner of the tenant for the right." },
  delegated_token_required: {
    title: "Only a person can search groups",
    help: "Sign in again, or type the group's id.",
  },
  delegated_consent_required: {
    title: "Nobody has consented to the group search",
    help: "An administrator of your organisation grants GroupMember.Read.All to TenantPilot. Until then type the group's id.",
  },
  directory_unavailable: {
    title: "The directory did not answer in time",
    help: "Search again, or type the group's id.",
  },
  graph_feed_expired: {
    title: "Graph no longer knows where the last reading ended",
    help: "Start it again: then everything is read.",
  },
  definitions_shrank: {
    title: "Far fewer settings have names than before",
    help: "The names stay as they were. They are read again tomorrow.",
  },
  no_tenant_to_ask: {
    title: "No tenant can be asked",
    help: "Names of settings are read in one tenant: it must have consented, and its requests must not be paused.",
  },
  invalid_request: { title: "Something in the input is not valid", help: "Correct what is named and send again." },
  unknown_object_type: {
    title: "Unknown object type",
    help: "Choose one of the object types that the tenant's settings list.",
  },
  unknown_tenants: { title: "Unknown tenants", help: "Choose tenants from the list." },
  conflict: { title: "Changed at the same time", help: "Look at what is there now, then try again." },
  precondition_required: { title: "Read it first", help: "Load the page again, then save." },
  precondition_failed: {
    title: "Somebody else changed it",
    help: "Compare their version with yours, then save again.",
  },
  not_high_risk: { title: "Not of high risk", help: "Only object types of high risk need to be enabled." },
  last_owner: {
    title: "The last owner stays",
    help: "A tenant keeps one owner who is a person or a group. Make somebody else an owner first.",
  },
  tenant_exists: {
    title: "The tenant is there already",
    help: "Nothing was changed. Look for it in the list of tenants.",
  },
  tenant_suspended: {
    title: "The tenant is suspended",
    help: "Nothing starts in it until an owner resumes it in the tenant's settings.",
  },
  tenant_archived: {
    title: "The tenant is archived",
    help: "It is read only, for good. Everything in it can be read.",
  },
  not_suspended: { title: "The tenant is not suspended", help: "Suspend it first, then archive it." },
  tenant_busy: {
    title: "A run of the tenant is active",
    help: "Its runs were asked to cancel. Wait until none is active, then archive it.",
  },
  already_completed: { title: "The run has ended", help: "There is nothing to cancel; read how it ended." },
  cancelling: { title: "The run is being cancelled", help: "Wait until it has ended, then start again." },
  not_completed: { title: "The run has not ended", help: "Wait until it has ended, or cancel it, then retry it." },
  types_withheld: {
    title: "Every object type is switched off",
    help: "An owner switches object types on in the tenant's settings.",
  },
  too_many_schedules: { title: "Too many schedules", help: "Change or delete one of the tenant's schedules instead." },
  nothing_to_retry: { title: "Nothing to retry", help: "No part of the run failed. Retry all of it, or nothing." },
  idempotency_mismatch: { title: "Another request has the same key", help: "Close the dialog and open it again." },
  body_too_large: { title: "The input is too large", help: "Choose less at once." },
  unsupported_media_type: { title: "The request was not understood", help: "Reload the page and try again." },
  too_many_requests: { title: "Too many requests", help: "It is asked again by itself." },
  portal_missing: { title: "The portal is not set up", help: "Whoever runs TenantPilot adds what is named." },
  application_missing: {
    title: "The application is not set up",
    help: "Whoever runs TenantPilot adds the setting that is named.",
  },
  not_ready: { title: "The service is not ready", help: "It is asked again by itself." },
  unreadable_document: {
    title: "Something stored cannot be read",
    help: "Try again after the next update. If it stays, what is named is damaged and must be restored.",
  },
  payload_damaged: {
    title: "What is stored of an object is damaged",
    help: "The other objects can be read. The next snapshot that finds the same content writes it anew.",
  },
  comparison_too_large: {
    title: "The comparison is too large",
    help: "Snapshots of more than 50,000 objects are not compared while somebody waits. Compare objects one by one.",
  },
  not_kept: {
    title: "No kept snapshot holds this version",
    help: "The line in the history stays; what it held is stored no longer. Use a newer version.",
  },
  payload_missing: {
    title: "What is stored of an object is gone",
    help: "The other objects can be read. The next snapshot that finds the same content writes it anew.",
  },
  manifest_damaged: {
    title: "The list of a snapshot is damaged",
    help: "Use another snapshot; whoever runs TenantPilot can restore the list.",
  },
  internal_error: { title: "The request failed", help: "Try again. If it stays, report the correlation id." },
  dispatch_failed: { title: "The work queue was not reached", help: "Start it again." },
  graph_paused: { title: "Requests to Microsoft Graph are paused", help: "It goes on when they are resumed." },
  stalled: { title: "The run went silent", help: "It stopped reporting and was closed. Start it again." },
  timed_out: { title: "The run passed its deadline", help: "It was closed. Start it again." },
  dead_lettered: {
    title: "The run's message could not be handled",
    help: "See whether workers are alive, then start again.",
  },
  tenant_paused: {
    title: "The tenant's requests to Microsoft Graph are paused",
    help: "Resume them, then retry what failed.",
  },
  child_cancelled: {
    title: "The tenant's run was cancelled",
    help: "Retry what failed to take its snapshot after all.",
  },
  right_withdrawn: {
    title: "The right was withdrawn",
    help: "The person who started it no longer has the right to it.",
  },
  store_unavailable: { title: "The stores did not answer", help: "It is tried again by itself." },
  unexpected: { title: "An unforeseen fault", help: "Try again. If it stays, report the correlation id." },
  graph_throttled: {
    title: "Microsoft Graph limits the tenant",
    help: "It did so for longer than the run may wait. Start it again later.",
  },
  graph_unavailable: { title: "Microsoft Graph did not answer", help: "Start it again later." },
  graph_unauthenticated: {
    title: "The sign-in to the tenant was refused",
    help: "Check the credential of the application.",
  },
  graph_app_disabled: {
    title: "The application is disabled",
    help: "An administrator of its home tenant, or of the customer's, must enable it.",
  },
  graph_consent_missing: {
    title: "Consent is missing",
    help: "An administrator of the tenant must grant consent again.",
  },
  not_verified: {
    title: "Nobody has checked the permissions yet",
    help: "Check the permissions, or start a run: the next one that reads anything clears this.",
  },
  graph_forbidden: {
    title: "A permission is missing",
    help: "The application lacks a permission for this object type in the tenant.",
  },
  graph_not_found: {
    title: "A listed object was not found",
    help: "Microsoft Graph lists it and does not find it. Start the run again later.",
  },
  graph_refused: { title: "Microsoft Graph refused the request", help: "The message names its code." },
  graph_no_route: {
    title: "Microsoft Graph does not serve a part",
    help: "What is named is missing, and nothing else.",
  },
  graph_bad_response: {
    title: "Microsoft Graph's answer cannot be trusted",
    help: "It was cut off, too large, or not JSON. Start it again.",
  },
  graph_answer_too_large: {
    title: "An answer of Microsoft Graph is too large",
    help: "Make the objects that are named smaller.",
  },
  graph_foreign_link: {
    title: "A page link left its collection",
    help: "It was not followed, so what lies behind it is missing.",
  },
  graph_page_loop: { title: "The pages of a list repeat", help: "The list is not complete. Start it again." },
  graph_count_mismatch: {
    title: "Parts of an object are missing",
    help: "They do not match the count that the object announces. Start it again.",
  },
  object_changed: { title: "The object changed while it was read", help: "Start the run again." },
  reference_deleted: {
    title: "A deleted group is still named",
    help: "Take the assignment away, or restore the group.",
  },
  not_licensed: { title: "Not licensed", help: "The tenant has no licence for this object type; nothing is missing." },
  audit_entry_changed: {
    title: "An audit entry was changed",
    help: "What it said when it was sealed is in its digest.",
  },
  audit_entry_removed: { title: "An audit entry was removed", help: "What it said is in its digest." },
  audit_entry_added: {
    title: "An audit entry was added",
    help: "It was not there when the entries around it were sealed.",
  },
  audit_entry_moved: { title: "An audit entry was moved", help: "It is in another place than where it was sealed." },
  audit_digest_missing: { title: "A digest of the audit is gone", help: "Its entries cannot be proven any more." },
  audit_digest_replaced: { title: "A digest of the audit was replaced", help: "It is not the one that was sealed." },
  audit_head_moved: {
    title: "The newest digest is not the newest",
    help: "Somebody set back what the database knows of the digests.",
  },
  audit_unsealed: {
    title: "An audit entry is not sealed",
    help: "It has waited for more than 30 minutes; see whether the worker is alive.",
  },
};

// Made from docs/api/openapi.json by `npm run portal:api`; not to be edited.

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly help: string;
  readonly code: string;
  readonly correlationId: string;
  readonly missingRight?: string;
  readonly runId?: string;
  readonly errors?: readonly {
    readonly field: string;
    readonly problem: string;
  }[];
};

export type SignIn = {
  readonly clientId: string;
  readonly scope: string;
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly endSessionEndpoint: string;
  readonly portalUrl: string;
  readonly version: string;
};

export type Me = {
  readonly id: string;
  readonly kind: "user" | "application";
  readonly name: string;
  readonly platform: boolean;
  readonly platformRoles: readonly ("Platform.Admin" | "Platform.Reader")[];
  readonly groupsUnknown: boolean;
  readonly tenants: readonly {
    readonly id: string;
    readonly role: "reader" | "operator" | "manager" | "owner" | "unknown";
    readonly rights: readonly string[];
    readonly via: "own" | "group";
  }[];
};

export type Tenant = {
  readonly name: string;
  readonly timeZone: string;
  readonly state: "pending_consent" | "active" | "attention" | "suspended" | "archived" | "unknown";
  readonly stateReason: string | null;
  readonly paused: boolean;
  readonly labels: readonly string[];
  readonly id: string;
  readonly myRole: ("reader" | "operator" | "manager" | "owner" | "unknown") | null;
  readonly lastCompleteSnapshotAt: string | null;
};

export type ConsentLink = {
  readonly url: string;
  readonly expiresAt: string;
};

export type TenantSummary = {
  readonly tenant: Tenant;
  readonly promise: {
    readonly state: "none" | "kept" | "broken";
    readonly since: string | null;
  };
  readonly snapshot: Snapshot | null;
  readonly objects: readonly {
    readonly type: string;
    readonly present: number;
  }[];
  readonly asOf: string | null;
  readonly active: readonly Run[];
};

export type Snapshot = {
  readonly id: string;
  readonly tenantId: string | "platform";
  readonly runId: string;
  readonly state: "complete" | "complete_with_gaps";
  readonly label: string | null;
  readonly createdAt: string;
  readonly sealedAt: string;
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  readonly counts: {
    readonly total: number | null;
    readonly processed: number;
    readonly succeeded: number;
    readonly failed: number;
    readonly skipped: number;
    readonly gaps: number;
  };
  readonly gaps: readonly {
    readonly type: string;
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
    readonly message: string;
  }[];
  readonly rootHash: string;
  readonly manifestVersion: string | null;
  readonly immutability: {
    readonly state: "enforced";
    readonly until: string;
    readonly mode: "locked" | "unlocked";
  } | {
    readonly state: "not_enforced";
  };
  readonly types: readonly string[];
  readonly size: number;
};

export type Run = {
  readonly id: string;
  readonly tenantId: string | "platform";
  readonly type: string;
  readonly status: "queued" | "running" | "completed" | "unknown";
  readonly outcome: "pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | "unknown";
  readonly attempt: number;
  readonly createdAt: string;
  readonly dispatchedAt: string | null;
  readonly startedAt: string | null;
  readonly heartbeatAt: string | null;
  readonly deadlineAt: string | null;
  readonly completedAt: string | null;
  readonly cancelRequestedAt: string | null;
  readonly waitingFor: string | null;
  readonly retryOf: string | null;
  readonly correlationId: string;
  readonly result: {
    readonly snapshotId?: string;
    readonly objectsAdded?: number;
    readonly bytesAdded?: number;
    readonly graphRequests?: number;
    readonly events?: {
      readonly read: number;
      readonly kept: number;
      readonly added: number;
    };
    readonly audit?: {
      readonly digests: number;
      readonly entries: number;
      readonly upTo: {
        readonly id: string;
        readonly at: string;
      } | null;
      readonly found: number;
    };
    readonly deletedMeanwhile?: readonly {
      readonly type: string;
      readonly id: string;
      readonly name: string;
    }[];
    readonly deletedMeanwhileCount?: number;
  } | null;
  readonly initiator: {
    readonly kind: "user" | "application" | "schedule" | "system" | "unknown";
    readonly id: string;
    readonly name: string;
  };
  readonly failures: readonly {
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
    readonly message: string;
    readonly target: string;
    readonly count: number;
  }[];
  readonly counts: {
    readonly total: number | null;
    readonly processed: number;
    readonly succeeded: number;
    readonly failed: number;
    readonly skipped: number;
    readonly gaps: number;
  };
  readonly input: {
    readonly types: (readonly string[]) | null;
    readonly label: string | null;
    readonly tenants?: number;
    readonly [name: string]: unknown;
  };
  readonly activity: "none" | "queued" | "working" | "throttled" | "waiting" | "stalled";
  readonly waiting: readonly {
    readonly reason: string;
    readonly until: string;
    readonly group: string;
    readonly message: string;
  }[];
  readonly parentRunId: string | null;
};

export type Member = {
  readonly principalId: string;
  readonly homeTenantId: string | null;
  readonly kind: "user" | "group" | "application" | "unknown";
  readonly name: string | null;
  readonly role: "reader" | "operator" | "manager" | "owner" | "unknown";
  readonly addedAt: string | null;
  readonly addedBy: {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
  } | null;
  readonly etag: string;
};

export type Readiness = {
  readonly asOf: string | null;
  readonly runId: string | null;
  readonly state: string;
  readonly applications: readonly {
    readonly kind: "read" | "write" | "unknown";
    readonly consented: boolean;
    readonly code: ("unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed") | null;
    readonly granted: readonly {
      readonly permission: string;
      readonly serves: readonly string[];
    }[];
    readonly missing: readonly {
      readonly permission: string;
      readonly serves: readonly string[];
    }[];
    readonly excess: readonly {
      readonly permission: string;
      readonly why: "higher" | "switched_off" | "unused" | "unknown";
    }[];
  }[];
  readonly licences: readonly {
    readonly plan: string;
    readonly serves: readonly string[];
    readonly present: boolean | null;
  }[];
  readonly intune: "present" | "absent" | "unknown";
  readonly approvalPolicies: readonly {
    readonly name: string;
    readonly covers: string;
  }[];
  readonly samples: readonly {
    readonly group: string;
    readonly state: "readable" | "not_licensed" | "unknown";
    readonly code: ("unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed") | null;
  }[];
  readonly unknown: readonly {
    readonly part: "permissions" | "licences" | "approvalPolicies" | "unknown";
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
  }[];
  readonly running: string | null;
};

export type StartedRun = {
  readonly id: string;
  readonly tenantId: string | "platform";
  readonly type: string;
  readonly status: "queued" | "running" | "completed" | "unknown";
  readonly outcome: "pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | "unknown";
  readonly attempt: number;
  readonly createdAt: string;
  readonly dispatchedAt: string | null;
  readonly startedAt: string | null;
  readonly heartbeatAt: string | null;
  readonly deadlineAt: string | null;
  readonly completedAt: string | null;
  readonly cancelRequestedAt: string | null;
  readonly waitingFor: string | null;
  readonly retryOf: string | null;
  readonly correlationId: string;
  readonly result: {
    readonly snapshotId?: string;
    readonly objectsAdded?: number;
    readonly bytesAdded?: number;
    readonly graphRequests?: number;
    readonly events?: {
      readonly read: number;
      readonly kept: number;
      readonly added: number;
    };
    readonly audit?: {
      readonly digests: number;
      readonly entries: number;
      readonly upTo: {
        readonly id: string;
        readonly at: string;
      } | null;
      readonly found: number;
    };
    readonly deletedMeanwhile?: readonly {
      readonly type: string;
      readonly id: string;
      readonly name: string;
    }[];
    readonly deletedMeanwhileCount?: number;
  } | null;
  readonly initiator: {
    readonly kind: "user" | "application" | "schedule" | "system" | "unknown";
    readonly id: string;
    readonly name: string;
  };
  readonly failures: readonly {
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
    readonly message: string;
    readonly target: string;
    readonly count: number;
  }[];
  readonly counts: {
    readonly total: number | null;
    readonly processed: number;
    readonly succeeded: number;
    readonly failed: number;
    readonly skipped: number;
    readonly gaps: number;
  };
  readonly input: {
    readonly types: (readonly string[]) | null;
    readonly label: string | null;
    readonly tenants?: number;
    readonly [name: string]: unknown;
  };
  readonly activity: "none" | "queued" | "working" | "throttled" | "waiting" | "stalled";
  readonly waiting: readonly {
    readonly reason: string;
    readonly until: string;
    readonly group: string;
    readonly message: string;
  }[];
  readonly parentRunId: string | null;
  readonly reused: boolean;
  readonly viewUrl: string;
};

export type AuditEntry = {
  readonly id: string;
  readonly actor: {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
  };
  readonly action: string;
  readonly target: string;
  readonly before: {
    readonly [name: string]: unknown;
  } | null;
  readonly after: {
    readonly [name: string]: unknown;
  } | null;
  readonly at: string;
  readonly digest: number | null;
};

export type Capability = {
  readonly type: string;
  readonly name: string;
  readonly inventory: boolean;
  readonly snapshot: boolean;
  readonly diff: boolean;
  readonly restore: "none" | "preview_only" | "enabled";
  readonly assignments: boolean;
  readonly links: boolean;
  readonly risk: "low" | "medium" | "high";
  readonly reasons: readonly string[];
  readonly secrets: readonly {
    readonly path: string;
    readonly when?: {
      readonly property: string;
      readonly is: string | boolean;
    };
  }[];
};

export type TenantSettings = {
  readonly mostRestore: "none" | "preview_only" | "enabled";
  readonly withheld: readonly string[];
  readonly highRiskEnabled: readonly string[];
};

export type RunCounts = {
  readonly queued: LimitedCount;
  readonly running: LimitedCount;
  readonly succeeded: LimitedCount;
  readonly partially_succeeded: LimitedCount;
  readonly failed: LimitedCount;
  readonly cancelled: LimitedCount;
};

export type LimitedCount = {
  readonly count: number;
  readonly more: boolean;
};

export type RunDetail = {
  readonly id: string;
  readonly tenantId: string | "platform";
  readonly type: string;
  readonly status: "queued" | "running" | "completed" | "unknown";
  readonly outcome: "pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | "unknown";
  readonly attempt: number;
  readonly createdAt: string;
  readonly dispatchedAt: string | null;
  readonly startedAt: string | null;
  readonly heartbeatAt: string | null;
  readonly deadlineAt: string | null;
  readonly completedAt: string | null;
  readonly cancelRequestedAt: string | null;
  readonly waitingFor: string | null;
  readonly retryOf: string | null;
  readonly correlationId: string;
  readonly result: {
    readonly snapshotId?: string;
    readonly objectsAdded?: number;
    readonly bytesAdded?: number;
    readonly graphRequests?: number;
    readonly events?: {
      readonly read: number;
      readonly kept: number;
      readonly added: number;
    };
    readonly audit?: {
      readonly digests: number;
      readonly entries: number;
      readonly upTo: {
        readonly id: string;
        readonly at: string;
      } | null;
      readonly found: number;
    };
    readonly deletedMeanwhile?: readonly {
      readonly type: string;
      readonly id: string;
      readonly name: string;
    }[];
    readonly deletedMeanwhileCount?: number;
  } | null;
  readonly initiator: {
    readonly kind: "user" | "application" | "schedule" | "system" | "unknown";
    readonly id: string;
    readonly name: string;
  };
  readonly failures: readonly {
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
    readonly message: string;
    readonly target: string;
    readonly count: number;
  }[];
  readonly counts: {
    readonly total: number | null;
    readonly processed: number;
    readonly succeeded: number;
    readonly failed: number;
    readonly skipped: number;
    readonly gaps: number;
  };
  readonly input: {
    readonly types: (readonly string[]) | null;
    readonly label: string | null;
    readonly tenants?: number;
    readonly [name: string]: unknown;
  };
  readonly activity: "none" | "queued" | "working" | "throttled" | "waiting" | "stalled";
  readonly waiting: readonly {
    readonly reason: string;
    readonly until: string;
    readonly group: string;
    readonly message: string;
  }[];
  readonly parentRunId: string | null;
  readonly trouble: {
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
    readonly message: string;
    readonly target: string;
    readonly count: number;
    readonly requestIds?: readonly string[];
  } | null;
  readonly groups: readonly {
    readonly group: string;
    readonly counts: {
      readonly total: number | null;
      readonly processed: number;
      readonly succeeded: number;
      readonly failed: number;
      readonly skipped: number;
      readonly gaps: number;
    };
    readonly throttled: number;
  }[];
  readonly timeline: readonly {
    readonly at: string;
    readonly event: "queued" | "sent" | "started" | "requeued" | "cancel_requested" | "ended";
    readonly attempt: number;
    readonly reason: string | null;
    readonly actor: {
      readonly kind: string;
      readonly name: string;
    } | null;
  }[];
  readonly joined: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: string;
  }[];
  readonly retries: readonly string[];
  readonly failuresByCode: readonly {
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
    readonly advice: string;
    readonly count: number;
    readonly failures: readonly {
      readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
      readonly message: string;
      readonly target: string;
      readonly count: number;
      readonly requestIds?: readonly string[];
    }[];
  }[];
  readonly links: {
    readonly snapshot: string | null;
    readonly retryOf: string | null;
  };
};

export type RunParts = {
  readonly items: readonly RunPart[];
  readonly partsKept: boolean;
};

export type RunPart = {
  readonly group: string;
  readonly state: "waiting" | "running" | "done" | "stopped";
  readonly waiting: {
    readonly reason: string;
    readonly until: string;
    readonly message: string;
  } | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly counts: {
    readonly total: number | null;
    readonly processed: number;
    readonly succeeded: number;
    readonly failed: number;
    readonly skipped: number;
    readonly gaps: number;
  };
  readonly failures: readonly {
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
    readonly message: string;
    readonly target: string;
    readonly count: number;
    readonly requestIds?: readonly string[];
  }[];
};

export type InventoryObject = {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly platform: string | null;
  readonly lastModified: string | null;
  readonly state: "present" | "missing" | "unknown";
  readonly meta: {
    readonly [name: string]: string | number | boolean | null;
  };
  readonly configurationHash: string;
  readonly targets: (readonly {
    readonly target: "group" | "allUsers" | "allDevices" | "collection" | "unknown";
    readonly mode: "include" | "exclude" | "unknown";
    readonly groupId: string | null;
    readonly filterId: string | null;
    readonly filterType: string | null;
    readonly intent: string | null;
  }[]) | null;
  readonly edges: readonly {
    readonly to: string;
    readonly id: string;
    readonly via: string;
  }[];
  readonly formId?: string;
  readonly observedChangeAt: string | null;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly ignored: boolean;
};

export type InventoryObjectDetail = {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly platform: string | null;
  readonly lastModified: string | null;
  readonly state: "present" | "missing" | "unknown";
  readonly meta: {
    readonly [name: string]: string | number | boolean | null;
  };
  readonly configurationHash: string;
  readonly targets: (readonly {
    readonly target: "group" | "allUsers" | "allDevices" | "collection" | "unknown";
    readonly mode: "include" | "exclude" | "unknown";
    readonly groupId: string | null;
    readonly filterId: string | null;
    readonly filterType: string | null;
    readonly intent: string | null;
  }[]) | null;
  readonly edges: readonly {
    readonly to: string;
    readonly id: string;
    readonly via: string;
  }[];
  readonly formId?: string;
  readonly observedChangeAt: string | null;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly ignored: boolean;
  readonly ignore: Ignore | null;
};

export type Ignore = {
  readonly type: string;
  readonly objectId: string;
  readonly reason: string;
  readonly expiresAt: string | null;
  readonly by: {
    readonly id: string;
    readonly name: string;
  };
  readonly at: string;
};

export type ToldVersion = {
  readonly id: string;
  readonly type: string;
  readonly objectId: string;
  readonly name: string;
  readonly event: "new" | "changed" | "renamed" | "gone" | "back" | "unknown";
  readonly at: string;
  readonly notBefore: string | null;
  readonly snapshotId: string;
  readonly payloadHash: string | null;
  readonly payloadVersion: string | null;
  readonly configurationHash: string | null;
  readonly formId?: string;
  readonly who: {
    readonly state: "known" | "several" | "none_found" | "not_collected" | "not_in_this_log";
    readonly events: readonly {
      readonly id: string;
      readonly at: string;
      readonly operation: string;
      readonly activity: string;
      readonly result: string;
      readonly actor: {
        readonly kind: "person" | "application" | "service" | "unknown";
        readonly id: string | null;
        readonly name: string | null;
      };
      readonly resources: readonly {
        readonly id: string;
        readonly type: string | null;
        readonly name: string | null;
      }[];
      readonly properties: readonly string[];
      readonly correlationId: string | null;
    }[];
  };
};

export type ObjectVersion = {
  readonly id: string;
  readonly type: string;
  readonly objectId: string;
  readonly name: string;
  readonly event: "new" | "changed" | "renamed" | "gone" | "back" | "unknown";
  readonly at: string;
  readonly notBefore: string | null;
  readonly snapshotId: string;
  readonly payloadHash: string | null;
  readonly payloadVersion: string | null;
  readonly configurationHash: string | null;
  readonly formId?: string;
};

export type Change = {
  readonly kind: "added" | "removed" | "changed" | "moved" | "appeared" | "secret";
  readonly area: "settings" | "properties" | "assignments" | "scopeTags" | "name";
  readonly path: readonly string[];
  readonly place: string;
  readonly from: string | null;
  readonly definitionId: string | null;
  readonly before: unknown;
  readonly after: unknown;
};

export type GroupAssignment = {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly platform: string | null;
  readonly reach: "included" | "excluded" | "everyone";
  readonly targets: readonly {
    readonly target: "group" | "allUsers" | "allDevices" | "collection" | "unknown";
    readonly mode: "include" | "exclude" | "unknown";
    readonly groupId: string | null;
    readonly filterId: string | null;
    readonly filterType: string | null;
    readonly intent: string | null;
    readonly filterName: string | null;
  }[];
};

export type Group = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly kind: ("security" | "mail_enabled_security" | "distribution" | "microsoft_365" | "unknown") | null;
  readonly isDynamic: boolean | null;
  readonly isRoleAssignable: boolean | null;
  readonly isOnPremises: boolean | null;
  readonly deletedAt: string | null;
  readonly source: "directory" | "inventory";
};

export type NamedSetting = {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly options: readonly {
    readonly id: string;
    readonly label: string;
  }[];
  readonly isKnown: boolean;
};

export type FoundGroup = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly kind: "security" | "mail_enabled_security" | "distribution" | "microsoft_365" | "unknown";
};

export type Event = {
  readonly id: string;
  readonly at: string;
  readonly operation: string;
  readonly activity: string;
  readonly result: string;
  readonly actor: {
    readonly kind: "person" | "application" | "service" | "unknown";
    readonly id: string | null;
    readonly name: string | null;
  };
  readonly resources: readonly {
    readonly id: string;
    readonly type: string | null;
    readonly name: string | null;
  }[];
  readonly properties: readonly string[];
  readonly correlationId: string | null;
};

export type ComparedObject = {
  readonly type: string;
  readonly id: string;
  readonly otherId: string | null;
  readonly name: string;
  readonly otherName: string | null;
  readonly change: "added" | "removed" | "changed" | "unchanged" | "incomparable" | "ambiguous";
  readonly reason: ("not_read" | "incomplete" | "not_licensed" | "not_listed_whole" | "not_observed" | "other_kind") | null;
  readonly areas: (readonly ("settings" | "properties" | "assignments" | "scopeTags" | "name")[]) | null;
  readonly counts: {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    readonly moved: number;
    readonly appeared: number;
    readonly secret: number;
  } | null;
  readonly detail: "whole" | "hash";
  readonly leftHash: string | null;
  readonly rightHash: string | null;
  readonly risk: ("low" | "medium" | "high") | null;
};

export type ComparedSide = {
  readonly tenantId: string;
  readonly snapshotId: string | null;
  readonly kind: "snapshot" | "inventory";
  readonly state: "complete" | "complete_with_gaps" | "observed";
  readonly window: {
    readonly from: string;
    readonly to: string;
  } | null;
};

export type ComparedType = {
  readonly type: string;
  readonly name: string;
  readonly counts: {
    readonly [name: string]: number;
  };
  readonly reason: ("not_read" | "incomplete" | "not_licensed" | "not_listed_whole" | "not_observed") | null;
};

export type Form = {
  readonly formId: string;
  readonly form: {
    readonly [name: string]: unknown;
  };
};

export type Entry = {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly payloadHash: string;
  readonly payloadVersion: string | null;
  readonly configurationHash: string;
  readonly size: number;
  readonly readAt: string;
};

export type SnapshotType = {
  readonly type: string;
  readonly objects: number;
  readonly state: "complete" | "incomplete" | "not_licensed";
};

export type Schedule = {
  readonly id: string;
  readonly tenantId: string | "platform";
  readonly cron: string;
  readonly timeZone: string;
  readonly jitterMinutes: number;
  readonly types: (readonly string[]) | null;
  readonly paused: boolean;
  readonly promiseHours: number | null;
  readonly missedSlots: string;
  readonly nextSlotAt: string | null;
  readonly promise: {
    readonly state: string;
    readonly since: string;
    readonly lastCompleteAt: string | null;
  };
  readonly createdAt: string;
  readonly lastSlot: {
    readonly at: string;
    readonly runId: string | null;
    readonly outcome: ("pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | "skipped" | "missed") | null;
    readonly code?: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
  } | null;
};

export type SchedulePreview = {
  readonly next: readonly string[];
};

export type Slot = {
  readonly dueAt: string;
  readonly missedBefore: number;
  readonly at: string;
  readonly runId: string | null;
  readonly outcome: ("pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | "skipped" | "missed") | null;
  readonly code?: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
};

export type PlatformFacts = {
  readonly state: "ok" | "alarm";
  readonly alarms: readonly {
    readonly code: "no_worker_seen" | "work_waits" | "silent_run" | "dead_letters" | "broken_promises" | "unreadable_documents";
    readonly message: string;
  }[];
  readonly runs: {
    readonly queued: number;
    readonly running: number;
    readonly waiting: number;
  };
  readonly oldestQueued: {
    readonly at: string;
    readonly ageSeconds: number;
  } | null;
  readonly oldestHeartbeat: {
    readonly at: string;
    readonly ageSeconds: number;
  } | null;
  readonly workerSeenAt: string | null;
  readonly timers: readonly {
    readonly name: string;
    readonly firedAt: string;
    readonly troubles: number;
  }[];
  readonly deadLetters: {
    readonly count: number;
    readonly lastAt: string | null;
  };
  readonly throttledTenants: readonly string[];
  readonly brokenPromises: readonly {
    readonly tenantId: string;
    readonly scheduleId: string;
    readonly since: string;
  }[];
  readonly unreadable: readonly UnreadableDocument[];
  readonly paused: boolean;
};

export type UnreadableDocument = {
  readonly tenantId: string;
  readonly kind: string;
  readonly id: string;
  readonly at: string;
};

export type TenantOverview = {
  readonly id: string | "platform";
  readonly name: string;
  readonly state: "pending_consent" | "active" | "attention" | "suspended" | "archived" | "unknown";
  readonly stateReason: string | null;
  readonly paused: boolean;
  readonly labels: readonly string[];
  readonly lastComplete: LastComplete | null;
  readonly lastRun: {
    readonly id: string;
    readonly type: string;
    readonly status: "queued" | "running" | "completed" | "unknown";
    readonly outcome: "pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | "unknown";
    readonly createdAt: string;
  } | null;
  readonly brokenPromises: readonly {
    readonly scheduleId: string;
    readonly promiseHours: number | null;
    readonly since: string;
    readonly lastCompleteAt: string | null;
  }[];
  readonly readiness: {
    readonly asOf: string;
    readonly state: "ready" | "attention" | "unknown";
    readonly missing: number;
    readonly excess: number;
  } | null;
};

export type LastComplete = {
  readonly snapshotId: string;
  readonly sealedAt: string;
  readonly objects: number;
};

export type FleetDetail = {
  readonly id: string;
  readonly tenantId: string | "platform";
  readonly type: string;
  readonly status: "queued" | "running" | "completed" | "unknown";
  readonly outcome: "pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | "unknown";
  readonly attempt: number;
  readonly createdAt: string;
  readonly dispatchedAt: string | null;
  readonly startedAt: string | null;
  readonly heartbeatAt: string | null;
  readonly deadlineAt: string | null;
  readonly completedAt: string | null;
  readonly cancelRequestedAt: string | null;
  readonly waitingFor: string | null;
  readonly retryOf: string | null;
  readonly correlationId: string;
  readonly result: {
    readonly snapshotId?: string;
    readonly objectsAdded?: number;
    readonly bytesAdded?: number;
    readonly graphRequests?: number;
    readonly events?: {
      readonly read: number;
      readonly kept: number;
      readonly added: number;
    };
    readonly audit?: {
      readonly digests: number;
      readonly entries: number;
      readonly upTo: {
        readonly id: string;
        readonly at: string;
      } | null;
      readonly found: number;
    };
    readonly deletedMeanwhile?: readonly {
      readonly type: string;
      readonly id: string;
      readonly name: string;
    }[];
    readonly deletedMeanwhileCount?: number;
  } | null;
  readonly initiator: {
    readonly kind: "user" | "application" | "schedule" | "system" | "unknown";
    readonly id: string;
    readonly name: string;
  };
  readonly failures: readonly {
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
    readonly message: string;
    readonly target: string;
    readonly count: number;
  }[];
  readonly counts: {
    readonly total: number | null;
    readonly processed: number;
    readonly succeeded: number;
    readonly failed: number;
    readonly skipped: number;
    readonly gaps: number;
  };
  readonly input: {
    readonly types: (readonly string[]) | null;
    readonly label: string | null;
    readonly tenants?: number;
    readonly [name: string]: unknown;
  };
  readonly activity: "none" | "queued" | "working" | "throttled" | "waiting" | "stalled";
  readonly waiting: readonly {
    readonly reason: string;
    readonly until: string;
    readonly group: string;
    readonly message: string;
  }[];
  readonly parentRunId: string | null;
  readonly trouble: {
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
    readonly message: string;
    readonly target: string;
    readonly count: number;
    readonly requestIds?: readonly string[];
  } | null;
  readonly groups: readonly {
    readonly group: string;
    readonly counts: {
      readonly total: number | null;
      readonly processed: number;
      readonly succeeded: number;
      readonly failed: number;
      readonly skipped: number;
      readonly gaps: number;
    };
    readonly throttled: number;
  }[];
  readonly timeline: readonly {
    readonly at: string;
    readonly event: "queued" | "sent" | "started" | "requeued" | "cancel_requested" | "ended";
    readonly attempt: number;
    readonly reason: string | null;
    readonly actor: {
      readonly kind: string;
      readonly name: string;
    } | null;
  }[];
  readonly joined: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: string;
  }[];
  readonly retries: readonly string[];
  readonly failuresByCode: readonly {
    readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
    readonly advice: string;
    readonly count: number;
    readonly failures: readonly {
      readonly code: "unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed";
      readonly message: string;
      readonly target: string;
      readonly count: number;
      readonly requestIds?: readonly string[];
    }[];
  }[];
  readonly links: {
    readonly snapshot: string | null;
    readonly retryOf: string | null;
  };
  readonly childCounts: {
    readonly waiting: number;
    readonly held: number;
    readonly active: number;
    readonly succeeded: number;
    readonly partially_succeeded: number;
    readonly failed: number;
    readonly cancelled: number;
    readonly skipped: number;
  };
  readonly children: {
    readonly items: readonly FleetChild[];
    readonly nextPage: string | null;
  };
};

export type FleetChild = {
  readonly tenantId: string | "platform";
  readonly runId: string | null;
  readonly state: "waiting" | "held" | "active" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | "skipped" | "unknown";
  readonly joined: boolean;
  readonly objects: number;
  readonly code: ("unauthenticated" | "not_found" | "missing_right" | "delegated_token_required" | "delegated_consent_required" | "directory_unavailable" | "invalid_request" | "unknown_object_type" | "unknown_tenants" | "conflict" | "precondition_required" | "precondition_failed" | "not_high_risk" | "last_owner" | "tenant_exists" | "tenant_suspended" | "tenant_archived" | "not_suspended" | "tenant_busy" | "already_completed" | "cancelling" | "not_completed" | "types_withheld" | "too_many_schedules" | "nothing_to_retry" | "idempotency_mismatch" | "body_too_large" | "comparison_too_large" | "unsupported_media_type" | "too_many_requests" | "portal_missing" | "application_missing" | "not_ready" | "unreadable_document" | "payload_damaged" | "not_kept" | "payload_missing" | "manifest_damaged" | "internal_error" | "dispatch_failed" | "graph_paused" | "stalled" | "timed_out" | "dead_lettered" | "tenant_paused" | "child_cancelled" | "definitions_shrank" | "no_tenant_to_ask" | "right_withdrawn" | "store_unavailable" | "unexpected" | "graph_throttled" | "graph_unavailable" | "graph_unauthenticated" | "graph_app_disabled" | "graph_consent_missing" | "not_verified" | "graph_forbidden" | "graph_not_found" | "graph_refused" | "graph_no_route" | "graph_bad_response" | "graph_answer_too_large" | "graph_foreign_link" | "graph_page_loop" | "graph_feed_expired" | "graph_count_mismatch" | "object_changed" | "reference_deleted" | "not_licensed" | "audit_entry_changed" | "audit_entry_removed" | "audit_entry_added" | "audit_entry_moved" | "audit_digest_missing" | "audit_digest_replaced" | "audit_head_moved" | "audit_unsealed") | null;
  readonly activity: "none" | "queued" | "working" | "throttled" | "waiting" | "stalled";
};

export type Notification = {
  readonly id: string;
  readonly kind: string;
  readonly tenantId: string | "platform";
  readonly runId: string | null;
  readonly scheduleId: string | null;
  readonly outcome: string | null;
  readonly message: string;
  readonly createdAt: string;
  readonly readAt: string | null;
  readonly viewUrl: string;
};

export type GraphPause = {
  readonly paused: boolean;
};

export type Operations = {
  readonly getHealth: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly status: "up";
      readonly version: string;
    };
  };
  readonly getReady: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly ready: true;
    };
  };
  readonly getOpenapi: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly openapi: string;
      readonly [name: string]: unknown;
    };
  };
  readonly getSignIn: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: SignIn;
  };
  readonly getMe: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Me;
  };
  readonly listRoles: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly rights: readonly {
        readonly right: string;
        readonly sentence: string;
        readonly role: string;
      }[];
      readonly roles: readonly {
        readonly role: string;
        readonly rights: readonly string[];
      }[];
    };
  };
  readonly listTenants: {
    readonly params: Record<string, never>;
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "text"?: string | undefined;
      readonly "label"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Tenant[];
      readonly nextPage: string | null;
    };
  };
  readonly createTenant: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: {
      readonly id: string;
      readonly name: string;
      readonly timeZone: string;
      readonly labels?: readonly string[];
      readonly owner: {
        readonly kind: "user" | "group" | "application";
        readonly id: string;
        readonly name: string;
        readonly homeTenantId?: string;
      };
    };
    readonly answer: Tenant;
  };
  readonly getTenant: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Tenant;
  };
  readonly changeTenant: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "If-Match": string;
    };
    readonly body: {
      readonly name?: string;
      readonly timeZone?: string;
      readonly labels?: readonly string[];
    };
    readonly answer: Tenant;
  };
  readonly suspendTenant: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: {
      readonly reason: string;
    };
    readonly answer: Tenant;
  };
  readonly resumeTenant: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: {
      readonly reason: string;
    };
    readonly answer: Tenant;
  };
  readonly archiveTenant: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: {
      readonly reason: string;
      readonly confirm: string;
    };
    readonly answer: Tenant;
  };
  readonly createConsentLink: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: {
      readonly application: "read" | "write";
    };
    readonly answer: ConsentLink;
  };
  readonly receiveConsent: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: undefined;
  };
  readonly getTenantSummary: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: TenantSummary;
  };
  readonly listMembers: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Member[];
    };
  };
  readonly putMember: {
    readonly params: {
      readonly "tenantId": string;
      readonly "principalId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "If-Match"?: string | undefined;
    };
    readonly body: {
      readonly kind: "user" | "group" | "application";
      readonly name: string;
      readonly role: "reader" | "operator" | "manager" | "owner";
      readonly homeTenantId?: string;
    };
    readonly answer: Member;
  };
  readonly deleteMember: {
    readonly params: {
      readonly "tenantId": string;
      readonly "principalId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "If-Match": string;
    };
    readonly body: undefined;
    readonly answer: undefined;
  };
  readonly getReadiness: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Readiness;
  };
  readonly verifyTenant: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "Idempotency-Key"?: string | undefined;
    };
    readonly body: Record<string, never>;
    readonly answer: StartedRun;
  };
  readonly listAudit: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "actor"?: string | undefined;
      readonly "action"?: string | undefined;
      readonly "target"?: string | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly AuditEntry[];
      readonly nextPage: string | null;
    };
  };
  readonly exportAuditCsv: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "actor"?: string | undefined;
      readonly "action"?: string | undefined;
      readonly "target"?: string | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
      readonly "page"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Blob;
  };
  readonly exportAuditNdjson: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "actor"?: string | undefined;
      readonly "action"?: string | undefined;
      readonly "target"?: string | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
      readonly "page"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Blob;
  };
  readonly verifyAudit: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "Idempotency-Key"?: string | undefined;
    };
    readonly body: undefined;
    readonly answer: StartedRun;
  };
  readonly listPlatformAudit: {
    readonly params: Record<string, never>;
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "actor"?: string | undefined;
      readonly "action"?: string | undefined;
      readonly "target"?: string | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly AuditEntry[];
      readonly nextPage: string | null;
    };
  };
  readonly getCapabilities: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Capability[];
      readonly nextPage: null;
    };
  };
  readonly getTenantCapabilities: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Capability[];
      readonly nextPage: null;
    };
  };
  readonly getTenantSettings: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: TenantSettings;
  };
  readonly changeTenantSettings: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "If-Match": string;
    };
    readonly body: {
      readonly mostRestore?: "none" | "preview_only" | "enabled";
      readonly withheld?: readonly string[];
      readonly highRiskEnabled?: readonly string[];
    };
    readonly answer: TenantSettings;
  };
  readonly syncInventory: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "Idempotency-Key"?: string | undefined;
    };
    readonly body: {
      readonly types?: readonly string[];
    };
    readonly answer: StartedRun;
  };
  readonly takeSnapshot: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "Idempotency-Key"?: string | undefined;
    };
    readonly body: {
      readonly types?: readonly string[];
      readonly label?: string;
    };
    readonly answer: StartedRun;
  };
  readonly listSnapshots: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "count"?: "true" | "false" | undefined;
      readonly "state"?: "complete" | "complete_with_gaps" | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Snapshot[];
      readonly nextPage: string | null;
      readonly total?: number;
    };
  };
  readonly listOperations: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "status"?: "queued" | "running" | "completed" | undefined;
      readonly "outcome"?: "pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | undefined;
      readonly "type"?: "inventory.sync" | "snapshot.take" | "fleet.snapshot" | "directory.sync" | "events.collect" | "audit.verify" | "definitions.refresh" | "tenant.verify" | "configuration.restore" | undefined;
      readonly "initiator"?: string | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
      readonly "text"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Run[];
      readonly nextPage: string | null;
    };
  };
  readonly countOperations: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "status"?: "queued" | "running" | "completed" | undefined;
      readonly "outcome"?: "pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | undefined;
      readonly "type"?: "inventory.sync" | "snapshot.take" | "fleet.snapshot" | "directory.sync" | "events.collect" | "audit.verify" | "definitions.refresh" | "tenant.verify" | "configuration.restore" | undefined;
      readonly "initiator"?: string | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
      readonly "text"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: RunCounts;
  };
  readonly exportOperations: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "status"?: "queued" | "running" | "completed" | undefined;
      readonly "outcome"?: "pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | undefined;
      readonly "type"?: "inventory.sync" | "snapshot.take" | "fleet.snapshot" | "directory.sync" | "events.collect" | "audit.verify" | "definitions.refresh" | "tenant.verify" | "configuration.restore" | undefined;
      readonly "initiator"?: string | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
      readonly "text"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Blob;
  };
  readonly getOperation: {
    readonly params: {
      readonly "tenantId": string;
      readonly "runId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: RunDetail;
  };
  readonly listRunParts: {
    readonly params: {
      readonly "tenantId": string;
      readonly "runId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: RunParts;
  };
  readonly cancelOperation: {
    readonly params: {
      readonly "tenantId": string;
      readonly "runId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Run;
  };
  readonly retryOperation: {
    readonly params: {
      readonly "tenantId": string;
      readonly "runId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "Idempotency-Key"?: string | undefined;
    };
    readonly body: {
      readonly parts: "all" | "failed";
    };
    readonly answer: StartedRun;
  };
  readonly listInventory: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "count"?: "true" | "false" | undefined;
      readonly "type"?: string | undefined;
      readonly "state"?: "present" | "missing" | "unknown" | undefined;
      readonly "uses"?: string | undefined;
      readonly "assignedTo"?: ("allUsers" | "allDevices") | string | undefined;
      readonly "unassigned"?: "true" | undefined;
      readonly "brokenTarget"?: "true" | undefined;
      readonly "changedSince"?: string | undefined;
      readonly "ignored"?: "true" | "only" | undefined;
      readonly "text"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly InventoryObject[];
      readonly nextPage: string | null;
      readonly total?: number;
    };
  };
  readonly exportInventory: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "type"?: string | undefined;
      readonly "state"?: "present" | "missing" | "unknown" | undefined;
      readonly "uses"?: string | undefined;
      readonly "assignedTo"?: ("allUsers" | "allDevices") | string | undefined;
      readonly "unassigned"?: "true" | undefined;
      readonly "brokenTarget"?: "true" | undefined;
      readonly "changedSince"?: string | undefined;
      readonly "ignored"?: "true" | "only" | undefined;
      readonly "text"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Blob;
  };
  readonly getInventoryObject: {
    readonly params: {
      readonly "tenantId": string;
      readonly "type": string;
      readonly "objectId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: InventoryObjectDetail;
  };
  readonly listChanges: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
      readonly "type"?: string | undefined;
      readonly "event"?: "new" | "changed" | "renamed" | "gone" | "back" | undefined;
      readonly "ignored"?: "true" | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ToldVersion[];
      readonly nextPage: string | null;
    };
  };
  readonly listObjectVersions: {
    readonly params: {
      readonly "tenantId": string;
      readonly "type": string;
      readonly "objectId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ToldVersion[];
      readonly nextPage: string | null;
    };
  };
  readonly getObjectVersion: {
    readonly params: {
      readonly "tenantId": string;
      readonly "type": string;
      readonly "objectId": string;
      readonly "versionId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: ObjectVersion;
  };
  readonly getObjectVersionPayload: {
    readonly params: {
      readonly "tenantId": string;
      readonly "type": string;
      readonly "objectId": string;
      readonly "versionId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly [name: string]: unknown;
    };
  };
  readonly diffObjectVersion: {
    readonly params: {
      readonly "tenantId": string;
      readonly "type": string;
      readonly "objectId": string;
      readonly "versionId": string;
    };
    readonly query: {
      readonly "against"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly left: ObjectVersion | null;
      readonly right: ObjectVersion;
      readonly changes: readonly Change[];
    };
  };
  readonly ignoreObject: {
    readonly params: {
      readonly "tenantId": string;
      readonly "type": string;
      readonly "objectId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: {
      readonly reason: string;
      readonly expiresAt?: string;
    };
    readonly answer: Ignore;
  };
  readonly unignoreObject: {
    readonly params: {
      readonly "tenantId": string;
      readonly "type": string;
      readonly "objectId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: undefined;
  };
  readonly listAssignments: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "groupId": string;
      readonly "ignored"?: "true" | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly GroupAssignment[];
      readonly nextPage: string | null;
      readonly group: Group | null;
      readonly asOf: string | null;
      readonly nestedGroups: "not_known";
    };
  };
  readonly syncDirectory: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "Idempotency-Key"?: string | undefined;
    };
    readonly body: undefined;
    readonly answer: StartedRun;
  };
  readonly getDefinition: {
    readonly params: {
      readonly "definitionId": string;
    };
    readonly query: {
      readonly "language"?: "en" | "de" | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: NamedSetting;
  };
  readonly listGroups: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "text"?: string | undefined;
      readonly "ids"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Group[];
      readonly nextPage: string | null;
      readonly asOf: string | null;
    };
  };
  readonly searchDirectoryGroups: {
    readonly params: Record<string, never>;
    readonly query: {
      readonly "text": string;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly FoundGroup[];
    };
  };
  readonly listEvents: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
      readonly "objectId"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Event[];
      readonly nextPage: string | null;
      readonly collected: {
        readonly from: string;
        readonly to: string;
      } | null;
    };
  };
  readonly collectEvents: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "Idempotency-Key"?: string | undefined;
    };
    readonly body: {
      readonly from?: string;
    };
    readonly answer: StartedRun;
  };
  readonly getSnapshot: {
    readonly params: {
      readonly "tenantId": string;
      readonly "snapshotId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Snapshot;
  };
  readonly diffSnapshot: {
    readonly params: {
      readonly "tenantId": string;
      readonly "snapshotId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "text"?: string | undefined;
      readonly "type"?: string | undefined;
      readonly "change"?: "added" | "removed" | "changed" | "unchanged" | "incomparable" | "ambiguous" | undefined;
      readonly "area"?: "settings" | "properties" | "assignments" | "scopeTags" | "name" | undefined;
      readonly "details"?: "counts" | undefined;
      readonly "against": string | "inventory";
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ComparedObject[];
      readonly nextPage: string | null;
      readonly left: ComparedSide;
      readonly right: ComparedSide;
      readonly matchedBy: "id" | "name";
      readonly counts: {
        readonly [name: string]: number;
      };
      readonly byType: readonly ComparedType[];
      readonly appeared: readonly {
        readonly type: string;
        readonly place: string;
        readonly objects: number;
      }[];
      readonly exact: boolean;
    };
  };
  readonly diffObject: {
    readonly params: {
      readonly "tenantId": string;
      readonly "snapshotId": string;
      readonly "type": string;
      readonly "objectId": string;
    };
    readonly query: {
      readonly "against": string | "inventory";
      readonly "format"?: "json" | "json-patch" | "markdown" | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly left: ComparedSide;
      readonly right: ComparedSide;
      readonly object: ComparedObject;
      readonly changes: readonly Change[];
      readonly next: {
        readonly objects: readonly {
          readonly type: string;
          readonly id: string;
        }[];
      } | null;
    };
  };
  readonly getSnapshotForm: {
    readonly params: {
      readonly "tenantId": string;
      readonly "snapshotId": string;
      readonly "type": string;
      readonly "objectId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Form;
  };
  readonly listEntries: {
    readonly params: {
      readonly "tenantId": string;
      readonly "snapshotId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "count"?: "true" | "false" | undefined;
      readonly "type"?: string | undefined;
      readonly "text"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Entry[];
      readonly nextPage: string | null;
      readonly total?: number;
      readonly types?: readonly SnapshotType[];
    };
  };
  readonly getSnapshotObject: {
    readonly params: {
      readonly "tenantId": string;
      readonly "snapshotId": string;
      readonly "type": string;
      readonly "objectId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly [name: string]: unknown;
    };
  };
  readonly compareTenants: {
    readonly params: Record<string, never>;
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "text"?: string | undefined;
      readonly "type"?: string | undefined;
      readonly "change"?: "added" | "removed" | "changed" | "unchanged" | "incomparable" | "ambiguous" | undefined;
      readonly "area"?: "settings" | "properties" | "assignments" | "scopeTags" | "name" | undefined;
      readonly "details"?: "counts" | undefined;
      readonly "left": string;
      readonly "right": string;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ComparedObject[];
      readonly nextPage: string | null;
      readonly left: ComparedSide;
      readonly right: ComparedSide;
      readonly matchedBy: "id" | "name";
      readonly counts: {
        readonly [name: string]: number;
      };
      readonly byType: readonly ComparedType[];
      readonly appeared: readonly {
        readonly type: string;
        readonly place: string;
        readonly objects: number;
      }[];
      readonly exact: boolean;
    };
  };
  readonly compareObjectOfTenants: {
    readonly params: {
      readonly "type": string;
      readonly "objectId": string;
    };
    readonly query: {
      readonly "left": string;
      readonly "right": string;
      readonly "other"?: string | undefined;
      readonly "format"?: "json" | "json-patch" | "markdown" | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly left: ComparedSide;
      readonly right: ComparedSide;
      readonly object: ComparedObject;
      readonly changes: readonly Change[];
      readonly next: {
        readonly objects: readonly {
          readonly type: string;
          readonly id: string;
        }[];
      } | null;
    };
  };
  readonly listSchedules: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Schedule[];
      readonly nextPage: string | null;
    };
  };
  readonly createSchedule: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: {
      readonly cron: string;
      readonly timeZone?: string;
      readonly jitterMinutes?: number;
      readonly types?: (readonly string[]) | null;
      readonly paused?: boolean;
      readonly promiseHours?: number | null;
      readonly missedSlots?: "run_latest" | "skip";
    };
    readonly answer: Schedule;
  };
  readonly previewSchedule: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: {
      readonly "cron": string;
      readonly "timeZone"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: SchedulePreview;
  };
  readonly getSchedule: {
    readonly params: {
      readonly "tenantId": string;
      readonly "scheduleId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Schedule;
  };
  readonly changeSchedule: {
    readonly params: {
      readonly "tenantId": string;
      readonly "scheduleId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: {
      readonly cron?: string;
      readonly timeZone?: string;
      readonly jitterMinutes?: number;
      readonly types?: (readonly string[]) | null;
      readonly paused?: boolean;
      readonly promiseHours?: number | null;
      readonly missedSlots?: "run_latest" | "skip";
    };
    readonly answer: Schedule;
  };
  readonly deleteSchedule: {
    readonly params: {
      readonly "tenantId": string;
      readonly "scheduleId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: undefined;
  };
  readonly runSchedule: {
    readonly params: {
      readonly "tenantId": string;
      readonly "scheduleId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "Idempotency-Key"?: string | undefined;
    };
    readonly body: undefined;
    readonly answer: StartedRun;
  };
  readonly listSlots: {
    readonly params: {
      readonly "tenantId": string;
      readonly "scheduleId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Slot[];
      readonly nextPage: string | null;
    };
  };
  readonly getFacts: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: PlatformFacts;
  };
  readonly getOverview: {
    readonly params: Record<string, never>;
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "state"?: "pending_consent" | "active" | "attention" | "suspended" | "archived" | "unknown" | undefined;
      readonly "promise"?: "broken" | undefined;
      readonly "text"?: string | undefined;
      readonly "label"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly TenantOverview[];
      readonly nextPage: string | null;
      readonly unreadable: readonly UnreadableDocument[];
      readonly totals: {
        readonly tenants: number;
        readonly attention: number;
        readonly paused: number;
        readonly brokenPromises: number;
      };
    };
  };
  readonly exportOverview: {
    readonly params: Record<string, never>;
    readonly query: {
      readonly "state"?: "pending_consent" | "active" | "attention" | "suspended" | "archived" | "unknown" | undefined;
      readonly "promise"?: "broken" | undefined;
      readonly "text"?: string | undefined;
      readonly "label"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Blob;
  };
  readonly getOwnOverview: {
    readonly params: Record<string, never>;
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "state"?: "pending_consent" | "active" | "attention" | "suspended" | "archived" | "unknown" | undefined;
      readonly "promise"?: "broken" | undefined;
      readonly "text"?: string | undefined;
      readonly "label"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly TenantOverview[];
      readonly nextPage: string | null;
      readonly unreadable: readonly UnreadableDocument[];
    };
  };
  readonly exportOwnOverview: {
    readonly params: Record<string, never>;
    readonly query: {
      readonly "state"?: "pending_consent" | "active" | "attention" | "suspended" | "archived" | "unknown" | undefined;
      readonly "promise"?: "broken" | undefined;
      readonly "text"?: string | undefined;
      readonly "label"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Blob;
  };
  readonly takeTenantOwnership: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: {
      readonly reason: string;
    };
    readonly answer: Member;
  };
  readonly listPlatformOperations: {
    readonly params: Record<string, never>;
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "status"?: "queued" | "running" | "completed" | undefined;
      readonly "outcome"?: "pending" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | undefined;
      readonly "type"?: "inventory.sync" | "snapshot.take" | "fleet.snapshot" | "directory.sync" | "events.collect" | "audit.verify" | "definitions.refresh" | "tenant.verify" | "configuration.restore" | undefined;
      readonly "initiator"?: string | undefined;
      readonly "from"?: string | undefined;
      readonly "to"?: string | undefined;
      readonly "text"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Run[];
      readonly nextPage: string | null;
    };
  };
  readonly startPlatformOperation: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "Idempotency-Key"?: string | undefined;
    };
    readonly body: {
      readonly type: "fleet.snapshot" | "definitions.refresh";
      readonly tenants?: readonly (string | "platform")[];
      readonly labels?: readonly string[];
    };
    readonly answer: StartedRun;
  };
  readonly getPlatformOperation: {
    readonly params: {
      readonly "runId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: FleetDetail;
  };
  readonly listChildren: {
    readonly params: {
      readonly "runId": string;
    };
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
      readonly "state"?: "waiting" | "held" | "active" | "succeeded" | "partially_succeeded" | "failed" | "cancelled" | "skipped" | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly FleetChild[];
      readonly nextPage: string | null;
    };
  };
  readonly cancelPlatformOperation: {
    readonly params: {
      readonly "runId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Run;
  };
  readonly retryPlatformOperation: {
    readonly params: {
      readonly "runId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: {
      readonly "Idempotency-Key"?: string | undefined;
    };
    readonly body: {
      readonly parts: "all" | "failed";
    };
    readonly answer: StartedRun;
  };
  readonly listNotifications: {
    readonly params: Record<string, never>;
    readonly query: {
      readonly "limit"?: number | undefined;
      readonly "page"?: string | undefined;
    };
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Notification[];
      readonly nextPage: string | null;
    };
  };
  readonly countUnread: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: LimitedCount;
  };
  readonly readNotification: {
    readonly params: {
      readonly "notificationId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: Notification;
  };
  readonly readNotifications: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: {
      readonly upTo: string;
    };
    readonly answer: LimitedCount;
  };
  readonly pauseGraph: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: GraphPause;
  };
  readonly resumeGraph: {
    readonly params: {
      readonly "tenantId": string;
    };
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: GraphPause;
  };
  readonly pauseAllGraph: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: GraphPause;
  };
  readonly resumeAllGraph: {
    readonly params: Record<string, never>;
    readonly query: Record<string, never>;
    readonly headers: Record<string, never>;
    readonly body: undefined;
    readonly answer: GraphPause;
  };
};

export const operations = {
  getHealth: ["GET", "/health"],
  getReady: ["GET", "/ready"],
  getOpenapi: ["GET", "/openapi.json"],
  getSignIn: ["GET", "/sign-in"],
  getMe: ["GET", "/me"],
  listRoles: ["GET", "/roles"],
  listTenants: ["GET", "/tenants"],
  createTenant: ["POST", "/tenants"],
  getTenant: ["GET", "/tenants/{tenantId}"],
  changeTenant: ["PATCH", "/tenants/{tenantId}"],
  suspendTenant: ["POST", "/tenants/{tenantId}/suspend"],
  resumeTenant: ["POST", "/tenants/{tenantId}/resume"],
  archiveTenant: ["POST", "/tenants/{tenantId}/archive"],
  createConsentLink: ["POST", "/tenants/{tenantId}/consent-links"],
  receiveConsent: ["GET", "/consent"],
  getTenantSummary: ["GET", "/tenants/{tenantId}/summary"],
  listMembers: ["GET", "/tenants/{tenantId}/members"],
  putMember: ["PUT", "/tenants/{tenantId}/members/{principalId}"],
  deleteMember: ["DELETE", "/tenants/{tenantId}/members/{principalId}"],
  getReadiness: ["GET", "/tenants/{tenantId}/readiness"],
  verifyTenant: ["POST", "/tenants/{tenantId}/verify"],
  listAudit: ["GET", "/tenants/{tenantId}/audit"],
  exportAuditCsv: ["GET", "/tenants/{tenantId}/audit.csv"],
  exportAuditNdjson: ["GET", "/tenants/{tenantId}/audit.ndjson"],
  verifyAudit: ["POST", "/tenants/{tenantId}/audit/verify"],
  listPlatformAudit: ["GET", "/platform/audit"],
  getCapabilities: ["GET", "/capabilities"],
  getTenantCapabilities: ["GET", "/tenants/{tenantId}/capabilities"],
  getTenantSettings: ["GET", "/tenants/{tenantId}/settings"],
  changeTenantSettings: ["PATCH", "/tenants/{tenantId}/settings"],
  syncInventory: ["POST", "/tenants/{tenantId}/inventory/sync"],
  takeSnapshot: ["POST", "/tenants/{tenantId}/snapshots"],
  listSnapshots: ["GET", "/tenants/{tenantId}/snapshots"],
  listOperations: ["GET", "/tenants/{tenantId}/operations"],
  countOperations: ["GET", "/tenants/{tenantId}/operation-counts"],
  exportOperations: ["GET", "/tenants/{tenantId}/operations.csv"],
  getOperation: ["GET", "/tenants/{tenantId}/operations/{runId}"],
  listRunParts: ["GET", "/tenants/{tenantId}/operations/{runId}/parts"],
  cancelOperation: ["POST", "/tenants/{tenantId}/operations/{runId}/cancel"],
  retryOperation: ["POST", "/tenants/{tenantId}/operations/{runId}/retry"],
  listInventory: ["GET", "/tenants/{tenantId}/inventory"],
  exportInventory: ["GET", "/tenants/{tenantId}/inventory.csv"],
  getInventoryObject: ["GET", "/tenants/{tenantId}/inventory/{type}/{objectId}"],
  listChanges: ["GET", "/tenants/{tenantId}/changes"],
  listObjectVersions: ["GET", "/tenants/{tenantId}/objects/{type}/{objectId}/versions"],
  getObjectVersion: ["GET", "/tenants/{tenantId}/objects/{type}/{objectId}/versions/{versionId}"],
  getObjectVersionPayload: ["GET", "/tenants/{tenantId}/objects/{type}/{objectId}/versions/{versionId}/payload"],
  diffObjectVersion: ["GET", "/tenants/{tenantId}/objects/{type}/{objectId}/versions/{versionId}/diff"],
  ignoreObject: ["PUT", "/tenants/{tenantId}/inventory/{type}/{objectId}/ignore"],
  unignoreObject: ["DELETE", "/tenants/{tenantId}/inventory/{type}/{objectId}/ignore"],
  listAssignments: ["GET", "/tenants/{tenantId}/assignments"],
  syncDirectory: ["POST", "/tenants/{tenantId}/directory/sync"],
  getDefinition: ["GET", "/definitions/{definitionId}"],
  listGroups: ["GET", "/tenants/{tenantId}/groups"],
  searchDirectoryGroups: ["GET", "/directory/groups"],
  listEvents: ["GET", "/tenants/{tenantId}/events"],
  collectEvents: ["POST", "/tenants/{tenantId}/events/collect"],
  getSnapshot: ["GET", "/tenants/{tenantId}/snapshots/{snapshotId}"],
  diffSnapshot: ["GET", "/tenants/{tenantId}/snapshots/{snapshotId}/diff"],
  diffObject: ["GET", "/tenants/{tenantId}/snapshots/{snapshotId}/diff/{type}/{objectId}"],
  getSnapshotForm: ["GET", "/tenants/{tenantId}/snapshots/{snapshotId}/objects/{type}/{objectId}/form"],
  listEntries: ["GET", "/tenants/{tenantId}/snapshots/{snapshotId}/entries"],
  getSnapshotObject: ["GET", "/tenants/{tenantId}/snapshots/{snapshotId}/objects/{type}/{objectId}"],
  compareTenants: ["GET", "/comparisons"],
  compareObjectOfTenants: ["GET", "/comparisons/{type}/{objectId}"],
  listSchedules: ["GET", "/tenants/{tenantId}/schedules"],
  createSchedule: ["POST", "/tenants/{tenantId}/schedules"],
  previewSchedule: ["GET", "/tenants/{tenantId}/schedule-preview"],
  getSchedule: ["GET", "/tenants/{tenantId}/schedules/{scheduleId}"],
  changeSchedule: ["PATCH", "/tenants/{tenantId}/schedules/{scheduleId}"],
  deleteSchedule: ["DELETE", "/tenants/{tenantId}/schedules/{scheduleId}"],
  runSchedule: ["POST", "/tenants/{tenantId}/schedules/{scheduleId}/run"],
  listSlots: ["GET", "/tenants/{tenantId}/schedules/{scheduleId}/slots"],
  getFacts: ["GET", "/platform/facts"],
  getOverview: ["GET", "/platform/overview"],
  exportOverview: ["GET", "/platform/overview.csv"],
  getOwnOverview: ["GET", "/overview"],
  exportOwnOverview: ["GET", "/overview.csv"],
  takeTenantOwnership: ["POST", "/platform/tenants/{tenantId}/take-ownership"],
  listPlatformOperations: ["GET", "/platform/operations"],
  startPlatformOperation: ["POST", "/platform/operations"],
  getPlatformOperation: ["GET", "/platform/operations/{runId}"],
  listChildren: ["GET", "/platform/operations/{runId}/children"],
  cancelPlatformOperation: ["POST", "/platform/operations/{runId}/cancel"],
  retryPlatformOperation: ["POST", "/platform/operations/{runId}/retry"],
  listNotifications: ["GET", "/notifications"],
  countUnread: ["GET", "/notifications/unread"],
  readNotification: ["POST", "/notifications/{notificationId}/read"],
  readNotifications: ["POST", "/notifications/read"],
  pauseGraph: ["POST", "/tenants/{tenantId}/graph/pause"],
  resumeGraph: ["POST", "/tenants/{tenantId}/graph/resume"],
  pauseAllGraph: ["POST", "/platform/graph/pause"],
  resumeAllGraph: ["POST", "/platform/graph/resume"],
} as const satisfies Record<keyof Operations, readonly [method: string, path: string]>;

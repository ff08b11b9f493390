import type { AuditRepository, DigestStore } from "../audit/repository.ts";
import type { ConsentRepository } from "../consent/consent-link.ts";
import type { DefinitionBlobs, DefinitionRepository } from "../definition/repository.ts";
import type { DirectoryRepository } from "../directory/repository.ts";
import type { EventRepository } from "../event/repository.ts";
import type { LinkRepository } from "../fleet/repository.ts";
import type { InventoryRepository } from "../inventory/repository.ts";
import type { PartRepository } from "../observation/part.ts";
import type { Staging } from "../observation/staging.ts";
import type { LeaseRepository } from "../operation-run/lease.ts";
import type { RunRepository } from "../operation-run/repository.ts";
import type { ReadinessRepository } from "../readiness/readiness.ts";
import type { ScheduleRepository } from "../schedule/repository.ts";
import type { SnapshotBlobs, SnapshotRepository } from "../snapshot/repository.ts";
import type { TenantRepository } from "../tenant/repository.ts";
import type { TenantScope } from "../tenant-scope/tenant-scope.ts";
import type { VersionRepository } from "../version/repository.ts";

/** Everything that is stored for one tenant. */
export type TenantStores = {
  readonly tenant: TenantRepository;
  readonly runs: RunRepository;
  readonly parts: PartRepository;
  readonly leases: LeaseRepository;
  /** Children of fleet runs; in the scope of the platform only. */
  readonly links: LinkRepository;
  /** Links for consent; in the scope of the platform only. */
  readonly consents: ConsentRepository;
  /** Names of settings; in the scope of the platform only. */
  readonly definitions: DefinitionRepository;
  readonly definitionBlobs: DefinitionBlobs;
  readonly schedules: ScheduleRepository;
  readonly inventory: InventoryRepository;
  readonly directory: DirectoryRepository;
  /** What the last check of the tenant found. */
  readonly readiness: ReadinessRepository;
  readonly snapshots: SnapshotRepository;
  /** Histories of objects, derived from sealed snapshots. */
  readonly versions: VersionRepository;
  /** Who did what to objects of the tenant, as Intune's audit says. */
  readonly events: EventRepository;
  readonly blobs: SnapshotBlobs;
  readonly staging: Staging;
  readonly audit: AuditRepository;
  readonly digests: DigestStore;
};

/** The only way to a repository: one checked scope in, repositories of that tenant out (P5.1). */
export type StoresFor = (scope: TenantScope) => TenantStores;

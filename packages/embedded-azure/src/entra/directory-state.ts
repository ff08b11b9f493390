import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../tls/write-atomically.ts";

/** What an administrator can change while the directory runs. Kept in the data folder, so a restart changes nothing. */
export type DirectoryState = {
  readonly hasConsent: (tenantId: string, appId: string) => boolean;
  readonly setConsent: (tenantId: string, appId: string, given: boolean) => Promise<void>;
  /** What the tenant granted instead of all that the registration asks for; undefined while it is all. */
  readonly grantedIn: (tenantId: string, appId: string) => readonly string[] | undefined;
  /** Null: all that the registration asks for. */
  readonly setGranted: (tenantId: string, appId: string, permissions: readonly string[] | null) => Promise<void>;
  readonly isDisabled: (appId: string) => boolean;
  readonly setDisabled: (appId: string, disabled: boolean) => Promise<void>;
  /** Whether the credential of an application is past its time. */
  readonly isExpired: (appId: string) => boolean;
  readonly setExpired: (appId: string, expired: boolean) => Promise<void>;
};

type StoredState = {
  readonly refusedConsent: readonly string[];
  readonly disabledApps: readonly string[];
  /** Absent in folders of before. */
  readonly expiredApps?: readonly string[];
  readonly granted?: Readonly<Record<string, readonly string[]>>;
};

/** Consent is given until it is taken away: the demo tenants have been onboarded. */
export async function openDirectoryState(dir: string): Promise<DirectoryState> {
  const path = join(dir, "state.json");
  const stored = await readStored(path);
  const refusedConsent = new Set(stored.refusedConsent);
  const disabledApps = new Set(stored.disabledApps);
  const expiredApps = new Set(stored.expiredApps);
  const granted = new Map(Object.entries(stored.granted ?? {}));
  const write = () => {
    const now: StoredState = {
      refusedConsent: [...refusedConsent],
      disabledApps: [...disabledApps],
      expiredApps: [...expiredApps],
      granted: Object.fromEntries(granted),
    };
    return writeAtomically(path, JSON.stringify(now), 0o600);
  };
  // One after the other, or an older state could take the place of a newer one.
  let last: Promise<void> = Promise.resolve();
  const keep = () => {
    last = last.then(write, write);
    return last;
  };
  const put = (set: Set<string>, key: string, present: boolean) => {
    if (present) set.add(key);
    else set.delete(key);
    return keep();
  };
  return {
    hasConsent: (tenantId, appId) => !refusedConsent.has(`${tenantId}/${appId}`),
    setConsent: (tenantId, appId, given) => put(refusedConsent, `${tenantId}/${appId}`, !given),
    grantedIn: (tenantId, appId) => granted.get(`${tenantId}/${appId}`),
    setGranted: (tenantId, appId, permissions) => {
      if (permissions) granted.set(`${tenantId}/${appId}`, permissions);
      else granted.delete(`${tenantId}/${appId}`);
      return keep();
    },
    isDisabled: (appId) => disabledApps.has(appId),
    setDisabled: (appId, disabled) => put(disabledApps, appId, disabled),
    isExpired: (appId) => expiredApps.has(appId),
    setExpired: (appId, expired) => put(expiredApps, appId, expired),
  };
}

async function readStored(path: string): Promise<StoredState> {
  try {
    // Written by `keep` above and by nobody else.
    return JSON.parse(await readFile(path, "utf8")) as StoredState;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      return { refusedConsent: [], disabledApps: [] };
    throw error;
  }
}

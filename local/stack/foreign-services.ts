import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";

// One's tokens mean nothing to the other, so these are replaced together or not at all.
const together = [
  "COSMOS_ENDPOINT",
  "SERVICE_BUS__fullyQualifiedNamespace",
  "BLOB_ENDPOINT",
  "ENTRA_AUTHORITY",
] as const;

/** Whether the environment names real services instead of the embedded ones. CannotStart when it names some of them only. */
export function namesForeignServices(env: NodeJS.ProcessEnv): boolean {
  const missing = together.filter((name) => !env[name]);
  if (missing.length === together.length) return false;
  if (missing.length === 0) return true;
  throw new CannotStart(
    `${together.join(", ")} replace the embedded services together: set ${missing.join(", ")} too, or none of them.`,
  );
}

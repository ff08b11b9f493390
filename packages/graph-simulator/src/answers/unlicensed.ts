import { randomUUID } from "node:crypto";
import type { Collection } from "../collection.ts";
import { badRequest, GraphError } from "../graph-error.ts";

/**
 * What services are on record with for a tenant that lacks their licence (public reports; where one does not quote the
 * status, it is 403). Some name no licence at all: a client cannot distinguish it from a missing permission.
 */
export function unlicensed({ path, serviceGroup }: Pick<Collection, "path" | "serviceGroup">): GraphError {
  if (serviceGroup === "cloudPc") return forbidden("Access Denied");
  if (serviceGroup === "conditionalAccess") return forbidden("Your tenant is not licensed for this feature.");
  if (/\/windows\w+Update\w+$/.test(path)) return forbidden(serviceError("SoftwareUpdateService", path));
  if (path.startsWith("/deviceManagement/remoteAssistance")) {
    return forbidden(`${serviceError("RemoteAssistService", path)} - CustomApiErrorPhrase: Forbidden`);
  }
  if (path === "/deviceAppManagement/mobileApps") {
    return new GraphError(400, "AppLifecycle_2210", "The tenant is not provisioned for apps.");
  }
  if (/^\/device(App)?Management\//.test(path)) return badRequest("Request not applicable to target tenant.");
  return new GraphError(
    403,
    "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
    "Neither tenant is B2C or tenant doesn't have premium license",
  );
}

function forbidden(message: string): GraphError {
  return new GraphError(403, "Forbidden", message);
}

function serviceError(service: string, path: string): string {
  const operation = `Operation ID (for customer support): ${randomUUID()} - Activity ID: ${randomUUID()}`;
  return `An error has occurred - ${operation} - Url: https://fef.manage.microsoft.com/${service}${path}`;
}

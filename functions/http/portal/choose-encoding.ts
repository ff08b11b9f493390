import type { Encoding, PortalFile } from "../../../src/domain/portal/portal-content.ts";

const preferred: readonly Encoding[] = ["br", "gzip"];

/** The smallest form of a file that the header Accept-Encoding allows (RFC 9110 12.5.3); none: as it is. */
export function chooseEncoding(
  acceptEncoding: string | null,
  encoded: PortalFile["encoded"],
): { readonly name: Encoding; readonly body: Uint8Array } | undefined {
  const accepted = acceptedCodings(acceptEncoding ?? "");
  for (const name of preferred) {
    const body = encoded[name];
    if (body && (accepted.get(name) ?? accepted.get("*") ?? false)) return { name, body };
  }
  return undefined;
}

/** Whether each coding that is named may be sent: `q=0` forbids it. */
function acceptedCodings(header: string): ReadonlyMap<string, boolean> {
  return new Map(
    header.split(",").map((each) => {
      const [name = "", ...parameters] = each.split(";").map((part) => part.trim().toLowerCase());
      return [name, !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))] as const;
    }),
  );
}

import type { BlobVersion } from "../store/blob-version.ts";
import type { Container } from "../store/open-store.ts";
import { element, escapeXml, xmlHead } from "./xml.ts";

/** What a listing shows beside names and properties. */
export type Include = { readonly metadata: boolean; readonly versions: boolean; readonly policies: boolean };

export type ListPage = {
  readonly account: string;
  readonly container: string;
  readonly prefix: string;
  readonly delimiter: string | undefined;
  readonly marker: string | undefined;
  readonly maxResults: number | undefined;
  readonly include: Include;
  readonly entries: readonly (BlobVersion | { readonly prefix: string })[];
  readonly nextMarker: string | undefined;
};

export function toListXml(page: ListPage): string {
  const entries = page.entries.map((entry) =>
    "prefix" in entry ? `<BlobPrefix>${element("Name", entry.prefix)}</BlobPrefix>` : toBlobXml(entry, page.include),
  );
  return [
    `${xmlHead}<EnumerationResults ServiceEndpoint="/${escapeXml(page.account)}" ContainerName="${page.container}">`,
    element("Prefix", page.prefix || undefined),
    element("Marker", page.marker),
    element("MaxResults", page.maxResults),
    element("Delimiter", page.delimiter),
    `<Blobs>${entries.join("")}</Blobs>`,
    `<NextMarker>${page.nextMarker ?? ""}</NextMarker></EnumerationResults>`,
  ].join("");
}

function toBlobXml(version: BlobVersion, include: Include): string {
  const names = element("Name", version.name) + (include.versions ? versionXml(version) : "");
  const metadata = Object.entries(version.metadata).map(([name, value]) => element(name, value));
  return `<Blob>${names}${propertiesXml(version, include)}${include.metadata ? `<Metadata>${metadata.join("")}</Metadata>` : ""}</Blob>`;
}

function versionXml(version: BlobVersion): string {
  return element("VersionId", version.versionId) + element("IsCurrentVersion", version.isCurrent || undefined);
}

function propertiesXml({ headers, policy, ...version }: BlobVersion, include: Include): string {
  const withPolicy = include.policies ? policy : undefined;
  const properties = [
    element("Creation-Time", new Date(version.createdMs).toUTCString()),
    element("Last-Modified", new Date(version.modifiedMs).toUTCString()),
    element("Etag", version.etag.replaceAll('"', "")),
    element("Content-Length", version.size),
    element("Content-Type", headers.contentType ?? "application/octet-stream"),
    element("Content-Encoding", headers.contentEncoding),
    element("Content-Language", headers.contentLanguage),
    element("Content-MD5", headers.contentMd5),
    element("Cache-Control", headers.cacheControl),
    element("Content-Disposition", headers.contentDisposition),
    element("BlobType", "BlockBlob"),
    element("LeaseStatus", "unlocked"),
    element("LeaseState", "available"),
    element("ServerEncrypted", true),
    element("ImmutabilityPolicyUntilDate", withPolicy && new Date(withPolicy.untilMs).toUTCString()),
    element("ImmutabilityPolicyMode", withPolicy?.mode),
  ];
  return `<Properties>${properties.join("")}</Properties>`;
}

export function toContainersXml(account: string, containers: readonly Container[]): string {
  const entries = containers.map(({ name, etag, modifiedMs }) => {
    const properties = element("Last-Modified", new Date(modifiedMs).toUTCString()) + element("Etag", etag);
    return `<Container>${element("Name", name)}<Properties>${properties}</Properties></Container>`;
  });
  const open = `${xmlHead}<EnumerationResults ServiceEndpoint="/${escapeXml(account)}">`;
  return `${open}<Containers>${entries.join("")}</Containers><NextMarker></NextMarker></EnumerationResults>`;
}

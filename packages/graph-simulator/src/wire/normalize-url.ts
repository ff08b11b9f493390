const option = "\\$?(?:expand|select|filter|search|top|skiptoken|count|orderby)=";
const innerMark = new RegExp(`\\?+(?=${option})`, "gi");

/** An address as other clients write it: with more than one slash at its start, or with a second `?` before an option. */
export function normalizeUrl(url: string): string {
  const [, path = "", query] = /^([^?]*)(?:\?+(.*))?$/s.exec(url) ?? [];
  const normalized = path.replace(/^\/{2,}/, "/");
  return query === undefined ? normalized : `${normalized}?${query.replaceAll(innerMark, "&")}`;
}

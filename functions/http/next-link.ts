/** The header that names where the rest of an answer is (RFC 8288); none when there is no rest. */
export function nextLink(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  nextPage: string | null,
): Readonly<Record<string, string>> {
  if (nextPage === null) return {};
  const known = Object.entries(query).filter((each): each is [string, string] => each[1] !== undefined);
  const parameters = new URLSearchParams([...known.filter(([name]) => name !== "page"), ["page", nextPage]]);
  return { link: `</api/${path}?${parameters.toString()}>; rel="next"` };
}

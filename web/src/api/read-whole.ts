type Part = { readonly body: Blob; readonly nextPage?: string };

/**
 * An export to its end, as one file: an answer holds 10,000 rows at most and says where the rest is. `toMore` makes of an
 * answer after the first what is added.
 */
export async function readWhole(
  read: (page: { readonly page?: string }) => Promise<Part>,
  toMore: (part: Blob) => Promise<BlobPart>,
): Promise<{ readonly body: Blob }> {
  const first = await read({});
  const parts: BlobPart[] = [first.body];
  for (let next = first.nextPage; next !== undefined; ) {
    const { body, nextPage } = await read({ page: next });
    parts.push(await toMore(body));
    next = nextPage;
  }
  return { body: new Blob(parts, { type: first.body.type }) };
}

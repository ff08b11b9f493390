const rings = ["Pilot", "Early adopters", "Broad"];

/** A name of its own for each index: all topics, then all again for the next ring, then for the next version. */
export function toName(prefix: string, topics: readonly string[], index: number): string {
  const topic = topics[index % topics.length];
  const round = Math.floor(index / topics.length);
  const ring = rings[round % rings.length];
  return `${prefix} - ${topic} - ${ring} - v${1 + Math.floor(round / rings.length)}.0`;
}

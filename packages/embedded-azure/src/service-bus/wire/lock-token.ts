/**
 * A lock token in its two orders: RFC 4122 (what the client shows, and sends as an AMQP uuid) and that of a .NET Guid
 * (the delivery tag), which turns the first three groups round. Turning twice gives the first form again.
 */
export function swapGuidByteOrder(token: Buffer): Buffer {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return Buffer.from(order.map((index) => token.readUInt8(index)));
}

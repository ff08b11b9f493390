/** The sections of an encoded AMQP message (AMQP 1.0 part 3, section 3.2). */
export const sectionCode = {
  header: 0x70,
  deliveryAnnotations: 0x71,
  messageAnnotations: 0x72,
  properties: 0x73,
  applicationProperties: 0x74,
} as const;

/** A section with its bytes, descriptor included. */
export type Section = { readonly code: number; readonly bytes: Buffer };

/** Splits an encoded message without decoding what the sections hold. */
export function splitSections(message: Buffer): Section[] {
  const sections: Section[] = [];
  for (let offset = 0; offset < message.length; ) {
    const { code, valueAt } = readDescriptor(message, offset);
    const end = endOfValue(message, valueAt);
    sections.push({ code, bytes: message.subarray(offset, end) });
    offset = end;
  }
  return sections;
}

export function joinSections(sections: readonly Section[]): Buffer {
  return Buffer.concat(sections.map((section) => section.bytes));
}

/** Puts a section in the place of its code, instead of one that is there. */
export function withSection(sections: readonly Section[], replacement: Section): Section[] {
  const before = sections.filter((section) => section.code < replacement.code);
  const after = sections.filter((section) => section.code > replacement.code);
  return [...before, replacement, ...after];
}

/** A descriptor is a ulong, in one byte (0x53) or eight (0x80). */
function readDescriptor(message: Buffer, offset: number): { code: number; valueAt: number } {
  if (message[offset] !== 0) throw new TypeError(`There is no AMQP section at byte ${offset} of the message.`);
  if (message[offset + 1] === 0x53) return { code: message.readUInt8(offset + 2), valueAt: offset + 3 };
  if (message[offset + 1] === 0x80) return { code: message.readUInt8(offset + 9), valueAt: offset + 10 };
  throw new TypeError(`The AMQP section at byte ${offset} has no numeric descriptor.`);
}

/** The upper half of a type code says how wide the value is (AMQP 1.0 part 1, section 1.2). */
function endOfValue(message: Buffer, offset: number): number {
  const typeCode = message.readUInt8(offset);
  const value = offset + 1;
  if (typeCode === 0) return endOfValue(message, endOfValue(message, value));
  const width = fixedWidths[typeCode >> 4];
  if (width !== undefined) return value + width;
  const sizeInOneByte = [0xa, 0xc, 0xe].includes(typeCode >> 4);
  return sizeInOneByte ? value + 1 + message.readUInt8(value) : value + 4 + message.readUInt32BE(value);
}

const fixedWidths: Readonly<Record<number, number>> = { 4: 0, 5: 1, 6: 2, 7: 4, 8: 8, 9: 16 };

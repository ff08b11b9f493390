import { crc32, deflateRawSync } from "node:zlib";

/** A file of an archive: its path with forward slashes, and its content. */
export interface ZipEntry {
  path: string;
  content: Uint8Array;
}

// APPNOTE.TXT 6.3, 4.4: version 2.0 reads deflate; bit 11 says that names are UTF-8.
const versionNeeded = 20;
const utf8Names = 0x0800;
const deflate = 8;
// 4.4.1.4: beyond these an archive needs the Zip64 records, which are not written here.
const maxEntries = 0xffff;
const maxBytes = 0xffffffff;

/**
 * A zip archive of the entries, in their order. `time` stands for every entry, so that the same content makes the same
 * bytes. Throws when the archive would need Zip64 (65,535 entries or 4 GiB), or when a path leaves it.
 */
export function toZip(entries: ZipEntry[], time: Date): Buffer {
  if (entries.length >= maxEntries) throw new Error(`A zip of ${entries.length} entries is not supported.`);
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const body = toBody(entry, time);
    bodies.push(body.header, body.name, body.data);
    directory.push(toDirectoryEntry(body.header, offset), body.name);
    offset += body.header.length + body.name.length + body.data.length;
  }
  const directoryBytes = Buffer.concat(directory);
  if (offset + directoryBytes.length > maxBytes) throw new Error("A zip of more than 4 GiB is not supported.");
  return Buffer.concat([...bodies, directoryBytes, toEnd(entries.length, directoryBytes.length, offset)]);
}

function toBody({ path, content }: ZipEntry, time: Date): { header: Buffer; name: Buffer; data: Buffer } {
  if (path.startsWith("/") || path.includes("\\") || path.split("/").includes("..")) {
    throw new Error(`The path ${path} does not belong in a zip.`);
  }
  const name = Buffer.from(path, "utf8");
  const data = deflateRawSync(content, { level: 9 });
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(versionNeeded, 4);
  header.writeUInt16LE(utf8Names, 6);
  header.writeUInt16LE(deflate, 8);
  header.writeUInt32LE(toDosTime(time), 10);
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return { header, name, data };
}

// 4.3.12: from the version needed up to the lengths, the directory repeats the local header.
function toDirectoryEntry(local: Buffer, offset: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  // Made by Unix, so that the attributes below are a file's mode.
  entry.writeUInt16LE((3 << 8) | versionNeeded, 4);
  local.copy(entry, 6, 4, 30);
  entry.writeUInt32LE((0o100644 << 16) >>> 0, 38);
  entry.writeUInt32LE(offset, 42);
  return entry;
}

function toEnd(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

// 4.4.6: time in the low half, in steps of two seconds; date in the high half, counted from 1980.
function toDosTime(time: Date): number {
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  const date = ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  return date * 0x10000 + clock;
}

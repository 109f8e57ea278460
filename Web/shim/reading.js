// @ts-check
// A file that somebody chose, read for the core: as it is, or, where it is an archive or a journal of Day One's, what is wanted of it.
//
// An archive is unpacked here. The browser inflates (DecompressionStream), and what a ZIP file is besides that are the few records
// below; no library for it stands in the project, and one more dependency of the page for one kind of file isn't worth it.

import { join, text, utf8 } from './bytes.js';
import { patience, within } from './wait.js';

/** The most bytes that are taken of a file (`ForeignJournal.mostBytes`), and of all that is unpacked. */
const mostOfFile = 2 ** 28;
const most = 2 ** 26;
/** The most journals that are looked for in an archive: each costs a look, however little is in it. */
const mostJournals = 500;
/** The most bytes of an archive's list of what is in it. */
const mostOfList = 2 ** 25;

/** Why nothing is taken of an archive, by the core's names (`ForeignJournal.ArchiveFlaw`). */
class Flaw extends Error {}

/** @param {boolean} holds @param {string} flaw */
const check = (holds, flaw) => {
  if (!holds) throw new Flaw(flaw);
};

/** @param {Blob} file @param {number} start @param {number} count @returns {Promise<DataView>} throws when it ends before */
async function view(file, start, count) {
  check(start >= 0 && start + count <= file.size, 'damaged');
  return new DataView(await file.slice(start, start + count).arrayBuffer());
}

/** @param {DataView} data @param {number} [start] @param {number} [count] */
const bytesOf = (data, start = 0, count = data.byteLength - start) => new Uint8Array(data.buffer, start, count);

/**
 * @param {Blob} file
 * @returns {Promise<{name: string, isEncrypted: boolean, method: number, checksum: number, packed: number, size: number, at: number}[]>}
 *   what is in it, by the list at its end
 */
async function list(file) {
  const tail = await view(file, Math.max(0, file.size - 65_557), Math.min(file.size, 65_557));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  check(end >= 0, 'damaged');
  const [size, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  // Beyond four gigabytes, or 65,534 files, stands another record.
  check(start !== 0xffffffff && tail.getUint16(end + 10, true) !== 0xffff && size <= mostOfList, 'tooLarge');
  const records = await view(file, start, size);
  const found = [];
  for (let at = 0; at + 46 <= size && records.getUint32(at, true) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((place) => records.getUint16(at + place, true));
    check(at + 46 + name <= size, 'damaged');
    found.push({
      name: text(bytesOf(records, at + 46, name)),
      isEncrypted: (records.getUint16(at + 8, true) & 1) !== 0,
      method: records.getUint16(at + 10, true),
      checksum: records.getUint32(at + 16, true),
      packed: records.getUint32(at + 20, true),
      size: records.getUint32(at + 24, true),
      at: records.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return found;
}

/** @param {Uint8Array} bytes @returns {number} CRC-32, as ZIP files have it */
function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 && 0xedb88320);
  }
  return ~sum >>> 0;
}

/** @param {Blob} file @param {Awaited<ReturnType<typeof list>>[0]} entry @returns {Promise<Uint8Array>} */
async function unpack(file, entry) {
  check(entry.method === 0 || entry.method === 8, 'unsupported');
  const head = await view(file, entry.at, 30);
  check(head.getUint32(0, true) === 0x04034b50, 'damaged');
  const start = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = bytesOf(await view(file, start, entry.packed));
  const whole = entry.method === 0 ? packed : await inflate(packed, entry.size);
  check(whole.length === entry.size && crc(whole) === entry.checksum, 'damaged');
  return whole;
}

/**
 * @param {Uint8Array} packed
 * @param {number} size what it says to become
 * @returns {Promise<Uint8Array>} no more than that, whatever it would become
 */
async function inflate(packed, size) {
  let stream;
  try {
    stream = new DecompressionStream('deflate-raw');
  } catch {
    throw new Flaw('unsupported');
  }
  const reader = new Blob([/** @type {any} */ (packed)]).stream().pipeThrough(stream).getReader();
  const whole = new Uint8Array(size);
  let at = 0;
  try {
    for (let read; !(read = await reader.read()).done; at += read.value.length) {
      if (at + read.value.length > size) throw new Flaw('damaged');
      whole.set(read.value, at);
    }
  } catch {
    reader.cancel().catch(() => {});
    throw new Flaw('damaged');
  }
  check(at === size, 'damaged');
  return whole;
}

/** @param {Blob} file an archive @returns {Promise<{name: string, bytes: Uint8Array}[]>} the journals in it */
async function journals(file) {
  const entries = await list(file);
  const wanted = entries.filter(({ name }) => /^(?!__MACOSX)([^/]+\/)?[^./][^/]*\.json$/i.test(name));
  const asked = wanted.length ? wanted : entries;
  check(!asked.some(({ isEncrypted }) => isEncrypted), 'encrypted');
  check(wanted.length > 0, 'noJournal');
  check(wanted.length <= mostJournals, 'tooLarge');
  check(wanted.reduce((sum, { size }) => sum + size, 0) <= most, 'tooLarge');
  const found = [];
  for (const entry of wanted) found.push({ name: entry.name, bytes: await unpack(file, entry) });
  return found;
}

/** The clocks of zones that were asked for. @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/** @param {string} zone @param {number} time @returns {number | undefined} minutes ahead of UTC; nothing where the zone isn't known */
function offset(zone, time) {
  try {
    const numeric = /** @type {const} */ ('numeric');
    const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric };
    const clock =
      clocks.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...fields });
    clocks.set(zone, clock);
    const at = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, +value]));
    const minutes = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute) / 60_000;
    return minutes - Math.floor(time / 60_000);
  } catch {
    return undefined;
  }
}

/** @param {any} list @returns {number[] | undefined} as many of nothing: only the number is told */
const counted = (list) => (Array.isArray(list) ? list.map(() => 0) : undefined);

/**
 * What the core reads of a journal of Day One's, and by how much its clocks were ahead, which only a browser knows.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array} the same when it is no such journal
 */
function reduced(bytes) {
  let journal;
  try {
    journal = JSON.parse(text(bytes));
  } catch {
    return bytes;
  }
  if (!Array.isArray(journal?.entries)) return bytes;
  const entries = journal.entries.map((/** @type {any} */ entry) => ({
    text: entry?.text,
    creationDate: entry?.creationDate,
    offset: entry?.timeZone && offset(entry.timeZone, Date.parse(entry.creationDate)),
    photos: counted(entry?.photos),
    videos: counted(entry?.videos),
    audios: counted(entry?.audios),
    pdfAttachments: counted(entry?.pdfAttachments),
  }));
  return utf8(JSON.stringify({ entries }));
}

/** @param {object} list @param {Uint8Array[]} parts @returns {Uint8Array} as `UnpackedFile` reads it */
const unpacked = (list, parts) => join(utf8(`hearth/unpacked/1\n${JSON.stringify(list)}\n`), ...parts);

/** @param {{name: string, bytes: Uint8Array}[]} found */
function told(found) {
  const parts = found.map(({ bytes }) => reduced(bytes));
  return unpacked({ parts: found.map(({ name }, index) => ({ name, bytes: parts[index].length })) }, parts);
}

/** @param {File} file @returns {Promise<Uint8Array>} */
async function read(file) {
  const head = await view(file, 0, Math.min(4, file.size));
  // PK, and what begins a file in an archive, or the end of one in which there is none.
  const isArchive = file.size > 3 && [0x504b0304, 0x504b0506].includes(head.getUint32(0));
  try {
    if (isArchive) return told(await journals(file));
  } catch (error) {
    if (error instanceof Flaw) return unpacked({ flaw: error.message }, []);
    throw error;
  }
  const bytes = new Uint8Array(await file.slice(0, mostOfFile).arrayBuffer());
  return /\.json$/i.test(file.name) && bytes.length <= most ? reduced(bytes) : bytes;
}

/**
 * What stands in a file. One that lies elsewhere may never come: it is then told as an empty one.
 * @param {File} file
 * @returns {Promise<Uint8Array>}
 */
export const readFile = (file) => within(patience.download, read(file)).catch(() => new Uint8Array());

// @ts-check
// A page of a space's entries (docs/protocol.md, Page). Tests/Golden/page.json holds this and Wire's EntryPage to the same bytes.

/** Where things stand in a page, and within an item. */
const at = { done: 25, count: 26, items: 28 };
const within = { kind: 8, length: 9, content: 13 };

const envelope = 0; // the kind of item

/**
 * @param {Uint8Array} page
 * @returns {(Uint8Array | null)[] | undefined} the envelope of each item, null where it holds something else, when the page is whole
 *   and nothing follows it; may throw when it isn't whole
 */
export function lastEnvelopes(page) {
  const view = new DataView(page.buffer, page.byteOffset, page.length);
  if (!view.getUint8(at.done)) return;
  const envelopes = [];
  let item = at.items;
  for (let left = view.getUint16(at.count); left--; ) {
    const start = item + within.content;
    const end = start + view.getUint32(item + within.length);
    envelopes.push(view.getUint8(item + within.kind) === envelope ? page.slice(start, end) : null);
    item = end;
  }
  return item === page.length ? envelopes : undefined;
}

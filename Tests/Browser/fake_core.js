// Stands in for the Swift core: keeps every message it is told and answers what a test has put down. Byte strings are
// hexadecimal text in messages, and {hex: "…"} in effects.

const memory = { buffer: new ArrayBuffer(1 << 24) };
const utf8 = new TextEncoder();
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const unhex = (text) => (text.match(/../g) ?? []).map((pair) => parseInt(pair, 16));

const fake = {
  /** Messages so far. */
  messages: [],
  /** What came with each of them. */
  frames: [],
  /** Answers to come: {patches, effects}. */
  answers: [],
  /** Buffers not released. */
  allocated: 0,

  /** Gives an answer now, as if something had happened. */
  async perform(patches = [], effects = []) {
    fake.answers.push({ patches, effects });
    (await import('/shim/core.js')).send({ type: 'test' });
  },

  /** Performs one effect and waits for its response. */
  async effect(effect) {
    const id = Math.floor(Math.random() * 1e9);
    await fake.perform([], [{ ...effect, id }]);
    for (let waited = 0; waited < 20_000; waited++) {
      const found = fake.messages.find((message) => message.type === 'response' && message.id === id);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    throw new Error(`no response to ${effect.do}`);
  },
};
globalThis.fake = fake;

export const missing = new Error('never thrown');
export const once = (load) => load;
export const integrityOf = () => undefined;
export const fetchRest = async () => {};
export const complete = async () => {};

export async function loadCore() {
  let next = 8;
  return {
    memory,
    hearth_allocate(length) {
      fake.allocated++;
      const at = next;
      next += length + 8;
      return at;
    },
    hearth_receive(pointer, length) {
      const bytes = new Uint8Array(memory.buffer);
      const view = new DataView(memory.buffer);
      const blobsAt = pointer + 4 + view.getUint32(pointer, true);
      if (blobsAt > pointer + length) throw new Error('frame too short');
      const blobs = bytes.slice(blobsAt, pointer + length);
      const read = (_, value) => {
        const isBytes = Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);
        return isBytes ? hex(blobs.subarray(value[0], value[0] + value[1])) : value;
      };
      const frame = JSON.parse(new TextDecoder().decode(bytes.slice(pointer + 4, blobsAt)), read);
      fake.messages.push(frame.message);
      fake.frames.push({ now: frame.now, offset: frame.offset, entropy: frame.entropy });

      const out = [];
      const refer = (_, value) => {
        if (typeof value?.hex !== 'string') return value;
        const content = unhex(value.hex);
        for (const byte of content) out.push(byte);
        return [out.length - content.length, content.length];
      };
      const { patches = [], effects = [] } = fake.answers.shift() ?? {};
      const json = utf8.encode(JSON.stringify({ patches, effects }, refer));
      const output = 1 << 23;
      view.setUint32(output, 8 + json.length + out.length, true);
      view.setUint32(output + 4, json.length, true);
      bytes.set(json, output + 8);
      bytes.set(out, output + 8 + json.length);
      next = 8;
      return output;
    },
    hearth_release: () => fake.allocated--,
  };
}

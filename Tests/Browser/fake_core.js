// Stands in for the Swift core: keeps every message it is told and answers what a test has put down.

const memory = { buffer: new ArrayBuffer(1 << 23) };
const bytes = () => new Uint8Array(memory.buffer);
const utf8 = new TextEncoder();

const fake = {
  /** Messages so far; byte strings are replaced by arrays of numbers. */
  messages: [],
  /** Whole frames' other fields. */
  frames: [],
  /** Answers to come: {patches, effects, blobs}. */
  answers: [],
  allocated: 0,
  /** Gives an answer now, as if something had happened. */
  async perform(patches = [], effects = [], blobs = []) {
    fake.answers.push({ patches, effects, blobs });
    (await import('/shim/core.js')).send({ type: 'test' });
  },
  /** Performs one effect and waits for its response. */
  async effect(effect, blobs = []) {
    const id = Math.floor(Math.random() * 1e9);
    await fake.perform([], [{ ...effect, id }], blobs);
    for (;;) {
      const found = fake.messages.find((message) => message.type === 'response' && message.id === id);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
};
globalThis.fake = fake;

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
      const view = new DataView(memory.buffer);
      const jsonLength = view.getUint32(pointer, true);
      const blobsAt = pointer + 4 + jsonLength;
      const read = ([offset, count]) => [...bytes().slice(blobsAt + offset, blobsAt + offset + count)];
      const names = /^(entropy|content|body|bytes|secret|salt|lookup|key|card|mac|envelope|hash|topic|ids|tokens|failed|person.*|signing.*|recoverySecret|currentSecret|space|spaceKey|account)$/;
      const pair = (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);
      const whole = JSON.parse(new TextDecoder().decode(bytes().slice(pointer + 4, blobsAt)), function (name, value) {
        if (pair(value) && (names.test(name) || pair(value) && Array.isArray(this))) return read(value);
        return value;
      });
      if (blobsAt > pointer + length) throw new Error('frame too short');
      fake.frames.push({ now: whole.now, offset: whole.offset, entropy: whole.entropy });
      fake.messages.push(whole.message);

      const answer = fake.answers.shift() ?? {};
      const json = utf8.encode(JSON.stringify({ patches: answer.patches ?? [], effects: answer.effects ?? [] }));
      const blobs = Uint8Array.from((answer.blobs ?? []).flat());
      const output = 1 << 22;
      new DataView(memory.buffer).setUint32(output, 8 + json.length + blobs.length, true);
      new DataView(memory.buffer).setUint32(output + 4, json.length, true);
      bytes().set(json, output + 8);
      bytes().set(blobs, output + 8 + json.length);
      next = 8;
      return output;
    },
    hearth_release: () => fake.allocated--,
  };
}

// @ts-check
// The boundary: messages go into Swift, patches and effects come out.
//
// Input frame:  JSON length (u32, little-endian) ‖ JSON ‖ blobs
// Output frame: length of the whole frame (u32) ‖ JSON length (u32) ‖ JSON ‖ blobs
//
// A byte string in the JSON is [offset, length] into the blobs.

import { join, text, utf8 } from './bytes.js';
import { complete, loadCore, missing } from './wasm.js';

/** @typedef {(range: [number, number]) => Uint8Array} Bytes reads a byte string of an answer */
/** @typedef {{patches?: any[][], effects?: Record<string, any>[]}} Answer */

/** @type {import('./wasm.js').Core | undefined} */
let core;
/** @type {(answer: Answer, bytes: Bytes) => void} */
let perform;
/** @type {(error: unknown) => void} */
let fail;

/** @type {object[]} */
const waiting = [];
let busy = false;

/** Random bytes for the next frames: asking for many at once is much quicker. */
const entropy = new Uint8Array(4096);
let spent = entropy.length;

/** All frames so far, as long as the core lacks its rest. @type {Uint8Array[] | undefined} */
let told = [];

/**
 * Connects the core to what carries out its answers.
 * @param {import('./wasm.js').Core} loaded
 * @param {(answer: Answer, bytes: Bytes) => void} onAnswer
 * @param {(error: unknown) => void} onFailure told once, when the core has stopped for good
 */
export function connect(loaded, onAnswer, onFailure) {
  core = loaded;
  perform = onAnswer;
  fail = onFailure;
}

/**
 * Tells Swift that something happened; byte strings are `Uint8Array`s anywhere in the message. Answers are carried out
 * before this returns, unless it is called while another answer is: then the message waits its turn.
 * @param {object} message
 */
export function send(message) {
  waiting.push(message);
  if (!busy) work();
}

function work() {
  busy = true;
  try {
    while (core && waiting.length) {
      const frame = makeFrame(waiting[0]);
      const [answer, bytes] = receive(core, frame);
      waiting.shift();
      told?.push(frame);
      perform(answer, bytes);
    }
  } catch (error) {
    if (error === missing) return void beginAgain();
    core = undefined;
    fail(error);
  }
  busy = false;
}

/** Joins its rest to the core. */
export async function completeCore() {
  const joined = core;
  if (!joined || !told) return;
  await complete(joined);
  if (core === joined) told = undefined;
}

/** A message needed the rest before it came. The core decides by its frames alone, so another one, told the same, is as far. */
async function beginAgain() {
  core = undefined;
  try {
    const whole = await loadCore();
    await complete(whole);
    for (const frame of told ?? []) receive(whole, frame);
    told = undefined;
    core = whole;
  } catch (error) {
    fail(error);
  }
  work();
}

/** @param {object} message @returns {Uint8Array} */
function makeFrame(message) {
  const now = new Date();
  /** @type {Uint8Array[]} */
  const blobs = [];
  let size = 0;
  if (spent === entropy.length) {
    crypto.getRandomValues(entropy);
    spent = 0;
  }
  const fresh = entropy.subarray(spent, (spent += 64));
  const whole = { now: +now, offset: -now.getTimezoneOffset(), entropy: fresh, message };
  const json = utf8(
    JSON.stringify(whole, (_, value) => {
      if (!(value instanceof Uint8Array)) return value;
      blobs.push(value);
      size += value.length;
      return [size - value.length, value.length];
    }),
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length, true);
  return join(length, json, ...blobs);
}

/**
 * @param {import('./wasm.js').Core} core
 * @param {Uint8Array} frame
 * @returns {[Answer, Bytes]}
 */
function receive(core, frame) {
  const input = core.hearth_allocate(frame.length) >>> 0;
  new Uint8Array(core.memory.buffer, input, frame.length).set(frame);
  const output = core.hearth_receive(input, frame.length) >>> 0;
  // Receiving may have grown the memory, which detaches every earlier view of it.
  const view = new DataView(core.memory.buffer, output);
  const [total, jsonLength] = [view.getUint32(0, true), view.getUint32(4, true)];
  const answer = JSON.parse(text(new Uint8Array(core.memory.buffer, output + 8, jsonLength)));
  const answerBlobs = new Uint8Array(core.memory.buffer, output + 8 + jsonLength, total - 8 - jsonLength).slice();
  core.hearth_release(output);
  return [answer, ([offset, count]) => answerBlobs.subarray(offset, offset + count)];
}

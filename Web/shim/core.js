// @ts-check
// The boundary: messages go into Swift, patches and effects come out.
//
// Input frame:  JSON length (u32, little-endian) ‖ JSON ‖ blobs
// Output frame: length of the whole frame (u32) ‖ JSON length (u32) ‖ JSON ‖ blobs
//
// A byte string in the JSON is [offset, length] into the blobs.

import { random, text, utf8 } from './bytes.js';

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
  if (busy) return;
  busy = true;
  try {
    while (core && waiting.length) {
      const [answer, bytes] = receive(core, waiting.shift());
      perform(answer, bytes);
    }
  } catch (error) {
    core = undefined;
    fail(error);
  } finally {
    busy = false;
  }
}

/**
 * @param {import('./wasm.js').Core} core
 * @param {object | undefined} message
 * @returns {[Answer, Bytes]}
 */
function receive(core, message) {
  const now = new Date();
  /** @type {Uint8Array[]} */
  const blobs = [];
  let size = 0;
  const whole = { now: +now, offset: -now.getTimezoneOffset(), entropy: random(64), message };
  const json = utf8(
    JSON.stringify(whole, (_, value) => {
      if (!(value instanceof Uint8Array)) return value;
      blobs.push(value);
      size += value.length;
      return [size - value.length, value.length];
    }),
  );

  const length = 4 + json.length + size;
  const input = core.hearth_allocate(length) >>> 0;
  const frame = new Uint8Array(core.memory.buffer, input, length);
  new DataView(core.memory.buffer).setUint32(input, json.length, true);
  frame.set(json, 4);
  let at = 4 + json.length;
  for (const blob of blobs) {
    frame.set(blob, at);
    at += blob.length;
  }

  const output = core.hearth_receive(input, length) >>> 0;
  // Receiving may have grown the memory, which detaches every earlier view of it.
  const view = new DataView(core.memory.buffer, output);
  const [total, jsonLength] = [view.getUint32(0, true), view.getUint32(4, true)];
  const answer = JSON.parse(text(new Uint8Array(core.memory.buffer, output + 8, jsonLength)));
  const answerBlobs = new Uint8Array(core.memory.buffer, output + 8 + jsonLength, total - 8 - jsonLength).slice();
  core.hearth_release(output);
  return [answer, ([offset, count]) => answerBlobs.subarray(offset, offset + count)];
}

// @ts-check
// Effects that few visits need, fetched when one of them is first asked for (later.js).

import { awake } from './awake.js';
import { files } from './files.js';
import { lock } from './lock.js';
import { pairing } from './pairing.js';
import { passkey } from './passkey.js';
import { waysIn } from './ways-in.js';
import { copies } from './copies.js';
import { readFile } from './reading.js';

/** @type {Record<string, import('./effects.js').Effect>} */
export const seldom = { ...awake, ...files, ...lock, ...pairing, ...passkey, ...waysIn };
Object.assign(seldom, copies, { readFile });

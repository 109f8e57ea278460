// @ts-check
// Effects that few visits need, fetched when one of them is first asked for (later.js).

import { awake } from './awake.js';
import { copies } from './copies.js';
import { files } from './files.js';
import { lock } from './lock.js';
import { pairing } from './pairing.js';
import { paper } from './paper.js';
import { passkey } from './passkey.js';
import { photos } from './photos.js';
import { readFile } from './reading.js';
import { session } from './session.js';
import { waysIn } from './ways-in.js';

/** @type {Record<string, import('./effects.js').Effect>} */
export const seldom = { ...awake, ...copies, ...files, ...lock, ...pairing, ...paper, ...passkey, ...photos, ...session, ...waysIn, readFile };

/** Those that may wait for a person. */
export const patient = new Set(Object.keys(passkey));

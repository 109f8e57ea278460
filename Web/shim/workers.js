// @ts-check
// The scripts that workers are started from: these, and no others.

const addresses = {
  /** Keeps Hearth usable offline. */
  keeper: '/sw.js',
  /** Opens envelopes; beside this script, as a module or as a file that script/web made. */
  opener: new URL('opener.js', import.meta.url).href,
};

/** @type {any} */
let policy;

/**
 * @param {keyof typeof addresses} name
 * @returns {string} as the browser's Trusted Types want it, where there are any
 */
export function workerAddress(name) {
  /** @type {any} */
  const types = /** @type {any} */ (window).trustedTypes;
  policy ??= types?.createPolicy('hearth', {
    createScriptURL: (/** @type {keyof typeof addresses} */ asked) => addresses[asked],
  });
  return policy ? policy.createScriptURL(name) : addresses[name];
}

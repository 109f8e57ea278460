"""What a browser keeps for an origin, read as a script on its page can."""

# All records, as [store, key, value]: bytes in hexadecimal, and keys by what they may be used for.
RAW = """async () => {
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const walk = (value) =>
    value instanceof CryptoKey
    ? {key: value.extractable ? 'extractable' : 'hidden', usages: [...value.usages].sort().join()}
    : value instanceof Uint8Array ? Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
    : Array.isArray(value) ? value.map(walk)
    : value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part)]))
    : value;
  const found = [];
  const places = [indexedDB];
  for (const name of (await navigator.storageBuckets?.keys()) ?? []) {
    places.push((await navigator.storageBuckets.open(name)).indexedDB);
  }
  for (const place of places) {
    for (const { name } of await place.databases()) {
      const database = await done(place.open(name));
      for (const name of database.objectStoreNames) {
        const store = database.transaction(name).objectStore(name);
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
        keys.forEach((key, index) => found.push([name, key, walk(values[index])]));
      }
      database.close();
    }
  }
  return found;
}"""

#include "CHost.h"

#ifdef __wasm__

#include <stddef.h>

// wasi-libc's, whose only locale is "C". Declared here so that this file needs no headers of a platform.
double strtod(const char *text, char **end);
float strtof(const char *text, char **end);

/// Reads a number for `Double.init?(_: String)`: the end of what was read, or null when nothing was.
const char *_swift_stdlib_strtod_clocale(const char *text, double *result) {
    char *end;
    *result = strtod(text, &end);
    return end == text ? NULL : end;
}

/// Reads a number for `Float.init?(_: String)`.
const char *_swift_stdlib_strtof_clocale(const char *text, float *result) {
    char *end;
    *result = strtof(text, &end);
    return end == text ? NULL : end;
}

/// The shim's `crypto.getRandomValues`.
__attribute__((import_module("env"), import_name("arc4random_buf")))
void hearth_host_random(void *buffer, size_t length);

/// Randomness for the standard library: dictionaries seed their hashes with it.
void arc4random_buf(void *buffer, size_t length) {
    hearth_host_random(buffer, length);
}

#endif

#ifndef HEARTH_CHOST_H
#define HEARTH_CHOST_H

// What the Embedded Swift standard library expects of its host when Hearth runs in a browser. Nothing is declared here:
// the standard library refers to these functions by name, and elsewhere than WebAssembly this target is empty.

#endif

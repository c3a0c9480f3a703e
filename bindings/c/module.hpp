// What the C interface needs inside of a WebAssembly module; natively nothing.
#pragma once

#if defined(__wasm__)
// Runs the constructors of static objects, unless the host did so already through _initialize. Some hosts do not.
void start_module();
#endif

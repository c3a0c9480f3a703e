# How the modules are linked: wasm/ (for the npm package) and bindings/c (for any WebAssembly runtime).
set(module_link_options
    -Oz # also for the glue, and for Binaryen's pass over the linked module
    -flto
    -fno-exceptions
    -fno-rtti
    -sFILESYSTEM=0 # the core reads and writes nothing
    -sMALLOC=emmalloc # smallest; the core allocates little
    # Documents are at most 1 MiB, answers may be several: start small, grow, and stop long before the tab suffers.
    -sALLOW_MEMORY_GROWTH=1
    -sINITIAL_MEMORY=1MB
    -sMAXIMUM_MEMORY=512MB
    -sTOTAL_STACK=128KB # nothing recurses deeper than a document may nest (32)
    -Wl,--stack-first # a stack that overflows then traps instead of writing over the data
    -sASSERTIONS=0
    -sSUPPORT_ERRNO=0)

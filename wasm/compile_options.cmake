# How every source of the module is compiled, the core's included. Measured figures: wasm/README.md.
set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG") # smallest; the page waits for bytes, not for previews
add_compile_options(
  # Emscripten forbids inlining at -Oz, even of what is smaller than its call: a preview took twice as long.
  -finline-functions
  -flto # also lets unused parts of libc and libc++ go
  -fno-exceptions # the core answers with values; catching would cost 5 to 7 KB
  -fno-rtti # nothing asks for a type at run time
)
add_compile_definitions(JSON_NOEXCEPTION) # nlohmann/json without throw and try

# The toolchain looks for packages in its own sysroot only, and all of /usr/include would break that sysroot.
# So exactly one folder of the host is linked into the build.
find_path(host_include nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/host_include)
file(CREATE_LINK ${host_include}/nlohmann ${CMAKE_BINARY_DIR}/host_include/nlohmann SYMBOLIC)
add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
target_include_directories(nlohmann_json::nlohmann_json SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/host_include)

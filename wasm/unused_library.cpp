// Parts of the C library that the JSON reader refers to and whose results it does not use. These stand-ins keep 16 KB
// of software floating point and of printf out of the module.
#include <cstddef>
#include <cstring>

extern "C" {

// Text to fraction. Money is text and every other number an integer: a fraction is refused for its form, whatever its
// value. The C library has the three in one object file, so all of them are replaced.
double strtod(const char* text, char** end) {
  *end = const_cast<char*>(text) + std::strlen(text);
  return 0;
}

float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }

long double strtold(const char* text, char** end) { return strtod(text, end); }

// Texts for debugging: the reader's about a syntax error (ours comes from line and column), and embind's
// names of unknown types. Emscripten calls the second form where no fraction is printed.
int snprintf(char* text, std::size_t size, const char*, ...) {
  if (size > 0) *text = '\0';
  return 0;
}

int sprintf(char* text, const char*, ...) {
  *text = '\0';
  return 0;
}

int siprintf(char* text, const char*, ...) {
  *text = '\0';
  return 0;
}
}

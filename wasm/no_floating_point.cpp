// The JSON reader refers to the C library's text-to-number functions for fractions. Documents have none: money is text
// and a fraction is refused while the document is read, before any conversion. These stand-ins keep 8 KB of software
// long double out of the module; should one ever be called, the instance traps rather than answer a wrong number.
extern "C" {

float strtof(const char*, char**) { __builtin_trap(); }

double strtod(const char*, char**) { __builtin_trap(); }

long double strtold(const char*, char**) { __builtin_trap(); }
}

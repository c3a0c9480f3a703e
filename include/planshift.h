/* Planshift for C, and for every language that can call C: text in, text out.
 *
 * Texts
 *   A text that you pass is UTF-8 with its length in bytes; it needs no NUL at its end, and the library keeps no pointer
 *   to it. A text that you receive is yours: free it with planshift_free. It has a NUL after its last byte. Its length
 *   goes to the last parameter, unless that is NULL.
 *
 * Faults
 *   Every answer is a JSON document. If the catalog or the request has a fault, the document has the member "error".
 *   A fault has no effect on the next answer. A function returns NULL as its text only if there is no memory for one.
 *   No C++ exception leaves the library, and the library prints nothing.
 *
 * Threads
 *   An engine is for one thread at a time. Different engines, and all other functions, may run in any number of threads
 *   at once. The library has no state beside its engines.
 */
#ifndef PLANSHIFT_H
#define PLANSHIFT_H

#include <stddef.h>

#if defined(__wasm__)
#define PLANSHIFT_API __attribute__((visibility("default"), used))
#elif defined(__GNUC__)
#define PLANSHIFT_API __attribute__((visibility("default")))
#else
#define PLANSHIFT_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* A catalog, opened once for any number of requests. */
typedef struct planshift_engine planshift_engine;

/* The version of the library, such as "0.1.0". The library keeps this text: do not free it. */
PLANSHIFT_API const char* planshift_version(void);

/* Opens a catalog. Returns NULL if the catalog has a fault, and then sets *error to the error document, which is yours.
 * Otherwise *error is NULL. */
PLANSHIFT_API planshift_engine* planshift_open(const char* catalog, size_t catalog_bytes, char** error,
                                               size_t* error_bytes);

/* Answers a request. The question is preview, quote, eligibility, forecast or sweep. If it is NULL, the request names
 * it in its member "question"; without that member it is preview. */
PLANSHIFT_API char* planshift_answer(planshift_engine* engine, const char* question, size_t question_bytes,
                                     const char* request, size_t request_bytes, size_t* answer_bytes);

/* What is wrong in a catalog, or suspicious. */
PLANSHIFT_API char* planshift_check(const char* catalog, size_t catalog_bytes, size_t* answer_bytes);

/* How a catalog's rules could be turned into free money. This may take seconds. */
PLANSHIFT_API char* planshift_audit(const char* catalog, size_t catalog_bytes, size_t* answer_bytes);

/* Any of these answers in words, for people: what the program prints with --format text. */
PLANSHIFT_API char* planshift_report(const char* answer, size_t answer_bytes, size_t* report_bytes);

/* Closes an engine; texts received from it stay valid. NULL is allowed. */
PLANSHIFT_API void planshift_close(planshift_engine* engine);

/* Frees a text received from this library. NULL is allowed. */
PLANSHIFT_API void planshift_free(char* text);

#if defined(__wasm__)
/* Room in the module's memory for a text that the host passes. NULL if there is none. Free it with planshift_free. */
PLANSHIFT_API char* planshift_alloc(size_t bytes);
#endif

#ifdef __cplusplus
}
#endif

#endif

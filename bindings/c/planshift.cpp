// The C interface of include/planshift.h over the C++ one. Nothing is decided here: texts go in, copies of answers come
// out, and no exception passes.
#include "include/planshift.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "bindings/c/module.hpp"
#include "core/cli/text_report.hpp"
#include "planshift/catalog_answers.hpp"
#include "planshift/engine.hpp"

struct planshift_engine {
  std::unique_ptr<planshift::Engine> opened;
};

namespace {

// Returns what `work` returns, or null if memory ran out even for the error document.
template <class Work>
auto without_exception(Work work) noexcept -> decltype(work()) {
#if defined(__cpp_exceptions)
  try {
    return work();
  } catch (...) {
    return nullptr;
  }
#else
  start_module();
  return work();
#endif
}

// A null pointer with a length of 0 is the empty text, which some languages pass so.
std::string_view text_of(const char* bytes, size_t size) {
  return size == 0 ? std::string_view() : std::string_view(bytes, size);
}

// The caller's own copy, with a NUL behind it.
char* copy_of(std::string_view text, size_t* bytes) {
  auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy != nullptr) {
    if (!text.empty()) std::memcpy(copy, text.data(), text.size());
    copy[text.size()] = '\0';
  }
  if (bytes != nullptr) *bytes = copy == nullptr ? 0 : text.size();
  return copy;
}

}  // namespace

const char* planshift_version(void) { return PLANSHIFT_VERSION; }

planshift_engine* planshift_open(const char* catalog, size_t catalog_bytes, char** error, size_t* error_bytes) {
  if (error != nullptr) *error = nullptr;
  if (error_bytes != nullptr) *error_bytes = 0;
  return without_exception([&]() -> planshift_engine* {
    auto opened = planshift::Engine::open(text_of(catalog, catalog_bytes));
    if (opened.engine) return new planshift_engine{std::move(opened.engine)};
    if (error != nullptr) *error = copy_of(opened.error, error_bytes);
    return nullptr;
  });
}

char* planshift_answer(planshift_engine* engine, const char* question, size_t question_bytes, const char* request,
                       size_t request_bytes, size_t* answer_bytes) {
  return without_exception([&] {
    planshift::Engine& opened = *engine->opened;
    const std::string_view asked = text_of(request, request_bytes);
    const planshift::Answer answer =
        question == nullptr ? opened.answer_line(asked) : opened.answer(text_of(question, question_bytes), asked);
    return copy_of(answer.text, answer_bytes);
  });
}

char* planshift_check(const char* catalog, size_t catalog_bytes, size_t* answer_bytes) {
  return without_exception(
      [&] { return copy_of(planshift::check_catalog(text_of(catalog, catalog_bytes)).text, answer_bytes); });
}

char* planshift_audit(const char* catalog, size_t catalog_bytes, size_t* answer_bytes) {
  return without_exception(
      [&] { return copy_of(planshift::audit_catalog(text_of(catalog, catalog_bytes)).text, answer_bytes); });
}

char* planshift_report(const char* answer, size_t answer_bytes, size_t* report_bytes) {
  return without_exception(
      [&] { return copy_of(planshift::text_report(text_of(answer, answer_bytes)), report_bytes); });
}

void planshift_close(planshift_engine* engine) { delete engine; }

void planshift_free(char* text) { std::free(text); }

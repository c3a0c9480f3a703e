// Memory runs out at every point: the n-th allocation fails, for n = 0, 1, 2 … until a run comes through; once it alone,
// once it and every later one. Each failure must be an answer that says so, nothing may leak (LeakSanitizer looks at the
// end), and the next request must be answered as on a fresh engine.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <new>
#include <string>
#include <string_view>

#include "planshift/catalog_answers.hpp"
#include "planshift/engine.hpp"

namespace {

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();
std::size_t calls_left = never;  // until allocations begin to fail
bool fails_on = false;           // whether they then go on failing
bool failed = false;

bool may_allocate() {
  if (calls_left == never) return true;
  if (calls_left > 0) {
    --calls_left;
    return true;
  }
  failed = true;
  if (!fails_on) calls_left = never;
  return false;
}

void* allocate(std::size_t size) {
  void* memory = may_allocate() ? std::malloc(size == 0 ? 1 : size) : nullptr;
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void demand(bool holds, std::string_view what, std::size_t at) {
  if (holds) return;
  std::fprintf(stderr, "allocation %zu: %.*s\n", at, static_cast<int>(what.size()), what.data());
  std::exit(1);
}

enum class How { once, from_then_on };

bool says_memory(std::string_view answer) {
  return answer.find(R"("code":"internal.memory")") != std::string_view::npos;
}

// Allocations fail from the `at`-th on while it lives.
class Failing {
 public:
  Failing(How how, std::size_t at) {
    calls_left = at;
    fails_on = how == How::from_then_on;
    failed = false;
  }
  ~Failing() { calls_left = never; }
  Failing(const Failing&) = delete;
  Failing& operator=(const Failing&) = delete;
};

// Runs `attempt` again and again, each time letting a later allocation fail; returns at how many it failed.
// An attempt says whether its answer is the one of memory running out.
std::size_t fail_at_every_point(How how, const std::function<bool(How, std::size_t)>& attempt) {
  for (std::size_t at = 0;; ++at) {
    const bool said_so = attempt(how, at);
    demand(said_so == failed, failed ? "the answer does not say that memory ran out" : "memory ran out by itself", at);
    if (!failed) return at;
  }
}

struct Asked {
  std::string_view question;
  std::string_view request;
};

// A preview with many lines, one with a refusal, one with faults, and every other question.
constexpr Asked requests[] = {
    {"preview",
     R"({"id":"an id that does not fit into a short string","at":"2026-11-16","subscription":{"plan":"team","cycle":"monthly","seats":8,"period":{"start":"2026-11-01","end":"2026-12-01"},"balance":"3.00","discounts":["loyal"],"pending":[{"label":"A label that needs memory of its own","amount":"12.50"}]},"change":{"plan":"scale","seats":11,"cycle":"yearly"}})"},
    {"preview",
     R"({"at":"2026-11-16","subscription":{"plan":"team","cycle":"monthly","seats":8,"seats_in_use":8,"period":{"start":"2026-11-01","end":"2026-12-01"}},"change":{"seats":1,"timing":"period_end"}})"},
    {"preview", R"({"at":1.5,"nonsense":[],"subscription":{"plan":"there is no such plan at all","seats":"8"}})"},
    {"preview", R"({"at":"2026-11-16","subscription":{)"},
    {"quote", R"({"at":"2026-11-16","terms":{"plan":"team","cycle":"yearly","seats":12},"discounts":["loyal"]})"},
    {"eligibility",
     R"({"at":"2026-11-16","subscription":{"plan":"team","cycle":"monthly","seats":8,"period":{"start":"2026-11-01","end":"2026-12-01"}}})"},
    {"forecast",
     R"({"subscription":{"plan":"team","cycle":"monthly","seats":8,"period":{"start":"2026-11-01","end":"2026-12-01"}},"events":[{"at":"2026-11-16","change":{"seats":9}},{"at":"2026-12-16","change":{"cancel":true}}],"until":"2027-02-01"})"},
    {"sweep",
     R"({"subscription":{"plan":"team","cycle":"monthly","seats":8,"period":{"start":"2026-11-01","end":"2026-12-01"}},"change":{"plan":"basic"},"from":"2026-11-01","to":"2026-11-03"})"},
    {"no such question, and a long name", "{}"},
};

// Each request on a new engine, since one that has answered before has its memory already.
std::size_t fail_answers(How how, const std::string& catalog) {
  std::size_t points = 0;
  for (const Asked& asked : requests) {
    std::string sound;
    points += fail_at_every_point(how, [&](How how_, std::size_t at) {
      const auto opened = planshift::Engine::open(catalog);
      demand(opened.engine != nullptr, opened.error, at);
      if (sound.empty()) sound = std::string(opened.engine->answer(asked.question, asked.request).text);
      const auto fresh = planshift::Engine::open(catalog);
      bool said_so = false;
      {
        const Failing failing(how_, at);
        said_so = says_memory(fresh.engine->answer(asked.question, asked.request).text);
      }
      demand(fresh.engine->answer(asked.question, asked.request).text == sound, "the next answer is another one", at);
      return said_so;
    });
  }
  return points;
}

std::size_t fail_open(const std::string& catalog) {
  return fail_at_every_point(How::once, [&](How how, std::size_t at) {
    planshift::Opened opened;
    {
      const Failing failing(how, at);
      opened = planshift::Engine::open(catalog);
    }
    demand((opened.engine == nullptr) == !opened.error.empty(), "an engine, or an error", at);
    return says_memory(opened.error);
  });
}

std::size_t fail_check(const std::string& catalog) {
  return fail_at_every_point(How::once, [&](How how, std::size_t at) {
    std::string answer;
    {
      const Failing failing(how, at);
      answer = planshift::check_catalog(catalog).text;
    }
    return says_memory(answer);
  });
}

}  // namespace

int main() {
  const std::string catalog = read_file(PLANSHIFT_TESTS_DIR "/conformance/catalogs/sample.json");
  const std::string bad_catalog = R"({"format":"planshift-catalog/1","id":"An id that is none","plans":[{"id":7}]})";
  const std::size_t points = fail_answers(How::once, catalog) + fail_answers(How::from_then_on, catalog) +
                             fail_open(catalog) + fail_open(bad_catalog) + fail_check(catalog) + fail_check(bad_catalog);
  std::printf("figure: memory failed at %zu points, each an answer\n", points);
}

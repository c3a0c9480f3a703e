// Documents in, documents out, without any JSON library of one's own, and with the public headers alone.
#include <planshift/catalog_answers.hpp>
#include <planshift/engine.hpp>
#include <planshift/version.hpp>

#if __has_include(<core/document/spelling.hpp>) || __has_include(<tests/support/sample.hpp>)
#error "a user sees more than include/planshift"
#endif

int main() {
  const planshift::CatalogAnswer checked = planshift::check_catalog("[]");
  const bool at_fault = checked.is_error && checked.text.find(R"("document":"catalog")") != std::string::npos;
  const planshift::Opened opened = planshift::Engine::open("[]");
  const bool refused = opened.engine == nullptr && !opened.error.empty();
  return at_fault && refused && !planshift::version().empty() ? 0 : 1;
}

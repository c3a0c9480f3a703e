#include "planshift/catalog_answers.hpp"

#include "core/document/guarded.hpp"
#include "core/document/read/read_catalog.hpp"
#include "core/document/spelling.hpp"
#include "core/document/wording/answer_wording.hpp"
#include "core/document/wording/template_text.hpp"
#include "core/document/write/error_document.hpp"
#include "core/document/write/write_answer.hpp"
#include "core/document/write/write_parts.hpp"

namespace planshift {
namespace {

void write_warnings(DocumentWriter& out, const std::vector<Warning>& warnings) {
  out.key("warnings");
  out.open_list();
  for (const Warning& warning : warnings) {
    out.open_object();
    out.member("code", std::string("catalog.") + std::string(spell(warning.code)));
    out.member("path", warning.path);
    out.member("message", sentence_of(warning));
    write_facts(out, warning.facts);
    out.close_object();
  }
  out.close_list();
}

// The answer, or what is said instead of one that would be larger than an answer may be.
CatalogAnswer or_too_large(std::string text, bool is_error) {
  if (!text.empty()) return {std::move(text), is_error};
  Faults faults;
  faults.add(FaultCode::answer_too_large, "", {{"limit", most_answer_bytes}});
  return {error_document(DocumentName::catalog, faults), true};
}

CatalogAnswer internal_error(FaultCode code) { return {error_document(DocumentName::catalog, code), true}; }

}  // namespace

CatalogAnswer check_catalog(std::string_view catalog_json) {
  const auto check = [&] {
    Faults faults;
    const auto catalog = read_catalog(catalog_json, faults);
    std::string text = object_text({}, [&](DocumentWriter& out) {
      if (faults.empty()) {
        out.member("format", "planshift-check/1");
        out.member("catalog", catalog->id);
      } else {
        write_error_member(out, DocumentName::catalog, faults);
      }
      write_warnings(out, catalog ? warnings_of(*catalog, faults) : std::vector<Warning>());
    });
    return or_too_large(std::move(text), !faults.empty());
  };
  return guarded(check, internal_error);
}

CatalogAnswer audit_catalog(std::string_view catalog_json) {
  const auto audit_it = [&]() -> CatalogAnswer {
    Faults faults;
    const auto catalog = read_catalog(catalog_json, faults);
    if (!faults.empty()) return {error_document(DocumentName::catalog, faults), true};
    std::string text = object_text(format_of(*catalog),
                                   [&](DocumentWriter& out) { write_audit_members(out, *catalog, audit(*catalog)); });
    return or_too_large(std::move(text), false);
  };
  return guarded(audit_it, internal_error);
}

}  // namespace planshift

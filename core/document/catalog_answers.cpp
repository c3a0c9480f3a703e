#include "core/document/catalog_answers.hpp"

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

// The text, or what is said instead of one that would be larger than an answer may be.
std::string or_too_large(std::string text) {
  if (!text.empty()) return text;
  Faults faults;
  faults.add(FaultCode::answer_too_large, "", {{"limit", most_answer_bytes}});
  return error_document(DocumentName::catalog, faults);
}

std::string internal_error(FaultCode code) { return error_document(DocumentName::catalog, code); }

}  // namespace

std::string check_catalog(std::string_view catalog_json) {
  const auto check = [&] {
    Faults faults;
    const auto catalog = read_catalog(catalog_json, faults);
    return or_too_large(object_text({}, [&](DocumentWriter& out) {
      if (faults.empty()) {
        out.member("format", "planshift-check/1");
        out.member("catalog", catalog->id);
      } else {
        write_error_member(out, DocumentName::catalog, faults);
      }
      write_warnings(out, catalog ? warnings_of(*catalog, faults) : std::vector<Warning>());
    }));
  };
  return guarded(check, internal_error);
}

std::string audit_catalog(std::string_view catalog_json) {
  const auto audit_it = [&] {
    Faults faults;
    const auto catalog = read_catalog(catalog_json, faults);
    if (!faults.empty()) return error_document(DocumentName::catalog, faults);
    return or_too_large(object_text(format_of(*catalog),
                                    [&](DocumentWriter& out) { write_audit_members(out, *catalog, audit(*catalog)); }));
  };
  return guarded(audit_it, internal_error);
}

}  // namespace planshift

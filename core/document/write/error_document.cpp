#include "core/document/write/error_document.hpp"

#include "core/document/wording/fault_wording.hpp"
#include "core/document/wording/template_text.hpp"
#include "core/document/write/document_writer.hpp"

namespace planshift {
namespace {

void write_fault_members(JsonWriter& out, DocumentName document, const Fault& fault) {
  const std::string_view name = document == DocumentName::catalog ? "catalog" : "request";
  std::string code;
  if (!is_internal(fault.code)) code = std::string(name) + ".";
  code += code_text(fault.code);
  out.member("code", code);
  out.member("document", name);
  out.member("path", fault.path);
  out.member("message", sentence_of(fault));
  write_facts(out, fault.facts);
}

}  // namespace

void write_error_member(JsonWriter& out, DocumentName document, const Faults& faults) {
  out.key("error");
  out.open_object();
  write_fault_members(out, document, faults.list().front());
  out.key("all");
  out.open_list();
  for (const Fault& fault : faults.list()) {
    out.open_object();
    write_fault_members(out, document, fault);
    out.close_object();
  }
  out.close_list();
  out.close_object();
}

std::string error_document(DocumentName document, const Faults& faults) {
  return object_text({}, [&](DocumentWriter& out) { write_error_member(out, document, faults); });
}

std::string error_document(DocumentName document, FaultCode internal) {
  Faults faults;
  faults.add(internal, "");
  return error_document(document, faults);
}

}  // namespace planshift

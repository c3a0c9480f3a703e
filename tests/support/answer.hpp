// An answer of the engine, read back by another JSON parser than the engine's, and printed so that a whole
// payment fits into one line of a test.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace planshift::test {

class Answer {
 public:
  explicit Answer(std::string_view json);  // fails the test unless this is JSON

  // The value at a JSON Pointer: texts as they are, anything else as JSON; "absent" where there is none.
  [[nodiscard]] std::string operator[](std::string_view pointer) const;
  // "unused -142.20; charge 196.20; refund unused -1.00" of the list at the pointer.
  [[nodiscard]] std::string lines(std::string_view pointer = "/pay_today/lines") const;
  // "plan.unknown@/subscription/plan; …" of all the faults, without the document's name.
  [[nodiscard]] std::string faults() const;
  // The codes of the list at the pointer, one after the other with a space between.
  [[nodiscard]] std::string codes(std::string_view pointer = "/reasons") const;
  // "upgrade now 2026-11-22; …"
  [[nodiscard]] std::string movements() const;
  // "2026-12-01 30.00; …": dates and amounts of a forecast's payments.
  [[nodiscard]] std::string payments() const;
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::shared_ptr<const void> value_;  // the parsed document; its type stays in the .cpp to spare every test its header
};

}  // namespace planshift::test

#include "core/eligibility/name_list.hpp"

namespace planshift {

void NameList::add(std::string_view name) {
  if (++count_ > most_named) return;
  if (count_ > 1) named_ += ", ";
  named_ += name;
}

std::string NameList::text() const {
  if (count_ <= most_named) return named_;
  return named_ + " and " + std::to_string(count_ - most_named) + " more";
}

}  // namespace planshift

#include "core/fault/fault.hpp"

#include <utility>

namespace planshift {

Facts::Facts(std::initializer_list<Told> told) {
  list_.reserve(told.size());
  for (const Told& each : told) list_.push_back({each.name, std::string(each.text), each.number, each.is_number});
}

void Faults::add(FaultCode code, std::string path, Facts facts) {
  ++found_;
  if (full()) return;
  path_bytes_ += path.size();
  list_.push_back({code, std::move(path), std::move(facts)});
}

}  // namespace planshift

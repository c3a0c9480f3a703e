#include "core/fault/fault.hpp"

#include <utility>

namespace planshift {

Facts::Facts(std::initializer_list<Told> told) {
  list_.reserve(told.size());
  for (const Told& each : told) list_.push_back({each.name, std::string(each.text), each.number, each.is_number});
}

void Faults::add(FaultCode code, std::string path, Facts facts) {
  if (list_.size() >= most_faults || path_bytes_ > most_path_bytes) return;
  path_bytes_ += path.size();
  list_.push_back({code, std::move(path), std::move(facts)});
}

}  // namespace planshift

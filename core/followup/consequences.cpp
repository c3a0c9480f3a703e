#include "core/followup/consequences.hpp"

namespace planshift {

std::vector<DatedConsequence> date_consequences(const Catalog& catalog, const Rule& rule, Instant requested,
                                                Instant effective) {
  std::vector<DatedConsequence> out;
  for (const Consequence& consequence : catalog.consequences) {
    std::optional<Date> date;
    if (consequence.from) {
      const Instant from = *consequence.from == CountedFrom::request ? requested : effective;
      date = later(from, consequence.after).date();
    }
    out.push_back({&consequence, date, consequence.cite ? &*consequence.cite : &rule.cite});
  }
  return out;
}

}  // namespace planshift

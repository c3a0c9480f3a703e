#include "core/question/options.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

std::string shown(const test::Answer& answer) {
  std::string out;
  for (int i = 0; answer["/options/" + std::to_string(i)] != "absent"; ++i) {
    const std::string at = "/options/" + std::to_string(i);
    out += answer[at + "/plan"] + "/" + answer[at + "/cycle"] + " " + answer[at + "/verdict"] + " " + answer[at + "/when"] + " " +
           answer.codes(at + "/reasons") + "; ";
  }
  return out;
}

TEST_CASE("every plan on every cycle, in the catalog's order", "[question][options]") {
  CHECK(shown(test::ask(R"({"subscription":{"plan":"team"}})", R"({"policy":{"rules":{"downgrade":{"when":"period_end"}}}})", "eligibility")) ==
        "basic/monthly available period_end ; basic/yearly available period_end ; team/monthly current null ; "
        "team/yearly available now ; scale/monthly available now ; scale/yearly available now ; ");
}

TEST_CASE("an option is unavailable with every reason", "[question][options]") {
  const std::string_view patch = R"({"policy":{"rules":{"upgrade":{"roles":["owner"]},"longer_cycle":null}}})";
  CHECK(shown(test::ask("{}", patch, "eligibility")) ==
        "basic/monthly current null ; basic/yearly unavailable null not_allowed; team/monthly unavailable null role; "
        "team/yearly unavailable null role not_allowed; scale/monthly unavailable null role; scale/yearly unavailable null role not_allowed; ");
  CHECK(shown(test::ask(R"({"role":"owner"})", patch, "eligibility")).find("team/monthly available now") != std::string::npos);
}

TEST_CASE("an option whose figures leave their range is an error", "[question][options]") {
  CHECK(test::ask("{}", R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"1.00"}}},
      {"id":"dear","rank":2,"prices":{"monthly":{"per_seat":"90000000000000000.00"}}}],"addons":null})", "eligibility")
            .faults() == "amount.range@");
}

TEST_CASE("where no more options are taken, no more are worked out", "[question][options]") {
  const auto catalog = test::catalog_with();
  int taken = 0;
  CHECK(!options(*catalog, test::subscription_to(*catalog), {test::day("2026-11-16"), std::nullopt},
                 [&](const Option&) { return ++taken < 2; }));
  CHECK(taken == 2);
}

TEST_CASE("what waits for the term says so", "[question][options]") {
  const test::Answer answer = test::ask(R"({"subscription":{"cycle":"committed","committed_until":"2027-07-01"}})", "{}",
                                        "eligibility", "additions-commitment");
  CHECK(answer["/options/0/cycle"] == "monthly");
  CHECK(answer["/options/0/when"] == "term_end");
  // The upgrade could happen now, but it waits with nothing: now.
  CHECK(answer["/options/3/when"] == "now");
}

}  // namespace
}  // namespace planshift

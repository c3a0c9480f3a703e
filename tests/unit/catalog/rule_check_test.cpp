// Each refused combination of a rule, beside a neighbour that is allowed.
#include "core/catalog/rule_check.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

std::string rules(std::string_view rules, std::string_view proration = "{}", std::string_view catalog = "sample") {
  return test::catalog_faults(
      R"({"policy":{"proration":)" + std::string(proration) + R"(,"rules":)" + std::string(rules) + "}}", catalog);
}

struct Row {
  std::string_view rules;
  std::string_view faults;  // "absent": none
};

TEST_CASE("movements that keep the period", "[catalog][rule_check]") {
  const Row rows[] = {
      {R"({"upgrade":{"charge":"full"}})", "absent"},
      {R"({"upgrade":{"charge":"full","unused":"forfeit"}})", "absent"},
      {R"({"upgrade":{"charge":"full","lines":"net"}})", "absent"},
      {R"({"upgrade":{"charge":"full","lines":"net","unused":"forfeit"}})", "policy.net_unused@/policy/rules/upgrade"},
      {R"({"longer_cycle":{"cycle":"keep","charge":"prorated"}})", "policy.cycle_keep@/policy/rules/longer_cycle"},
      {R"({"shorter_cycle":{"when":"now"}})", "policy.cycle_keep@/policy/rules/shorter_cycle"},
      {R"({"upgrade":{"unused":"forfeit"}})", "absent"},
      {R"({"upgrade":{"unused":"forfeit","charge":"none"},"downgrade":{"when":"period_end"}})", "absent"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rules);
    CHECK(rules(row.rules) == row.faults);
  }
}

TEST_CASE("movements that restart the period", "[catalog][rule_check]") {
  const Row rows[] = {
      {R"({"upgrade":{"cycle":"restart","charge":"full"}})", "absent"},
      {R"({"upgrade":{"cycle":"restart","charge":"prorated"}})", "policy.restart_prorated@/policy/rules/upgrade"},
      {R"({"upgrade":{"cycle":"restart","charge":"none"},"downgrade":{"when":"period_end"}})",
       "policy.restart_none@/policy/rules/upgrade"},
      {R"({"upgrade":{"cycle":"restart","charge":"full","lines":"net"}})", "policy.restart_net@/policy/rules/upgrade"},
      {R"({"longer_cycle":{"collect":"next_payment"}})", "policy.new_period_next_payment@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"carry_credits":true}})", "policy.carry_credits_twice@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"carry_credits":true,"unused":"refund"}})",
       "policy.carry_credits_twice@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"carry_credits":true,"unused":"forfeit"}})", "absent"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rules);
    CHECK(rules(row.rules) == row.faults);
  }
}

TEST_CASE("movements that align the period", "[catalog][rule_check]") {
  const Row rows[] = {
      {R"({"longer_cycle":{"cycle":"align","charge":"prorated"}})", "absent"},
      {R"({"longer_cycle":{"cycle":"align","charge":"full"}})", "policy.align_charge@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"cycle":"align","charge":"none"}})", "policy.align_charge@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"cycle":"align","charge":"prorated","lines":"net"}})",
       "policy.align_net@/policy/rules/longer_cycle"},
      {R"({"upgrade":{"cycle":"align"}})", "policy.align_movement@/policy/rules/upgrade"},
      {R"({"longer_cycle":{"cycle":"align","charge":"prorated","collect":"next_payment"}})",
       "policy.new_period_next_payment@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"cycle":"align","charge":"prorated","carry_credits":true}})",
       "policy.carry_credits_twice@/policy/rules/longer_cycle"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rules);
    CHECK(rules(row.rules) == row.faults);
  }
}

TEST_CASE("a change day that counts as used can't begin a new period that gives back", "[catalog][rule_check]") {
  const std::string_view used = R"({"change_day":"used"})";
  CHECK(rules("{}", used) == "policy.change_day_used@/policy/rules/longer_cycle");
  CHECK(rules(R"({"longer_cycle":{"unused":"refund"}})", used) == "policy.change_day_used@/policy/rules/longer_cycle");
  CHECK(rules(R"({"longer_cycle":{"unused":"forfeit"}})", used) == "absent");
  CHECK(rules(R"({"longer_cycle":{"when":"period_end"}})", used) == "absent");
}

TEST_CASE("one line of the difference needs a credit, and a refund is paid at once", "[catalog][rule_check]") {
  const Row rows[] = {
      {R"({"upgrade":{"lines":"net"}})", "absent"},
      {R"({"upgrade":{"lines":"net","unused":"refund"}})", "policy.net_unused@/policy/rules/upgrade"},
      {R"({"upgrade":{"lines":"net","unused":"forfeit","charge":"none"},"downgrade":{"when":"period_end"}})",
       "policy.net_unused@/policy/rules/upgrade"},
      {R"({"upgrade":{"unused":"refund","collect":"next_payment"}})", "policy.refund_next_payment@/policy/rules/upgrade"},
      {R"({"upgrade":{"unused":"refund"}})", "absent"},
      {R"({"upgrade":{"collect":"next_payment"}})", "absent"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rules);
    CHECK(rules(row.rules) == row.faults);
  }
}

TEST_CASE("free in one direction and paid for in the other is refused", "[catalog][rule_check]") {
  const Row rows[] = {
      {R"({"upgrade":{"charge":"none"}})", "policy.free_round_trip@/policy/rules/upgrade"},
      {R"({"add_seats":{"charge":"none"}})", "policy.free_round_trip@/policy/rules/add_seats"},
      {R"({"add_seats":{"charge":"none"},"remove_seats":null})", "absent"},
      {R"({"add_seats":{"charge":"none"},"remove_seats":{"when":"period_end"}})", "absent"},
      {R"({"add_seats":{"charge":"none"},"remove_seats":{"charge":"none"}})", "absent"},
      {R"({"add_seats":{"charge":"none"},"remove_seats":{"unused":"forfeit","charge":"none"}})", "absent"},
      {R"({"add_seats":{"charge":"none"},"remove_seats":{"when":"choice","unused":"refund"}})",
       "policy.free_round_trip@/policy/rules/add_seats"},
      {R"({"add_seats":{"charge":"none"},"remove_seats":{"cycle":"restart","charge":"full"}})",
       "policy.free_round_trip@/policy/rules/add_seats"},
      {R"({"add_seats":{"charge":"none"},"remove_seats":{"cycle":"restart","charge":"full","unused":"forfeit"}})", "absent"},
      {R"({"add_seats":{"charge":"none","when":"period_end"}})", "absent"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rules);
    CHECK(rules(row.rules) == row.faults);
  }
}

TEST_CASE("cancellations and their notice", "[catalog][rule_check]") {
  const Row rows[] = {
      {R"({"cancel":{"when":"now","unused":"credit"}})", "absent"},
      {R"({"cancel":{"when":"choice","unused":"refund_all"}})", "absent"},
      {R"({"cancel":{"when":"term_end","notice":"P14D"}})", "absent"},
      {R"({"cancel":{"when":"now","unused":"refund"}})", "absent"},
      {R"({"cancel":{"when":"now","notice":"P14D"}})", "policy.notice@/policy/rules/cancel"},
      {R"({"cancel":{"when":"never","notice":"P14D"}})", "policy.notice@/policy/rules/cancel"},
      {R"({"cancel":{"when":"choice","notice":"P14D"}})", "absent"},
      {R"({"cancel":{"notice":"P14D"}})", "absent"},
      {R"({"upgrade":{"notice":"P14D"}})", "policy.notice@/policy/rules/upgrade"},
      {R"({"upgrade":{"when":"period_end","notice":"P14D"}})", "policy.notice@/policy/rules/upgrade"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rules);
    CHECK(rules(row.rules) == row.faults);
  }
}

TEST_CASE("a rule is judged as it is in effect on each cycle, and blamed once", "[catalog][rule_check]") {
  CHECK(rules(R"({"upgrade":{"on_cycles":{"yearly":{"cycle":"align"}}}})") == "policy.align_movement@/policy/rules/upgrade");
  CHECK(rules(R"({"upgrade":{"cycle":"align","on_cycles":{"yearly":{"when":"never"}}}})") ==
        "policy.align_movement@/policy/rules/upgrade");
  CHECK(rules(R"({"upgrade":{"cycle":"align","on_cycles":{"monthly":{"when":"never"},"yearly":{"when":"never"}}}})") ==
        "absent");
  CHECK(rules(R"({"upgrade":{"cycle":"align","lines":"net"}})") ==
        "policy.align_movement@/policy/rules/upgrade; policy.align_net@/policy/rules/upgrade");
}

TEST_CASE("proration units and what they can't stand beside", "[catalog][rule_check]") {
  CHECK(rules("{}", R"({"unit":"second","change_day":null})") == "absent");
  CHECK(rules("{}", R"({"unit":"second"})") == "policy.second_change_day@/policy/proration/change_day");
  CHECK(rules("{}", R"({"unit":"day30"})") == "absent");
  CHECK(test::catalog_faults(R"({"policy":{"proration":{"unit":"day30"}},"cycles":[
      {"id":"monthly","length":"P4W"},{"id":"yearly","length":"P1Y"}]})") ==
        "policy.day30_cycle@/cycles/0/length");
}

TEST_CASE("members that belong to cancellations", "[catalog][rule_check]") {
  const Row rows[] = {
      {R"({"upgrade":{"used_at":"monthly"}})", "policy.used_at@/policy/rules/upgrade"},
      {R"({"upgrade":{"used_at":"monthly","when":"period_end"}})", "policy.used_at@/policy/rules/upgrade"},
      {R"({"upgrade":{"fee":{"percent":"5"},"when":"never"}})", "policy.fee@/policy/rules/upgrade"},
      {R"({"upgrade":{"unused":"refund_all"}})", "policy.refund_all@/policy/rules/upgrade"},
      {R"({"longer_cycle":{"unused":"refund_all"}})", "policy.refund_all@/policy/rules/longer_cycle"},
      {R"({"upgrade":{"unused":"refund_all","when":"period_end"}})", "absent"},
      {R"({"cancel":{"fee":{"percent":"5"}}})", "absent"},
      {R"({"cancel":{"when":"now","unused":"credit","used_at":"monthly"}})", "absent"},
      {R"({"cancel":{"when":"now","unused":"refund","used_at":"monthly"}})", "absent"},
      {R"({"cancel":{"when":"now","unused":"forfeit","used_at":"monthly"}})", "policy.used_at_unused@/policy/rules/cancel"},
      {R"({"cancel":{"when":"choice","unused":"refund_all","used_at":"monthly"}})", "policy.used_at_unused@/policy/rules/cancel"},
      {R"({"cancel":{"when":"period_end","unused":"forfeit","used_at":"monthly"}})", "absent"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rules);
    CHECK(rules(row.rules) == row.faults);
  }
}

TEST_CASE("a rule is judged as each of its windows makes it", "[catalog][rule_check]") {
  const Row rows[] = {
      {R"({"cancel":{"used_at":"monthly","in_first":[{"of":"period","length":"P1W","when":"now","unused":"refund"}]}})", "absent"},
      {R"({"cancel":{"used_at":"monthly","in_first":[{"of":"period","length":"P1W","when":"now"}]}})",
       "policy.used_at_unused@/policy/rules/cancel"},
      {R"({"upgrade":{"in_first":[{"of":"period","length":"P1W","notice":"P1D"}]}})", "policy.notice@/policy/rules/upgrade"},
      {R"({"upgrade":{"on_cycles":{"yearly":{"in_first":[{"of":"period","length":"P1W","cycle":"align"}]}}}})",
       "policy.align_movement@/policy/rules/upgrade"},
      // Free in the first week, and paid for on the way back: in one way of either rule is enough.
      {R"({"add_seats":{"in_first":[{"of":"period","length":"P1W","charge":"none"}]}})", "policy.free_round_trip@/policy/rules/add_seats"},
      {R"({"add_seats":{"charge":"none"},"remove_seats":{"charge":"none","in_first":[{"of":"period","length":"P1W","charge":"prorated"}]}})",
       "policy.free_round_trip@/policy/rules/add_seats"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rules);
    CHECK(rules(row.rules).substr(0, row.faults.size()) == row.faults);
  }
}

TEST_CASE("unused time buys time only where a new period begins by the day", "[catalog][rule_check]") {
  const Row rows[] = {
      {R"({"upgrade":{"cycle":"restart","unused":"time","charge":"none"},"downgrade":{"when":"period_end"}})", "absent"},
      {R"({"upgrade":{"cycle":"restart","unused":"time","charge":"full"}})", "absent"},
      {R"({"longer_cycle":{"unused":"time"}})", "absent"},
      {R"({"upgrade":{"unused":"time"}})", "policy.time_restart@/policy/rules/upgrade"},
      {R"({"longer_cycle":{"cycle":"align","charge":"prorated","unused":"time"}})", "policy.time_restart@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"unused":"time","charge":"prorated"}})", "policy.restart_prorated@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"unused":"time","lines":"net"}})",
       "policy.restart_net@/policy/rules/longer_cycle; policy.net_unused@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"unused":"time","collect":"next_payment"}})", "policy.new_period_next_payment@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"unused":"time","carry_credits":true}})", "policy.carry_credits_twice@/policy/rules/longer_cycle"},
      {R"({"longer_cycle":{"unused":"time","when":"period_end","carry_credits":true}})", "absent"},
      {R"({"cancel":{"when":"now","unused":"time"}})", "policy.time_cancel@/policy/rules/cancel"},
      {R"({"cancel":{"when":"period_end","unused":"time"}})", "absent"},
      // Free one way, and paid for on the way back. What buys time back gives no money.
      {R"({"upgrade":{"cycle":"restart","unused":"time","charge":"none"}})", "policy.free_round_trip@/policy/rules/upgrade"},
      {R"({"upgrade":{"cycle":"restart","unused":"time","charge":"none"},"downgrade":{"cycle":"restart","unused":"time","charge":"full"}})", "absent"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rules);
    CHECK(rules(row.rules) == row.faults);
  }
  CHECK(rules(R"({"longer_cycle":{"unused":"time"}})", R"({"change_day":"used"})") == "policy.change_day_used@/policy/rules/longer_cycle");
  CHECK(rules(R"({"longer_cycle":{"unused":"time"}})", R"({"unit":"day30"})") == "policy.time_day30@/policy/rules/longer_cycle");
  CHECK(test::catalog_faults(R"({"policy":{"rules":{"longer_cycle":{"unused":"time"}}}})", "sample-fixed") ==
        "policy.time_day30@/policy/rules/longer_cycle; policy.time_starts_on@/policy/rules/longer_cycle");  // it has both
}

TEST_CASE("only what leads to something new may cost it once", "[catalog][rule_check]") {
  for (const std::string_view kind : {"upgrade", "downgrade", "lateral", "add_seats", "add_addon"}) {
    CAPTURE(kind);
    CHECK(rules(R"({")" + std::string(kind) + R"(":{"once":true}})") == "absent");
  }
  for (const std::string_view kind : {"remove_seats", "remove_addon", "longer_cycle", "shorter_cycle", "cancel"}) {
    CAPTURE(kind);
    CHECK(rules(R"({")" + std::string(kind) + R"(":{"once":true}})") == "policy.once@/policy/rules/" + std::string(kind));
    CHECK(rules(R"({")" + std::string(kind) + R"(":{"once":false}})") == "absent");
  }
}

TEST_CASE("an amount off everything can't stand beside a whole price within a period", "[catalog][rule_check]") {
  const auto faults = [](std::string_view rules, std::string_view on = "everything") {
    return test::catalog_faults(R"({"discounts":[{"id":"tenth","on":"everything","percent":"10"},{"id":"five","on":")" + std::string(on) +
                                R"(","amount":"5.00"}],"policy":{"rules":)" + std::string(rules) + "}}");
  };
  const std::string_view whole = R"({"upgrade":{"charge":"full"}})";
  CHECK(faults(whole) == "discount.amount_with_full@/discounts/1");
  CHECK(faults(whole, "recurring") == "absent");
  CHECK(faults(R"({"upgrade":{"charge":"full","when":"period_end"}})") == "absent");
  CHECK(faults(R"({"upgrade":{"charge":"full","cycle":"restart"}})") == "absent");
  CHECK(faults(R"({"cancel":{"charge":"full","when":"now"}})") == "absent");
  CHECK(faults(R"({"upgrade":{"in_first":[{"of":"period","length":"P1W","charge":"full"}]}})") == "discount.amount_with_full@/discounts/1");
}

}  // namespace
}  // namespace planshift

#include "core/document/read/read_catalog.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::catalog_faults;

std::string with(std::string_view list, std::string_view entries) {
  return catalog_faults(R"({")" + std::string(list) + R"(":)" + std::string(entries) + "}");
}

TEST_CASE("a cycle is known by its id even where that begins like an extension", "[document][read_catalog]") {
  const auto catalog = test::catalog_with(R"({"cycles":[{"id":"x-daily","length":"P1D"}],"addons":null,
    "plans":[{"id":"basic","rank":1,"prices":{"x-daily":{"flat":"1.00"},"x-note":"not ours"}}],
    "policy":{"rules":{"add_seats":{"on_cycles":{"x-daily":{"when":"never"}}}}}})");
  REQUIRE(price_on(catalog->plans[0], CycleIndex{0}));
  CHECK(price_on(catalog->plans[0], CycleIndex{0})->last.flat == test::usd("1.00"));
  CHECK(catalog->policy.rule(MovementKind::add_seats, CycleIndex{0})->when == When::never);
}

TEST_CASE("format and currency are known ones", "[document][read_catalog]") {
  CHECK(with("format", R"("planshift-catalog/2")") == "format.unknown@/format");
  CHECK(with("currency", R"("XTS")") == "currency.unknown@/currency");
  CHECK(with("currency", "1") == "value.type@/currency");
  CHECK(with("currency", R"("KWD")") == "absent");
}

TEST_CASE("ids stand once in their list", "[document][read_catalog]") {
  CHECK(with("sources", R"([{"id":"a"},{"id":"b"},{"id":"a"}])").find("@/sources/2/id") != std::string::npos);
  CHECK(with("discounts", R"([{"id":"a","on":"recurring","percent":"1"},{"id":"a","on":"recurring","percent":"1"}])").find("@/discounts/1/id") !=
        std::string::npos);
  CHECK(with("sources", R"([{"title":"x"},{"title":"y"}])") == "member.missing@/sources/0; member.missing@/sources/1");
}

TEST_CASE("ids name something", "[document][read_catalog]") {
  CHECK(catalog_faults(R"({"policy":{"rules":{"upgrade":{"cite":["nothing"]}}}})") == "id.unknown@/policy/rules/upgrade/cite/0");
  CHECK(catalog_faults(R"({"policy":{"rules":{"upgrade":{"cite":["No"]}}}})") == "value.id@/policy/rules/upgrade/cite/0");
  CHECK(catalog_faults(R"({"policy":{"rules":{"upgrade":{"on_cycles":{"weekly":{"when":"now"}}}}}})") ==
        "id.unknown@/policy/rules/upgrade/on_cycles/weekly");
  CHECK(catalog_faults(R"({"policy":{"rules":{"upgrade":{"on_cycles":{"x-weekly":{"wen":"now"}}}}}})") == "absent");
  CHECK(with("addons", R"([{"id":"a","prices":{},"plans":["nothing"]}])") == "id.unknown@/addons/0/plans/0");
  CHECK(with("addons", R"([{"id":"a","prices":{},"plans":["No"]}])") == "value.id@/addons/0/plans/0");
  CHECK(with("addons", R"([{"id":"a","prices":{"weekly":{"flat":"1.00"},"x-daily":5}}])") == "id.unknown@/addons/0/prices/weekly");
}

TEST_CASE("fixed dates of a cycle", "[document][read_catalog]") {
  const auto starts_on = [](std::string_view value) {
    return with("cycles", R"([{"id":"monthly","length":"P1M"},{"id":"yearly","length":"P1Y","starts_on":)" + std::string(value) + "}]");
  };
  CHECK(starts_on(R"({"day":31})") == "absent");
  CHECK(starts_on(R"({"month":2,"day":29})") == "absent");
  CHECK(starts_on(R"({"month":2,"day":30})") == "cycle.starts_on_day@/cycles/1/starts_on");
  CHECK(starts_on(R"({"month":4,"day":31})") == "cycle.starts_on_day@/cycles/1/starts_on");
  CHECK(starts_on(R"({"month":4})") == "member.missing@/cycles/1/starts_on");
  CHECK(starts_on(R"({"day":0})") == "value.integer_range@/cycles/1/starts_on/day");
  CHECK(starts_on(R"({"month":13,"day":1})") == "value.integer_range@/cycles/1/starts_on/month");
}

TEST_CASE("seats from at least one to at most a million, or without a most", "[document][read_catalog]") {
  const auto seats = [](std::string_view value) {
    return with("plans", R"([{"id":"basic","rank":1,"prices":{},"seats":)" + std::string(value) + "}]").substr(0, 40);
  };
  CHECK(seats(R"({"min":3,"max":3})").find("seats") == std::string::npos);
  CHECK(seats(R"({"min":4,"max":3})").substr(0, 27) == "seats.range@/plans/0/seats;");
  CHECK(seats(R"({"min":0})").substr(0, 19) == "value.integer_range");
}

TEST_CASE("a discount is of one kind", "[document][read_catalog]") {
  const auto discount = [](std::string_view members) {
    return with("discounts", R"([{"id":"a","on":"recurring")" + std::string(members) + "}]");
  };
  CHECK(discount(R"(,"percent":"5")") == "absent");
  CHECK(discount(R"(,"amount":"5.00")") == "absent");
  CHECK(discount("") == "discount.kind@/discounts/0");
  CHECK(discount(R"(,"percent":"5","amount":"5.00")") == "discount.kind@/discounts/0");
  CHECK(with("discounts", R"([{"id":"a","on":"everything","amount":"5.00"}])") == "absent");
  CHECK(with("discounts", R"([{"id":"a","on":"everything","amount":"5.00","lasts":"P3M"}])") == "absent");
  CHECK(with("discounts", R"([{"id":"a","on":"recurring","percent":"5","lasts":"P0D"}])") == "value.length@/discounts/0/lasts");
  CHECK(with("discounts", R"([{"id":"a","on":"first_payment","percent":"5","lasts":"P3M"}])") == "discount.lasts_once@/discounts/0/lasts");
  CHECK(with("discounts", R"([{"id":"a","on":"everything","percent":"5"}])") == "absent");
  CHECK(with("discounts", R"([7])") == "value.type@/discounts/0");
}

TEST_CASE("what a catalog may say besides", "[document][read_catalog]") {
  const auto catalog = test::catalog_with(R"({"time_zone":"America/Vancouver","seat_name":{"one":"license","other":"licenses"},
      "plans":[{"id":"basic","rank":-3,"illustrative":true,"retired":true,"features":["Fast"],"seats":{"min":2,"max":null},
                "credits":{"per_period":5},"prices":{"monthly":{"flat":"1.00"}}}],
      "addons":[{"id":"a","name":"A","illustrative":false,"prices":{},"plans":["basic"]}],
      "tax":{"percent":"5"}})");
  CHECK(catalog->seat_name.other == "licenses");
  CHECK(catalog->plans[0].name == "basic");
  CHECK(catalog->plans[0].rank == -3);
  CHECK(catalog->plans[0].retired);
  CHECK(catalog->plans[0].seats.min == 2);
  CHECK(catalog->plans[0].seats.max == most_seats);
  CHECK(catalog->plans[0].credits->name == "credits");
  CHECK(catalog->addons[0].plans->size() == 1);
  CHECK(catalog->tax->name == "Tax");
  CHECK(!catalog->tax->inclusive);
  CHECK(catalog->cycles[0].name == "monthly");
  CHECK(!catalog->tells_seconds());
}

TEST_CASE("faults in features, sources and consequences are reported with their place", "[document][read_catalog]") {
  CHECK(with("plans", R"([{"id":"basic","rank":1,"prices":{},"features":[""]}])").substr(0, 37) == "value.text_length@/plans/0/features/0");
  CHECK(with("sources", R"([{"id":"a","url":""}])") == "value.text_length@/sources/0/url");
  CHECK(catalog_faults(R"({"cancellation":{"consequences":{}}})") == "value.type@/cancellation/consequences");
  CHECK(catalog_faults(R"({"policy":{"rules":null}})") == "member.missing@/policy");
  CHECK(catalog_faults(R"({"policy":{"rules":{"upgrade":{"cite":"faq"}}}})") == "value.type@/policy/rules/upgrade/cite");
  CHECK(catalog_faults(R"({"cancellation":{"consequences":[{"code":"x"}]}})") == "member.missing@/cancellation/consequences/0");
  CHECK(catalog_faults(R"({"cancellation":{"consequences":[{"code":"x","title":"X","from":"then"}]}})") ==
        "value.choice@/cancellation/consequences/0/from");
  CHECK(catalog_faults(R"({"cancellation":{"consequences":[{"code":"x","title":"X","kept":1}]}})") ==
        "value.type@/cancellation/consequences/0/kept");
}

TEST_CASE("all faults are reported at once, up to a limit", "[document][read_catalog]") {
  CHECK(catalog_faults(R"({"id":"X","name":"","currency":"XXX","tax":{"percent":"no"}})") ==
        "value.id@/id; value.text_length@/name; currency.unknown@/currency; value.percent@/tax/percent");
  std::string sources = "{}";
  for (int i = 0; i < 300; ++i) sources += ",{}";
  const test::Answer answer(check_catalog(test::catalog_text(R"({"sources":[)" + sources + "]}")).text);
  CHECK(answer["/error/all/99/code"] == "catalog.member.missing");
  CHECK(answer["/error/all/100"] == "absent");
}

TEST_CASE("a catalog is an object", "[document][read_catalog]") {
  CHECK(test::Answer(check_catalog("[]").text).faults() == "value.type@");
  CHECK(test::Answer(check_catalog("null").text).faults() == "value.null@");
}

TEST_CASE("what a plan or an add-on costs once is a price", "[document][read_catalog]") {
  const auto catalog = test::catalog_with("{}", "additions-once");
  CHECK(test::printed(price_of(*catalog->plans[1].once, 2)) == "50.00");
  CHECK(test::printed(price_of(*catalog->addons[0].once, 2)) == "160.00");
  CHECK(!test::catalog_with()->plans[0].once);
  CHECK(test::catalog_faults(R"({"plans":[{"id":"basic","rank":1,"prices":{},"once":{}}],"addons":[{"id":"a","prices":{},"once":[]}]})") ==
        "price.empty@/plans/0/once; value.type@/addons/0/once");
}

}  // namespace
}  // namespace planshift

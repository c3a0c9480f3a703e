#include "core/followup/consequences.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

TEST_CASE("consequences are dated from the request or from the day of effect, or not at all", "[followup][consequences]") {
  const test::Answer answer = test::ask(R"({"change":{"cancel":true}})", R"({
    "sources":[{"id":"own"},{"id":"rule"}],
    "policy":{"rules":{"cancel":{"cite":["rule"]}}},
    "cancellation":{"consequences":[
      {"code":"access_ends","from":"effective","title":"Access ends"},
      {"code":"export","from":"effective","after":"P1M","title":"Export ends","detail":"Ask before.","cite":["own"]},
      {"code":"deleted","from":"request","after":"P90D","not_before":true,"title":"Deleted from"},
      {"code":"permanent","kept":false,"title":"For good"},
      {"code":"archive","kept":true,"title":"Archive stays"}]}})");
  CHECK(answer["/consequences/0"] == R"({"code":"access_ends","date":"2026-12-01","title":"Access ends","cite":["rule"]})");
  CHECK(answer["/consequences/1"] ==
        R"({"code":"export","date":"2027-01-01","title":"Export ends","detail":"Ask before.","cite":["own"]})");
  CHECK(answer["/consequences/2"] ==
        R"({"code":"deleted","date":"2027-02-14","not_before":true,"title":"Deleted from","cite":["rule"]})");
  CHECK(answer["/consequences/3"] == R"({"code":"permanent","title":"For good","cite":["rule"]})");
  CHECK(answer["/consequences/4"] == R"({"code":"archive","kept":true,"title":"Archive stays","cite":["rule"]})");
  CHECK(answer["/consequences/5"] == "absent");
}

TEST_CASE("only a cancellation has consequences", "[followup][consequences]") {
  CHECK(test::ask(R"({"change":{"seats":4}})", R"({"cancellation":{"consequences":[{"code":"x","title":"X"}]}})")["/consequences"] == "[]");
}

TEST_CASE("a consequence past the last date is an error", "[followup][consequences]") {
  CHECK(test::ask(R"({"change":{"cancel":true}})",
                  R"({"cancellation":{"consequences":[{"code":"x","title":"X","from":"request","after":"P9999Y"}]}})")
            .faults() == "date.range@");
}

}  // namespace
}  // namespace planshift

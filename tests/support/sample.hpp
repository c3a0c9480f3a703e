// The sample catalog, and a subscription to it, each altered in one line.
//
// Two cycles, `monthly` and `yearly`. Basic 10.00 a seat and month, Team 20.00 + 15.00 a seat, Scale in tiers of
// 30.00 and (from 11 seats on) 20.00; a year costs ten months. Add-on `pi` at 9.00 for Team and Scale. Changes happen
// now and keep the period; a longer cycle restarts it with the unused time credited; shorter ones and cancellations wait.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/subscription/change.hpp"
#include "planshift/catalog_answers.hpp"
#include "planshift/engine.hpp"
#include "tests/support/answer.hpp"

namespace planshift::test {

// A catalog of tests/conformance/catalogs, with a JSON Merge Patch (RFC 7396) laid over it.
[[nodiscard]] std::string catalog_text(std::string_view merge_patch = "{}", std::string_view name = "sample");
// The same, read; fails the test if it is at fault.
[[nodiscard]] std::unique_ptr<Catalog> catalog_with(std::string_view merge_patch = "{}", std::string_view name = "sample");
// What is wrong with it, as Answer::faults prints it.
[[nodiscard]] std::string catalog_faults(std::string_view merge_patch, std::string_view name = "sample");

// A subscription document: Basic, monthly, 3 seats, November 2026; with a merge patch laid over it.
[[nodiscard]] std::string subscription_text(std::string_view merge_patch = "{}");
[[nodiscard]] Subscription subscription_to(const Catalog& catalog, std::string_view merge_patch = "{}");

// Asks the engine of a catalog. `request` is laid over {"at": "2026-11-16", "subscription": the one above}; on that
// day 15 of November's 30 days remain. For other questions than `preview` only what they know is left in.
[[nodiscard]] Answer ask(std::string_view request, std::string_view catalog_patch = "{}",
                         std::string_view question = "preview", std::string_view catalog = "sample");

// Its answer to exactly these bytes.
[[nodiscard]] Answer answer_to(std::string_view question, std::string_view request_json,
                               std::string_view catalog_patch = "{}");

[[nodiscard]] Change change_to(const Catalog& catalog, std::string_view change_json);
[[nodiscard]] Instant day(std::string_view date);        // "2026-11-22", or an instant
[[nodiscard]] std::string printed(Instant at);           // its date
[[nodiscard]] std::string printed(const Period& period);  // "2026-11-01/2026-12-01"
[[nodiscard]] Money usd(std::string_view amount);        // "12.50"
[[nodiscard]] std::string printed(Money usd);            // with two decimals

// The whole of a file under the project's source directory.
[[nodiscard]] std::string file_text(std::string_view path);

}  // namespace planshift::test

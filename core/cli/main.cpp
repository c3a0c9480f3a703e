// The command line: arguments, files, exit codes. 0: answered; 1: the input was at fault; 2: usage.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "core/cli/batch.hpp"
#include "core/cli/input.hpp"
#include "core/cli/suggestion.hpp"
#include "core/cli/text_report.hpp"
#include "core/json/json_value.hpp"
#include "planshift/catalog_answers.hpp"
#include "planshift/engine.hpp"
#include "planshift/version.hpp"

namespace {

constexpr int answered = 0;
constexpr int input_at_fault = 1;
constexpr int usage = 2;

struct Arguments {
  std::string catalog;
  std::string request = "-";
  std::string format = "json";
};

void say(std::string_view sentence) { std::cerr << "planshift: " << sentence << '\n'; }

// A file, or the standard input for "-".
planshift::Input input_of(const std::string& path) {
  return path == "-" ? planshift::Input(STDIN_FILENO) : planshift::Input(path);
}

void say_unreadable(const std::string& path, const planshift::Input& input) {
  say("can't read " + (path == "-" ? "the standard input" : path) + ": " + input.failure());
}

std::optional<std::string> read_whole(const std::string& path) {
  planshift::Input input = input_of(path);
  auto text = planshift::read_document(input, planshift::JsonDocument::most_bytes);
  if (!text) say_unreadable(path, input);
  return text;
}

int print(std::string_view answer, bool is_error, const Arguments& arguments) {
  if (arguments.format == "text") {
    std::cout << planshift::text_report(answer);
  } else {
    std::cout << answer << '\n';
  }
  return is_error ? input_at_fault : answered;
}

int ask(const std::string& question, const Arguments& arguments) {
  const auto catalog = read_whole(arguments.catalog);
  const auto request = read_whole(arguments.request);
  if (!catalog || !request) return usage;
  const auto opened = planshift::Engine::open(*catalog);
  if (!opened.engine) return print(opened.error, true, arguments);
  const auto [text, is_error] = opened.engine->answer(question, *request);
  return print(text, is_error, arguments);
}

// A question about the catalog itself.
int ask_of_catalog(planshift::CatalogAnswer (*question)(std::string_view), const Arguments& arguments) {
  const auto catalog = read_whole(arguments.catalog);
  if (!catalog) return usage;
  const auto [text, is_error] = question(*catalog);
  return print(text, is_error, arguments);
}

int batch(const Arguments& arguments) {
  const auto catalog = read_whole(arguments.catalog);
  if (!catalog) return usage;
  const auto opened = planshift::Engine::open(*catalog);
  if (!opened.engine) return print(opened.error, true, arguments);
  planshift::Input requests = input_of(arguments.request);
  planshift::answer_lines(*opened.engine, requests, std::cout);
  if (requests.failure().empty()) return answered;
  say_unreadable(arguments.request, requests);
  return usage;
}

void add_format(CLI::App& command, Arguments& arguments) {
  command.add_option("--format", arguments.format, "json (one line, for programs) or text (for people)")
      ->check(CLI::IsMember({"json", "text"}))
      ->capture_default_str();
}

void add_question(CLI::App& app, const std::string& name, const std::string& help, Arguments& arguments, int& result) {
  CLI::App* command = app.add_subcommand(name, help);
  command->add_option("--catalog", arguments.catalog, "the vendor's catalog, a JSON file")->required();
  command->add_option("request", arguments.request, "the request, a JSON file; - reads it from the standard input")
      ->capture_default_str();
  add_format(*command, arguments);
  command->callback([&, name] { result = ask(name, arguments); });
}

void add_catalog_question(CLI::App& app, const std::string& name, const std::string& help, Arguments& arguments,
                          std::function<void()> run) {
  CLI::App* command = app.add_subcommand(name, help);
  command
      ->add_option("catalog,--catalog", arguments.catalog,
                   "the catalog, a JSON file; - reads it from the standard input")
      ->required();
  add_format(*command, arguments);
  command->callback(std::move(run));
}

// The first word, where it is neither a command nor an option of the program.
std::optional<std::string> unknown_first_word(const CLI::App& app, std::string_view word) {
  if (word.starts_with('-')) {
    if (app.get_option_no_throw(std::string(word)) != nullptr) return std::nullopt;
    return planshift::unknown_word("option", word, {"--help", "--version"});
  }
  std::vector<std::string> commands;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (each->get_name() == word) return std::nullopt;
    commands.push_back(each->get_name());
  }
  return planshift::unknown_word("command", word, commands);
}

int parse(CLI::App& app, int argc, char** argv, const int& result) {
  if (argc > 1) {
    if (const auto unknown = unknown_first_word(app, argv[1])) {
      say(*unknown);
      return usage;
    }
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? answered : usage;
  }
  return result;
}

int run(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  Arguments arguments;
  int result = answered;

  CLI::App app{"What a subscription change costs: today, next, and what else follows.", "planshift"};
  app.set_version_flag("--version", "planshift " + std::string(planshift::version()));
  app.require_subcommand(1);
  app.footer("Exit status: 0 answered (a refusal is an answer), 1 the input was at fault, 2 usage.");
  add_question(app, "preview", "what a change costs", arguments, result);
  add_question(app, "quote", "what a new subscription costs", arguments, result);
  add_question(app, "eligibility", "which plans and cycles are open", arguments, result);
  add_question(app, "forecast", "every payment until a day", arguments, result);
  add_question(app, "sweep", "the same change on every day of a stretch", arguments, result);
  add_catalog_question(app, "check", "what is wrong or odd about a catalog", arguments,
                       [&] { result = ask_of_catalog(planshift::check_catalog, arguments); });
  add_catalog_question(app, "audit", "how a catalog's rules could be turned into free money", arguments,
                       [&] { result = ask_of_catalog(planshift::audit_catalog, arguments); });
  CLI::App* lines = app.add_subcommand("batch", "one request a line (NDJSON) in, one answer a line out");
  lines->add_option("--catalog", arguments.catalog, "the vendor's catalog, a JSON file")->required();
  lines->add_option("requests", arguments.request, "the requests; - reads them from the standard input")
      ->capture_default_str();
  lines->callback([&] { result = batch(arguments); });

  const int status = parse(app, argc, argv, result);
  std::cout.flush();
  if (!std::cout) {
    say("can't write the answer");
    return usage;
  }
  return status;
}

void say_no_memory() { say("there is not enough memory"); }

// Where there is no memory for the exception itself, there is none to catch.
[[noreturn]] void end_without_exception() {
  if (std::current_exception()) std::abort();
  say_no_memory();
  std::_Exit(usage);
}

}  // namespace

int main(int argc, char** argv) {
  std::set_terminate(end_without_exception);
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    say_no_memory();
    return usage;
  }
}

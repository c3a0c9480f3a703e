// The command line: arguments, files, exit codes. 0: answered; 1: the input was at fault; 2: usage.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include "core/cli/batch.hpp"
#include "core/cli/text_report.hpp"
#include "core/document/catalog_answers.hpp"
#include "core/document/engine.hpp"

namespace {

constexpr int answered = 0;
constexpr int input_at_fault = 1;
constexpr int usage = 2;

struct Arguments {
  std::string catalog;
  std::string request = "-";
  std::string format = "json";
};

// One byte past the limit is enough for the engine to see that a document is too large: a file without end is not read
// to its end.
std::string read_document(std::istream& in) {
  std::string text(planshift::JsonDocument::most_bytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

// What stands in a file, or in the standard input for "-".
std::optional<std::string> read_whole(const std::string& path) {
  if (path == "-") return read_document(std::cin);
  std::ifstream file(path, std::ios::binary);
  if (file) {
    std::string text = read_document(file);
    if (!file.bad()) return text;
  }
  std::cerr << "planshift: can't read " << path << '\n';
  return std::nullopt;
}

int print(std::string_view answer, const Arguments& arguments) {
  if (arguments.format == "text") {
    std::cout << planshift::text_report(answer);
  } else {
    std::cout << answer << '\n';
  }
  return planshift::is_error(answer) ? input_at_fault : answered;
}

int ask(const std::string& question, const Arguments& arguments) {
  const auto catalog = read_whole(arguments.catalog);
  const auto request = read_whole(arguments.request);
  if (!catalog || !request) return usage;
  const auto opened = planshift::Engine::open(*catalog);
  if (!opened.engine) return print(opened.error, arguments);
  return print(opened.engine->answer(question, *request), arguments);
}

// A question about the catalog itself.
int ask_of_catalog(std::string (*question)(std::string_view), const Arguments& arguments) {
  const auto catalog = read_whole(arguments.catalog);
  return catalog ? print(question(*catalog), arguments) : usage;
}

int batch(const Arguments& arguments) {
  const auto catalog = read_whole(arguments.catalog);
  if (!catalog) return usage;
  const auto opened = planshift::Engine::open(*catalog);
  if (!opened.engine) return print(opened.error, arguments);
  if (arguments.request == "-") {
    planshift::answer_lines(*opened.engine, std::cin, std::cout);
    return answered;
  }
  std::ifstream lines(arguments.request, std::ios::binary);
  if (!lines) {
    std::cerr << "planshift: can't read " << arguments.request << '\n';
    return usage;
  }
  planshift::answer_lines(*opened.engine, lines, std::cout);
  return answered;
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
  command->add_option("catalog", arguments.catalog, "the catalog, a JSON file; - reads it from the standard input")
      ->required();
  add_format(*command, arguments);
  command->callback(std::move(run));
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  Arguments arguments;
  int result = answered;

  CLI::App app{"What a subscription change costs: today, next, and what else follows.", "planshift"};
  app.set_version_flag("--version", "planshift " PLANSHIFT_VERSION);
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

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? answered : usage;
  }
  std::cout.flush();
  if (!std::cout) {
    std::cerr << "planshift: can't write the answer\n";
    return usage;
  }
  return result;
}

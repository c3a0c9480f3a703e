#include "core/cli/input.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace planshift {
namespace {

constexpr int at_once = 0;
constexpr int without_limit = -1;

bool is_ready(int descriptor, int wait) {
  pollfd asked{descriptor, POLLIN, 0};
  return poll(&asked, 1, wait) != 0;
}

}  // namespace

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX has no other way to open a file.
Input::Input(const std::string& path) : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)), owned_(true) {
  if (descriptor_ < 0) fail();
}

Input::~Input() {
  if (owned_ && descriptor_ >= 0) close(descriptor_);
}

bool Input::must_wait() const { return !is_ready(descriptor_, at_once); }

std::string_view Input::read(std::string& piece) {
  if (!failure_.empty()) return {};
  // The standard input may be set not to wait in read.
  is_ready(descriptor_, without_limit);
  const ssize_t count = ::read(descriptor_, piece.data(), piece.size());
  if (count < 0) {
    fail();
    return {};
  }
  return {piece.data(), static_cast<std::size_t>(count)};
}

void Input::fail() { failure_ = std::generic_category().message(errno); }

std::optional<std::string> read_document(Input& input, std::size_t most) {
  std::string text;
  std::string piece(65'536, '\0');
  while (text.size() <= most) {
    const std::string_view found = input.read(piece);
    if (found.empty()) break;
    text.append(found.substr(0, most + 1 - text.size()));
  }
  if (!input.failure().empty()) return std::nullopt;
  return text;
}

}  // namespace planshift

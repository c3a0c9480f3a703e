#include "planshift/version.hpp"

namespace planshift {

std::string_view version() { return PLANSHIFT_VERSION; }

}  // namespace planshift

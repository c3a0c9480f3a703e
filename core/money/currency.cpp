#include "core/money/currency.hpp"

#include <cstddef>

namespace planshift {
namespace {

// ISO 4217 list one, and the codes that left it since 2021 (old subscriptions may still be in them), by exponent.
// Codes stand side by side, three letters each.
struct Group {
  int decimals;
  std::string_view codes;
};
constexpr Group groups[] = {
    {0, "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF"},
    {2,
     "AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCNYCOPCOUCRCCUCCUPCVECZKDK"
     "K"
     "DOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGTQGYDHKDHNLHRKHTGHUFIDRILSINRIRRJMDKESKGSKHRKPWKYDKZTLAKLBPLKRLRDLSLMADMD"
     "LMGA"
     "MKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZDPABPENPGKPHPPKRPLNQARRONRSDRUBSARSBDSCRSDGSEKSGDSHPSLESLLSO"
     "SSRD"
     "SSPSTNSVCSYPSZLTHBTJSTMTTOPTRYTTDTWDTZSUAHUSDUSNUYUUZSVEDVESWSTXADXCDXCGYERZARZMWZWGZWL"},
    {3, "BHDIQDJODKWDLYDOMRTND"},
    {4, "CLFUYW"},
};

}  // namespace

std::optional<Currency> Currency::find(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  for (const Group& group : groups) {
    for (std::size_t at = 0; at < group.codes.size(); at += 3) {
      if (group.codes.substr(at, 3) == code) return Currency{std::string(code), group.decimals};
    }
  }
  return std::nullopt;
}

}  // namespace planshift

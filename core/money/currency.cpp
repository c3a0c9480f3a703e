#include "core/money/currency.hpp"

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
     "AEDAFNALLAMDANGAOAARSAUDAWGAZN"
     "BAMBBDBDTBGNBMDBNDBOBBOVBRLBSDBTNBWPBYNBZD"
     "CADCDFCHECHFCHWCNYCOPCOUCRCCUCCUPCVECZK"
     "DKKDOPDZD"
     "EGPERNETBEUR"
     "FJDFKP"
     "GBPGELGHSGIPGMDGTQGYD"
     "HKDHNLHRKHTGHUF"
     "IDRILSINRIRR"
     "JMD"
     "KESKGSKHRKPWKYDKZT"
     "LAKLBPLKRLRDLSL"
     "MADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZN"
     "NADNGNNIONOKNPRNZD"
     "PABPENPGKPHPPKRPLN"
     "QAR"
     "RONRSDRUB"
     "SARSBDSCRSDGSEKSGDSHPSLESLLSOSSRDSSPSTNSVCSYPSZL"
     "THBTJSTMTTOPTRYTTDTWDTZS"
     "UAHUSDUSNUYUUZS"
     "VEDVES"
     "WST"
     "XADXCDXCG"
     "YER"
     "ZARZMWZWGZWL"},
    {3, "BHDIQDJODKWDLYDOMRTND"},
    {4, "CLFUYW"},
};

}  // namespace

std::optional<Currency> Currency::find(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  for (const Group& group : groups) {
    for (std::string_view codes = group.codes; !codes.empty(); codes.remove_prefix(3)) {
      if (codes.substr(0, 3) == code) return Currency{std::string(code), group.decimals};
    }
  }
  return std::nullopt;
}

}  // namespace planshift

// Documents in, documents out, without any JSON library of one's own.
#include <core/document/catalog_answers.hpp>
#include <cstdio>
#include <string>

int main() {
  const std::string answer = planshift::check_catalog("[]");
  std::puts(answer.c_str());
  return answer.find(R"("document":"catalog")") != std::string::npos ? 0 : 1;
}

/* The C interface, from C: an answer, a fault of each document, a check, an audit and a report. */
#include <planshift.h>
#include <stdio.h>
#include <string.h>

/* Monthly, 10.00 for each seat. */
static const char catalog[] =
    "{\"format\": \"planshift-catalog/1\", \"id\": \"shop\", \"currency\": \"USD\","
    " \"cycles\": [{\"id\": \"monthly\", \"length\": \"P30D\"}],"
    " \"plans\": [{\"id\": \"team\", \"name\": \"Team\", \"rank\": 1,"
    "              \"prices\": {\"monthly\": {\"per_seat\": \"10.00\"}}}],"
    " \"policy\": {\"rules\": {\"add_seats\": {\"when\": \"now\"}}}}";

/* On 16 November 15 of 30 days remain: the third seat costs 10.00 x 15/30 = 5.00 today. */
static const char request[] =
    "{\"question\": \"preview\", \"at\": \"2026-11-16\","
    " \"subscription\": {\"plan\": \"team\", \"cycle\": \"monthly\", \"seats\": 2,"
    "                    \"period\": {\"start\": \"2026-11-01\", \"end\": \"2026-12-01\"}},"
    " \"change\": {\"seats\": 3}}";

static int failures = 0;

/* Whether a text has a part, its length is right and a NUL follows it. Frees the text. */
static void expect(const char* what, char* text, size_t bytes, const char* part) {
  if (text == NULL || strlen(text) != bytes || strstr(text, part) == NULL) {
    fprintf(stderr, "%s: no %s in %s\n", what, part, text == NULL ? "(nothing)" : text);
    failures += 1;
  }
  planshift_free(text);
}

int main(void) {
  size_t bytes = 0;
  char* error = NULL;
  char* answer = NULL;
  char* report = NULL;
  planshift_engine* engine = planshift_open(catalog, strlen(catalog), &error, &bytes);
  if (engine == NULL || error != NULL || bytes != 0) {
    fprintf(stderr, "open: %s\n", error == NULL ? "(nothing)" : error);
    return 1;
  }

  answer = planshift_answer(engine, "preview", strlen("preview"), request, strlen(request), &bytes);
  report = planshift_report(answer, bytes, NULL);
  expect("answer", answer, bytes, "\"charged\":\"5.00\"");
  expect("report", report, report == NULL ? 0 : strlen(report), "To pay");
  answer = planshift_answer(engine, NULL, 0, request, strlen(request), &bytes);
  expect("question of the request", answer, bytes, "\"charged\":\"5.00\"");
  answer = planshift_answer(engine, "preview", strlen("preview"), NULL, 0, &bytes);
  expect("no request", answer, bytes, "\"code\":\"request.json.syntax\"");
  planshift_close(engine);

  answer = planshift_check(catalog, strlen(catalog), &bytes);
  expect("check", answer, bytes, "\"format\":\"planshift-check/1\"");
  answer = planshift_audit(catalog, strlen(catalog), &bytes);
  expect("audit", answer, bytes, "\"format\":\"planshift-audit/1\"");

  if (planshift_open("[]", strlen("[]"), NULL, NULL) != NULL) failures += 1;
  if (planshift_open("[]", strlen("[]"), &error, &bytes) != NULL) failures += 1;
  expect("fault of a catalog", error, bytes, "\"document\":\"catalog\"");
  planshift_close(NULL);
  planshift_free(NULL);
  if (planshift_version()[0] == '\0') failures += 1;
  return failures;
}

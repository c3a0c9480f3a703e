"""The Python module as its users see it."""

import gc
import json
import pathlib
import re
import threading
import unittest

import planshift

ROOT = pathlib.Path(__file__).parents[3]
CATALOG = (ROOT / "web/catalogs/clio-manage.json").read_text()
README = (ROOT / "bindings/python/README.md").read_text()
REQUEST = {
    "at": "2026-11-22",
    "role": "primary_subscriber",
    "subscription": {
        "plan": "essentials",
        "cycle": "365-day",
        "seats": 3,
        "period": {"start": "2026-03-01", "end": "2027-03-01"},
    },
    "change": {"plan": "advanced"},
}


class Questions(unittest.TestCase):
    def test_a_preview_is_a_dictionary_with_amounts_as_text(self):
        # 99 of 365 days: 3 x 1,188.00 x 99/365 = 966.67, less 3 x 828.00 x 99/365 = 673.74.
        with planshift.load(CATALOG) as engine:
            self.assertEqual(engine.preview(REQUEST)["pay_today"]["charged"], "292.93")

    def test_documents_may_be_dictionaries_text_or_bytes(self):
        text = json.dumps(REQUEST)
        for catalog in (CATALOG, CATALOG.encode(), json.loads(CATALOG)):
            engine = planshift.load(catalog)
            for request in (REQUEST, text, text.encode()):
                self.assertEqual(engine.preview(request)["pay_today"]["charged"], "292.93")

    def test_every_question_has_a_method(self):
        engine = planshift.load(CATALOG)
        terms = {"plan": "advanced", "cycle": "30-day", "seats": 2}
        subscription = REQUEST["subscription"]
        self.assertTrue(engine.quote({"at": "2026-11-22", "terms": terms})["allowed"])
        options = {"at": "2026-11-22", "role": "primary_subscriber", "subscription": subscription}
        self.assertGreater(len(engine.eligibility(options)["options"]), 3)
        forecast = engine.forecast({"subscription": subscription, "until": "2027-03-02"})
        self.assertEqual(forecast["total"], "2484.00")
        days = {**options, "change": {"plan": "advanced"}, "from": "2026-11-22", "to": "2026-11-24"}
        del days["at"]
        self.assertEqual(engine.sweep(days)["days"][0]["charged"], "292.93")

    def test_a_request_names_its_question_or_asks_for_a_preview(self):
        engine = planshift.load(CATALOG)
        text = json.dumps(REQUEST)
        self.assertEqual(engine.answer(None, text), engine.answer("preview", text))

    def test_check_audit_and_report(self):
        self.assertEqual(planshift.check(CATALOG)["warnings"], [])
        self.assertIn("pumps", planshift.audit(CATALOG))
        self.assertIn("292.93", planshift.report(planshift.load(CATALOG).preview(REQUEST)))
        self.assertRegex(planshift.version(), r"^\d+\.\d+\.\d+$")


class Faults(unittest.TestCase):
    def test_a_catalog_with_a_fault_raises(self):
        with self.assertRaisesRegex(planshift.CatalogError, r"\[catalog\.json\.syntax\]") as raised:
            planshift.load("{")
        self.assertEqual(raised.exception.document["error"]["document"], "catalog")

    def test_a_request_with_a_fault_is_answered(self):
        self.assertEqual(planshift.load(CATALOG).preview({})["error"]["document"], "request")

    def test_a_lone_surrogate_is_a_fault_of_the_text(self):
        answer = planshift.load(CATALOG).preview('{"id": "\ud800"}')
        self.assertEqual(answer["error"]["code"], "request.json.encoding")


class Life(unittest.TestCase):
    def test_a_closed_engine_answers_no_more(self):
        engine = planshift.load(CATALOG)
        engine.close()
        engine.close()
        with self.assertRaisesRegex(ValueError, "closed"):
            engine.preview(REQUEST)

    def test_an_engine_that_is_forgotten_is_closed(self):
        engine = planshift.load(CATALOG)
        close = engine._close
        del engine
        gc.collect()
        self.assertFalse(close.alive)

    def test_threads_that_share_an_engine_take_turns(self):
        engine = planshift.load(CATALOG)
        requests = [json.dumps({**REQUEST, "id": number}) for number in range(8)]
        expected = [engine.answer("preview", request) for request in requests]
        wrong = []

        def work(request, answer):
            wrong.extend(number for number in range(500) if engine.answer("preview", request) != answer)

        threads = [threading.Thread(target=work, args=pair) for pair in zip(requests, expected)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])


class Readme(unittest.TestCase):
    def test_its_example_runs(self):
        (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
        printed = []
        exec(example, {"catalog": CATALOG, "print": printed.append})
        self.assertEqual(printed[0], "292.93")


if __name__ == "__main__":
    unittest.main()

#include "core/document/write/write_parts.hpp"

#include "core/document/spelling.hpp"
#include "core/document/wording/answer_wording.hpp"
#include "core/document/wording/template_text.hpp"

namespace planshift {
namespace {

// What a line is about: what it names, and for how many seats on which cycle.
void write_subject_members(DocumentWriter& out, const Catalog& catalog, const Line& line) {
  if (line.plan) out.member("plan", catalog[*line.plan].id);
  if (line.addon) out.member("addon", catalog[*line.addon].id);
  if (line.discount) out.member("discount_id", catalog[*line.discount].id);
  if (line.plan || line.addon) {
    if (line.kind != LineKind::once && line.origin != LineKind::once) out.member("cycle", catalog[line.cycle].id);
    out.member("seats", std::int64_t{line.seats});
  }
  if (line.kind == LineKind::used) out.member("periods", std::int64_t{line.periods});
}

void write_proration_member(DocumentWriter& out, const Catalog& catalog,
                            const std::optional<LineProration>& proration) {
  if (!proration) {
    out.member_null("proration");
    return;
  }
  out.key("proration");
  out.open_object();
  write_share_members(out, catalog, proration->share, proration->base);
  out.close_object();
}

// Where a pending line comes from a change of this very run, what it was there.
void write_origin_member(DocumentWriter& out, const Catalog& catalog, const Line& line) {
  if (line.origin == LineKind::pending) return;
  out.key("origin");
  out.open_object();
  out.member("kind", spell(line.origin));
  write_subject_members(out, catalog, line);
  write_proration_member(out, catalog, line.proration);
  out.close_object();
}

void write_line(DocumentWriter& out, const Catalog& catalog, const Line& line) {
  const bool pending = line.kind == LineKind::pending;
  out.open_object();
  out.member("kind", spell(line.kind));
  out.member("transaction", spell(line.transaction));
  out.member("label", label_of(catalog, line));
  if (!pending) write_subject_members(out, catalog, line);
  out.member("amount", line.amount);
  if (line.inclusive) out.member_boolean("inclusive", true);
  write_proration_member(out, catalog, pending ? std::nullopt : line.proration);
  if (pending) write_origin_member(out, catalog, line);
  if (line.movement) out.member("movement", name_of(*line.movement));
  write_cite_member(out, catalog, line.rule != nullptr ? line.rule->cite : std::vector<SourceIndex>());
  out.close_object();
}

}  // namespace

void write_head_members(DocumentWriter& out, const Catalog& catalog, std::string_view format) {
  out.member("format", format);
  out.member("catalog", catalog.id);
  out.member("currency", catalog.currency.code);
}

void write_terms_members(DocumentWriter& out, const Catalog& catalog, const Terms& terms) {
  out.member("plan", catalog[terms.plan].id);
  out.member("cycle", catalog[terms.cycle].id);
  out.member("seats", std::int64_t{terms.seats});
  out.key("addons");
  out.open_list();
  for (const AddonSeats& addon : terms.addons) {
    out.open_object();
    out.member("id", catalog[addon.addon].id);
    out.member("seats", std::int64_t{addon.seats});
    out.close_object();
  }
  out.close_list();
}

void write_share_members(DocumentWriter& out, const Catalog& catalog, const Share& share, Money base) {
  out.member("remaining", share.remaining);
  out.member("of", share.of);
  out.member("unit", spell(catalog.policy.proration.unit));
  out.member("base", base);
}

void write_period_member(DocumentWriter& out, const Period& period) {
  out.key("period");
  out.open_object();
  out.member("start", period.start);
  out.member("end", period.end);
  out.close_object();
}

void write_lines_member(DocumentWriter& out, const Catalog& catalog, const Lines& lines) {
  out.key("lines");
  out.open_list();
  for (const Line& line : lines) write_line(out, catalog, line);
  out.close_list();
}

void write_sum_members(DocumentWriter& out, const Totals& totals) {
  out.member("subtotal", totals.subtotal);
  out.member("discount", totals.discount);
  out.member("tax", totals.tax);
  out.member("total", totals.total);
}

void write_due_members(DocumentWriter& out, const Totals& totals) {
  out.member("due", totals.charged);
  out.member("from_balance", totals.from_balance);
  out.member("to_balance", totals.to_balance);
}

void write_reasons_member(DocumentWriter& out, const Reasons& reasons) {
  out.key("reasons");
  out.open_list();
  for (const Reason& reason : reasons) {
    out.open_object();
    out.member("code", spell(reason.code));
    out.member("message", sentence_of(reason));
    if (reason.movement) {
      out.member("movement", name_of(*reason.movement));
    } else {
      out.member_null("movement");
    }
    out.member("path", "/change");
    write_facts(out, reason.facts);
    out.close_object();
  }
  out.close_list();
}

void write_cite_member(DocumentWriter& out, const Catalog& catalog, const std::vector<SourceIndex>& cite) {
  out.key("cite");
  out.open_list();
  for (const SourceIndex source : cite) out.text(catalog[source]);
  out.close_list();
}

void write_movements_member(DocumentWriter& out, const Catalog& catalog, const std::vector<DatedMovement>& movements) {
  out.key("movements");
  out.open_list();
  for (const DatedMovement& movement : movements) {
    out.open_object();
    out.member("kind", name_of(movement.kind));
    out.member("when", spell(movement.when));
    out.member("on", movement.on);
    write_cite_member(out, catalog, movement.rule->cite);
    out.close_object();
  }
  out.close_list();
}

void write_next_payment_member(DocumentWriter& out, const Catalog& catalog, const std::optional<Payment>& payment) {
  if (!payment) {
    out.member_null("next_payment");
    return;
  }
  out.key("next_payment");
  out.open_object();
  out.member("date", payment->date);
  write_lines_member(out, catalog, payment->lines);
  write_sum_members(out, payment->totals);
  write_due_members(out, payment->totals);
  out.close_object();
}

}  // namespace planshift

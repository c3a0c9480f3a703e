#include "core/document/spelling.hpp"
#include "core/document/wording/answer_wording.hpp"
#include "core/document/wording/template_text.hpp"
#include "core/document/write/write_answer.hpp"
#include "core/document/write/write_parts.hpp"

namespace planshift {
namespace {

void write_terms_now(DocumentWriter& out, const Catalog& catalog, const Preview& preview) {
  if (!preview.after) {
    out.member_null("terms_now");
    return;
  }
  out.key("terms_now");
  out.open_object();
  write_terms_members(out, catalog, preview.after->terms);
  write_period_member(out, preview.after->period);
  out.close_object();
}

void write_terms_next(DocumentWriter& out, const Catalog& catalog, const std::optional<TermsFrom>& next) {
  if (!next) {
    out.member_null("terms_next");
    return;
  }
  out.key("terms_next");
  out.open_object();
  write_terms_members(out, catalog, next->terms);
  out.member("from", next->from);
  out.close_object();
}

void write_today(DocumentWriter& out, const Catalog& catalog, const Preview& preview) {
  out.key("pay_today");
  out.open_object();
  write_lines_member(out, catalog, preview.lines);
  write_sum_members(out, preview.today);
  out.member("charged", preview.today.charged);
  out.member("refunded", preview.today.refunded);
  out.member("from_balance", preview.today.from_balance);
  out.member("to_balance", preview.today.to_balance);
  out.close_object();
}

void write_credits(DocumentWriter& out, const std::optional<CreditsMove>& credits) {
  if (!credits) {
    out.member_null("credits");
    return;
  }
  out.key("credits");
  out.open_object();
  out.member("name", credits->name);
  if (credits->left) {
    out.member("left", *credits->left);
  } else {
    out.member_null("left");
  }
  out.member("carried", credits->carried);
  out.member("granted", credits->granted);
  out.member("after", credits->after());
  out.member("on", credits->on);
  out.close_object();
}

void write_consequences(DocumentWriter& out, const Catalog& catalog, const Preview& preview) {
  out.key("consequences");
  out.open_list();
  for (const DatedConsequence& each : preview.consequences) {
    const Consequence& consequence = *each.consequence;
    out.open_object();
    out.member("code", consequence.code);
    if (each.date) {
      out.key("date");
      out.date(*each.date);
    }
    if (consequence.not_before) out.member_boolean("not_before", true);
    if (consequence.kept) out.member_boolean("kept", true);
    out.member("title", consequence.title);
    if (!consequence.detail.empty()) out.member("detail", consequence.detail);
    write_cite_member(out, catalog, *each.cite);
    out.close_object();
  }
  out.close_list();
}

void write_extension(DocumentWriter& out, const Catalog& catalog, const std::optional<Extension>& extension) {
  if (!extension) {
    out.member_null("extension");
    return;
  }
  out.key("extension");
  out.open_object();
  write_share_members(out, catalog, extension->share, extension->base);
  out.member("units", extension->units);
  out.close_object();
}

void write_notices(DocumentWriter& out, const std::vector<Notice>& notices) {
  out.key("notices");
  out.open_list();
  for (const Notice& notice : notices) {
    out.open_object();
    out.member("code", spell(notice.code));
    out.member("message", sentence_of(notice));
    write_facts(out, notice.facts);
    out.close_object();
  }
  out.close_list();
}

void write_scheduled(DocumentWriter& out, const Catalog& catalog, const PartialTerms& scheduled) {
  if (scheduled.empty()) return;
  out.key("scheduled");
  out.open_object();
  if (scheduled.plan) out.member("plan", catalog[*scheduled.plan].id);
  if (scheduled.cycle) out.member("cycle", catalog[*scheduled.cycle].id);
  if (scheduled.seats) out.member("seats", std::int64_t{*scheduled.seats});
  if (scheduled.addons) {
    out.key("addons");
    out.open_list();
    for (const AddonSeats& addon : *scheduled.addons) {
      out.open_object();
      out.member("id", catalog[addon.addon].id);
      out.member("seats", std::int64_t{addon.seats});
      out.close_object();
    }
    out.close_list();
  }
  out.close_object();
}

void write_pending(DocumentWriter& out, const Catalog& catalog, const Lines& pending) {
  out.key("pending");
  out.open_list();
  for (const Line& line : pending) {
    out.open_object();
    out.member("label", label_of(catalog, line));
    out.member("amount", line.amount);
    out.close_object();
  }
  out.close_list();
}

// Its id; with its end, where it has one.
void write_discount(DocumentWriter& out, const Catalog& catalog, const HeldDiscount& held) {
  const std::string_view id = catalog[held.discount].id;
  if (!held.until) return out.text(id);
  out.open_object();
  out.member("id", id);
  out.member("until", *held.until);
  out.close_object();
}

// A valid subscription for a next request.
void write_after(DocumentWriter& out, const Catalog& catalog, const std::optional<Subscription>& after) {
  if (!after) {
    out.member_null("after");
    return;
  }
  out.key("after");
  out.open_object();
  write_terms_members(out, catalog, after->terms);
  if (after->seats_in_use) out.member("seats_in_use", std::int64_t{*after->seats_in_use});
  write_period_member(out, after->period);
  if (!catalog[after->terms.cycle].length.is_in_days()) out.member("anchor_day", std::int64_t{after->anchor_day});
  out.member("paid", after->paid);
  out.member("balance", after->balance);
  if (after->credits_left) out.member("credits_left", *after->credits_left);
  out.member_boolean("trial", after->trial);
  out.key("discounts");
  out.open_list();
  for (const HeldDiscount& discount : after->discounts) write_discount(out, catalog, discount);
  out.close_list();
  if (after->started_on) out.member("started_on", *after->started_on);
  if (after->extended) out.member_boolean("extended", true);
  if (after->prices_of) out.member("prices_of", *after->prices_of);
  if (after->committed_until) out.member("committed_until", *after->committed_until);
  write_scheduled(out, catalog, after->scheduled);
  if (after->scheduled_on) out.member("scheduled_on", *after->scheduled_on);
  if (after->cancels_on) out.member("cancels_on", *after->cancels_on);
  if (after->creditable) out.member("creditable", *after->creditable);
  write_pending(out, catalog, after->pending);
  out.close_object();
}

}  // namespace

void write_preview_members(DocumentWriter& out, const Catalog& catalog, Instant at, const Preview& preview) {
  write_head_members(out, catalog, "planshift-preview/1");
  out.member("at", at);
  out.member_boolean("allowed", preview.allowed());
  write_reasons_member(out, preview.reasons);
  if (!preview.allowed()) return;
  write_movements_member(out, catalog, preview.movements);
  write_terms_now(out, catalog, preview);
  write_terms_next(out, catalog, preview.terms_next);
  write_today(out, catalog, preview);
  write_next_payment_member(out, catalog, preview.next_payment);
  out.member("forfeited", preview.forfeited);
  out.key("balance");
  out.open_object();
  out.member("before", preview.balance_before);
  out.member("after", preview.balance_after);
  out.close_object();
  write_credits(out, preview.credits);
  write_consequences(out, catalog, preview);
  write_extension(out, catalog, preview.extension);
  write_notices(out, preview.notices);
  write_after(out, catalog, preview.after);
}

}  // namespace planshift

// Parts that several answers share: terms, lines, totals, reasons.
#pragma once

#include "core/document/write/document_writer.hpp"
#include "core/eligibility/reason.hpp"
#include "core/preview/preview.hpp"

namespace planshift {

// Members of the object that is open.
void write_terms_members(DocumentWriter& out, const Catalog& catalog, const Terms& terms);
// remaining, of, unit, base
void write_share_members(DocumentWriter& out, const Catalog& catalog, const Share& share, Money base);
void write_period_member(DocumentWriter& out, const Period& period);
void write_lines_member(DocumentWriter& out, const Catalog& catalog, const Lines& lines);
// subtotal, discount, tax, total
void write_sum_members(DocumentWriter& out, const Totals& totals);
// What is due of a later payment, and what it does to the balance.
void write_due_members(DocumentWriter& out, const Totals& totals);
void write_reasons_member(DocumentWriter& out, const Reasons& reasons);
void write_movements_member(DocumentWriter& out, const Catalog& catalog, const std::vector<DatedMovement>& movements);
void write_cite_member(DocumentWriter& out, const Catalog& catalog, const std::vector<SourceIndex>& cite);
void write_next_payment_member(DocumentWriter& out, const Catalog& catalog, const std::optional<Payment>& payment);

// {"format": "planshift-NAME/1", "catalog", "currency"
void write_head_members(DocumentWriter& out, const Catalog& catalog, std::string_view format);

}  // namespace planshift

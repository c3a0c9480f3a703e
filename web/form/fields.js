import { isDate } from "../exact/dates.js";
import { html } from "../element/dom.js";

/**
 * The controls of the form. Each gets its name in the state, its label, and what is wrong with it. When it
 * changes, the element needs only its name. `form` is `{ state, faults, words }`.
 */
const idOf = (name) => `field-${name.replaceAll(".", "-")}`;

export function textField(form, name, label, { hint, mode, placeholder } = {}) {
  return field(
    form,
    name,
    label,
    hint,
    html("input", {
      ...common(form, name, hint),
      type: "text",
      inputmode: mode,
      autocomplete: "off",
      value: form.state.get(name) ?? "",
      placeholder,
    }),
  );
}

/** A browser writes dates its own way, so the chosen one is repeated below in the reader's language. */
export function dateField(form, name, label, { hint: whenEmpty } = {}) {
  const date = form.state.get(name) ?? "";
  const hint = isDate(date) ? html("time", { datetime: date }, form.words.format.date(date)) : whenEmpty;
  return field(
    form,
    name,
    label,
    hint,
    html("input", {
      ...common(form, name, hint),
      type: "date",
      min: "1970-01-01",
      max: "9999-12-31",
      value: date,
    }),
  );
}

/** `choices`: [value, text] pairs. What is not among them is shown as no choice, never as the first one. */
export function selectField(form, name, label, choices, { hint } = {}) {
  const chosen = form.state.get(name) ?? "";
  const isKnown = choices.some(([value]) => value === chosen);
  return field(
    form,
    name,
    label,
    hint,
    html(
      "select",
      common(form, name, hint),
      isKnown ? null : html("option", { value: "", selected: true }, "—"),
      choices.map(([value, text]) => html("option", { value, selected: value === chosen }, text)),
    ),
  );
}

/** A whole number by typing or by its two buttons. */
export function stepperField(form, name, label, { hint, min = 1, max = 1_000_000 } = {}) {
  const value = form.state.get(name) ?? (min === 0 ? "0" : "");
  const number = /^\d{1,9}$/.test(value) ? Number(value) : null;
  const button = (by, sign, key, off) =>
    html(
      "button",
      {
        type: "button",
        class: "step",
        "data-action": "step",
        "data-name": name,
        "data-by": by,
        "aria-disabled": off ? "true" : null,
        "aria-label": form.words.text(key, { what: label }),
      },
      sign,
    );
  return field(
    form,
    name,
    label,
    hint,
    html(
      "span",
      { class: "stepper" },
      button(-1, "−", "fewer", number !== null && number <= min),
      html("input", { ...common(form, name, hint), type: "text", inputmode: "numeric", autocomplete: "off", value }),
      button(1, "+", "more", number !== null && number >= max),
    ),
  );
}

export function checkField(form, name, label) {
  return html(
    "div",
    { class: "field check", "data-key": name },
    html(
      "label",
      { class: "check-label" },
      html("input", { ...common(form, name), type: "checkbox", value: "yes", checked: Boolean(form.state.get(name)) }),
      html("span", {}, label),
    ),
    faultOf(form, name),
  );
}

/** Radio buttons as cards. `cards`: `{ value, title, tag, body, dimmed }`, the bodies being lists of nodes. */
export function cardField(form, name, label, cards) {
  const chosen = form.state.get(name) ?? "";
  const fault = form.faults.get(name);
  return html(
    "fieldset",
    { class: "field cards", "data-key": name, id: idOf(name), tabindex: fault || !chosen ? "-1" : null },
    html("legend", {}, label),
    faultOf(form, name),
    cards.map(({ value, title, tag, body, dimmed }, index) => {
      const own = `${idOf(name)}-${index}`;
      return html(
        "label",
        { class: dimmed ? "card dimmed" : "card", "data-key": `${name} ${value}`, part: "card", for: own },
        html("input", {
          type: "radio",
          id: own,
          name,
          value,
          checked: value === chosen,
          "aria-describedby": `${own}-body`,
        }),
        html("span", { class: "card-title" }, html("bdi", {}, title), tag ? html("span", { class: "tag" }, tag) : null),
        html("span", { class: "card-body", id: `${own}-body` }, body),
      );
    }),
  );
}

function field(form, name, label, hint, control) {
  return html(
    "div",
    { class: "field", "data-key": name },
    html("label", { for: idOf(name) }, label),
    control,
    hint ? html("p", { class: "hint", id: `${idOf(name)}-hint` }, hint) : null,
    faultOf(form, name),
  );
}

function common(form, name, hint) {
  const fault = form.faults.get(name);
  const described = [hint && `${idOf(name)}-hint`, fault && `${idOf(name)}-fault`].filter(Boolean).join(" ");
  return { id: idOf(name), name, "aria-invalid": fault ? "true" : null, "aria-describedby": described || null };
}

function faultOf(form, name) {
  const fault = form.faults.get(name);
  return fault ? html("p", { class: "fault", id: `${idOf(name)}-fault` }, fault) : null;
}

export const fieldId = idOf;

import "./define.js";
import { assetText } from "./assets.js";
import { html } from "./dom.js";
import { checkCatalog } from "./engine.js";
import { forgetCatalog, keepCatalog, keptCatalog } from "./kept_catalog.js";
import { workOffline } from "./offline.js";
import { packText, readLink, unpackText, writeLink } from "./share_link.js";
import { faultView } from "./fault_view.js";
import { languageOf, languages, loadMessages, wordsFor } from "./words.js";

/**
 * The site around the element: which vendor, which language, a catalog of one's own, and the address that keeps
 * everything. The element knows nothing of any of them.
 */
const vendors = new Map([
  ["clio-manage", "Clio Manage"],
  ["clio-manage-previous", "Clio Manage (previous account management)"],
  ["client-portal", "Client Portal"],
]);
/** Invented vendors with other habits: to the second, in yen, with tax, on trial, by the quarter. */
const otherHabits = new Map([
  ["harbour-hosting", "Harbour Hosting"],
  ["lumen-notes", "Lumen Notes"],
  ["nimbus-render", "Nimbus Render"],
  ["oakline-journal", "The Oakline Journal"],
  ["sakura-class", "さくら教室"],
  ["turnverein", "Turnverein Lindenau"],
  ["gulf-ledger", "Gulf Ledger"],
]);
const ownVendor = "own";
const largestCatalog = 1024 * 1024;

const preview = document.getElementById("preview");
const vendorSelect = document.getElementById("vendor");
const languageSelect = document.getElementById("language");
const file = document.getElementById("file");
const remarks = document.getElementById("remarks");
const kept = document.getElementById("kept");

let words;
/** `link` is what the address says of the catalog; null where it can't say it. */
let opened = { name: "", text: null, link: null };

const option = ([value, name]) => html("option", { value }, name);
vendorSelect.append(
  ...[...vendors].map(option),
  html("optgroup", { label: "Other habits" }, [...otherHabits].map(option)),
  html("option", { value: ownVendor }, "A catalog of my own …"),
);
languageSelect.append(...[...languages].map(([value, { name }]) => html("option", { value, lang: value }, name)));

const firstLanguage = languageOf(new URLSearchParams(location.hash.slice(1)).get("lang") ?? navigator.language);
preview.setAttribute("lang", firstLanguage);
const spoken = speak(firstLanguage);
await Promise.all([spoken, goWhereTheLinkLeads()]);

vendorSelect.addEventListener("change", () => chooseVendor(vendorSelect.value));
languageSelect.addEventListener("change", () => speak(languageSelect.value));
document.getElementById("forget").addEventListener("click", () => {
  forgetCatalog();
  chooseVendor("clio-manage").then(() => vendorSelect.focus());
});
file.addEventListener("change", () => file.files[0] && readCatalog(file.files[0]));
for (const link of document.querySelectorAll("[data-mode]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    preview.mode = link.dataset.mode;
  });
}
preview.addEventListener("statechange", keepAddress);
document.getElementById("copy-link").addEventListener("click", copyLink);
addEventListener("beforeprint", () => (document.getElementById("printed-link").textContent = location.href));
addEventListener("hashchange", () => goWhereTheLinkLeads());
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files[0]) readCatalog(event.dataTransfer.files[0]);
});
workOffline(offerVersion);

async function speak(language) {
  const messages = await loadMessages(language);
  words = wordsFor(language, messages, null);
  languageSelect.value = language;
  document.documentElement.lang = language;
  document.documentElement.dir = words.dir;
  preview.setAttribute("lang", language);
  for (const element of document.querySelectorAll("[data-word]"))
    element.textContent = words.text(element.dataset.word);
  document.querySelector(".modes").setAttribute("aria-label", words.text("modes"));
  vendorSelect.lastElementChild.textContent = words.text("own_catalog");
  vendorSelect.querySelector("optgroup").label = words.text("other_habits");
  document.title = `Planshift: ${words.text("site_title")}`;
  keepAddress();
}

async function goWhereTheLinkLeads() {
  const found = readLink(location.hash);
  const mode = new URLSearchParams(location.hash.slice(1)).get("mode");
  if (mode) preview.mode = mode;
  markMode();
  if (!found) return chooseVendor("clio-manage");
  if (found.damage) return damaged(found.damage);
  const { catalog, packed } = found.catalog;
  try {
    if (packed) return await open(ownVendor, await unpackText(packed), found.state);
    if (catalog === ownVendor) {
      const text = keptCatalog();
      return text === null ? damaged("link_own") : await open(ownVendor, text, found.state);
    }
    if (!vendors.has(catalog) && !otherHabits.has(catalog)) return damaged("link_vendor");
    return await open(catalog, await assetText(`catalogs/${catalog}.json`), found.state);
  } catch {
    return damaged("link_catalog");
  }
}

async function damaged(what) {
  await Promise.all([spoken, chooseVendor("clio-manage")]);
  remark(html("p", { class: "notice", role: "alert" }, words.text("link_damaged", { what: words.text(what) })));
}

async function chooseVendor(name) {
  file.parentElement.hidden = name !== ownVendor;
  remark();
  const text = name === ownVendor ? keptCatalog() : await assetText(`catalogs/${name}.json`);
  if (text !== null) await open(name, text);
}

async function open(name, text, state = null) {
  await preview.openCatalog(text, { state });
  const own = name === ownVendor;
  const isKept = own && keepCatalog(text);
  opened = { name, text, link: own && !isKept ? null : { catalog: name } };
  vendorSelect.value = name;
  file.parentElement.hidden = !own;
  kept.hidden = !isKept;
  keepAddress();
}

/** A catalog of the reader's: its faults are listed here and the vendor from before stays; remarks don't stop it. */
async function readCatalog(chosen) {
  vendorSelect.value = ownVendor;
  file.parentElement.hidden = false;
  if (chosen.size > largestCatalog)
    return refuse({ code: "catalog.too_large", path: "", message: "The file is larger than 1 MiB." });
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await chosen.arrayBuffer());
  } catch {
    return refuse({ code: "catalog.not_utf8", path: "", message: "The file is not well-formed UTF-8." });
  }
  const answer = await checkCatalog(text);
  if (answer.error) return refuse(answer.error);
  await open(ownVendor, text);
  const warnings = answer.warnings ?? [];
  remark(
    html("p", { role: "status" }, words.text("catalog_opened", { name: preview.catalog.name ?? preview.catalog.id })),
    warnings.length
      ? [
          html("p", {}, words.text("catalog_warnings")),
          html(
            "ul",
            {},
            warnings.map(({ path, message }) =>
              html("li", {}, html("code", {}, path), " ", html("span", { lang: "en" }, message)),
            ),
          ),
        ]
      : null,
  );
}

function refuse(error) {
  vendorSelect.value = opened.name;
  remark(faultView(error, words));
}

function remark(...nodes) {
  remarks.replaceChildren(...nodes.flat().filter(Boolean));
}

function markMode() {
  for (const link of document.querySelectorAll("[data-mode]")) {
    if (link.dataset.mode === preview.mode) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function keepAddress() {
  markMode();
  if (!opened.link || !preview.state.size) return;
  history.replaceState(null, "", `#${writeLink(preview.state, { ...opened.link, lang: languageSelect.value })}`);
}

async function copyLink({ target }) {
  const catalog = opened.name === ownVendor ? { packed: await packText(opened.text) } : { catalog: opened.name };
  const link = new URL(`#${writeLink(preview.state, { ...catalog, lang: languageSelect.value })}`, location.href);
  await navigator.clipboard.writeText(link.href);
  target.textContent = words.text("copied");
  setTimeout(() => (target.textContent = words.text("copy_link")), 2000);
}

/** A new version is never slipped under an open page: the reader is asked. */
function offerVersion(take) {
  const button = html("button", { type: "button", "data-word": "new_version" }, words.text("new_version"));
  button.addEventListener("click", take);
  document.getElementById("new-version").replaceChildren(button);
}

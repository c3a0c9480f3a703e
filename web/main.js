import "./define.js";
import { assetText } from "./assets.js";
import { html } from "./element/dom.js";
import { checkCatalog } from "./engine/engine.js";
import { forgetCatalog, keepCatalog, keptCatalog } from "./site/kept_catalog.js";
import { faultView } from "./answer/fault_view.js";
import { workOffline } from "./site/offline.js";
import { largestCatalog, packText, readLink, unpackText, writeLink } from "./site/share_link.js";
import { bearsShippedName, otherHabits, vendors } from "./site/vendors.js";
import { languageOf, languages, loadMessages, plainName, wordsFor } from "./words/words.js";

/**
 * The site around the element: which vendor, which language, a catalog of one's own, and the address that keeps
 * everything. The element knows nothing of any of them.
 */
const ownVendor = "own";

const preview = document.getElementById("preview");
const vendorSelect = document.getElementById("vendor");
const languageSelect = document.getElementById("language");
const file = document.getElementById("file");
const remarks = document.getElementById("remarks");
const kept = document.getElementById("kept");
const linkNotice = document.getElementById("from-link");

let words;
/** `link` is what the address says of the catalog, null where it can't say it; `fromLink`: a link brought it. */
let opened = { name: "", text: null, fromLink: false, link: null };

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
  sayOrigin();
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
    if (packed) return await open(ownVendor, { text: await unpackText(packed), fromLink: true }, found.state);
    if (catalog === ownVendor) {
      const ofThisTab = keptCatalog();
      return ofThisTab ? await open(ownVendor, ofThisTab, found.state) : damaged("link_own");
    }
    if (!vendors.has(catalog) && !otherHabits.has(catalog)) return damaged("link_vendor");
    return await open(catalog, await shipped(catalog), found.state);
  } catch (error) {
    return damaged(error?.code === "catalog.too_large" ? "link_too_large" : "link_catalog");
  }
}

async function damaged(what) {
  await Promise.all([spoken, chooseVendor("clio-manage")]);
  remark(html("p", { class: "notice", role: "alert" }, words.text("link_damaged", { what: words.text(what) })));
}

async function chooseVendor(name) {
  file.parentElement.hidden = name !== ownVendor;
  remark();
  const found = name === ownVendor ? keptCatalog() : await shipped(name);
  if (found) await open(name, found);
}

async function shipped(name) {
  return { text: await assetText(`catalogs/${name}.json`), fromLink: false };
}

async function open(name, { text, fromLink }, state = null) {
  await preview.openCatalog(text, { state, fromLink });
  const own = name === ownVendor;
  const isKept = own && keepCatalog(text, { fromLink });
  opened = { name, text, fromLink, link: own && !isKept ? null : { catalog: name } };
  sayOrigin();
  vendorSelect.value = name;
  file.parentElement.hidden = !own;
  kept.hidden = !isKept;
  keepAddress();
}

/**
 * Prices that a link brought are marked as long as they are shown. No reader checks a whole link, and it can give any name to
 * any price, also that of a vendor in the list.
 */
function sayOrigin() {
  const { catalog } = preview;
  const isFromLink = opened.fromLink && catalog;
  const own = isFromLink ? words.text("vendor_from_link", { name: plainName(catalog) }) : words.text("own_catalog");
  vendorSelect.lastElementChild.textContent = own;
  linkNotice.hidden = !isFromLink;
  linkNotice.replaceChildren(
    ...(isFromLink ? words.say("from_link", { name: plainName(catalog) }) : []),
    isFromLink && bearsShippedName(catalog) ? ` ${words.text("from_link_borrowed")}` : "",
  );
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
  await open(ownVendor, { text, fromLink: false });
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

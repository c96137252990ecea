// The pages of the translators' desk: choosing and showing texts; with a server also saving and renewing.
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);
const token = one("meta[name=token]")?.content;
const place = location.pathname.replace(/\/review$/, "");
const rows = () => all(".row");
const shown = () => rows().filter((row) => !row.hidden);
const open = (row) => ["untranslated", "stale"].includes(row.dataset.state);
const faulty = (row) => Number(row.dataset.found) > 0;
const current = () => one(".row.current");
const WRITING = ".editor, .reason";
let saying;

function say(text) {
  one("#told").textContent = text;
  clearTimeout(saying);
  saying = setTimeout(() => (one("#told").textContent = ""), 4000);
}

// ---- choosing ----------------------------------------------------------------------------------

function choose(row, focus = true) {
  if (!row) return;
  for (const other of all(".row.current")) mark(other, false);
  mark(row, true);
  if (focus) row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function mark(row, chosen) {
  row.classList.toggle("current", chosen);
  row.tabIndex = chosen ? 0 : -1;
}

function step(by, wanted = () => true) {
  const list = rows();
  const from = list.indexOf(current());
  const start = from < 0 ? (by > 0 ? -1 : list.length) : from;
  for (let at = start + by; at >= 0 && at < list.length; at += by) {
    if (!list[at].hidden && wanted(list[at])) return choose(list[at]), true;
  }
  say(by > 0 ? "There is none below." : "There is none above.");
  return false;
}

// ---- showing -----------------------------------------------------------------------------------

const SHOW = { all: () => true, open, found: faulty };
const wanted = (name) => SHOW[name] ?? ((row) => row.dataset.state === name);

function filter() {
  const show = wanted(one("[name=show]:checked").value);
  for (const row of rows()) row.hidden = !show(row) && !one(WRITING, row);
  for (const group of all(".group")) group.hidden = !one(".row:not([hidden])", group);
  one("#none").hidden = shown().length > 0;
  if (!current() || current().hidden) {
    const first = shown()[0];
    if (current()) mark(current(), false);
    if (first) mark(first, true);
  }
}

function count() {
  for (const input of all("[name=show]")) {
    one("b", input.parentElement).textContent = rows().filter(wanted(input.value)).length;
  }
  const states = ["approved", "translated", "stale", "untranslated"];
  draw(one(".bar"), states.map((state) => [state, rows().filter(wanted(state)).length]));
}

function draw(bar, parts) {
  const total = parts.reduce((sum, [, number]) => sum + number, 0) || 1;
  let at = 0;
  bar.replaceChildren();
  for (const [state, number] of parts) {
    const part = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    part.setAttribute("class", state);
    part.setAttribute("x", (100 * at) / total);
    part.setAttribute("width", (100 * number) / total);
    part.setAttribute("height", 1);
    bar.append(part);
    at += number;
  }
}

// ---- writing -----------------------------------------------------------------------------------

function edit(row) {
  if (!row || !token) return;
  if (one(WRITING, row)) return one("textarea", one(WRITING, row)).focus();
  choose(row, false);
  const form = one("#editor").content.cloneNode(true).firstElementChild;
  const words = one("textarea", form);
  words.value = row.dataset.raw;
  words.id = `words-${row.dataset.id}`;
  one("label", form).htmlFor = words.id;
  offer(row, form, words);
  row.before_edit = [...one(".target", row).childNodes];
  one(".target", row).replaceChildren(form);
  form.addEventListener("submit", (event) => (event.preventDefault(), save(row)));
  one(".cancel", form).addEventListener("click", () => leave(row));
  words.addEventListener("input", () => grow(words));
  words.addEventListener("keydown", (event) => keyed(event, row));
  grow(words);
  words.focus();
}

function grow(words) {
  words.style.height = "auto";
  words.style.height = `${words.scrollHeight + 2}px`;
  for (const button of all(".codes button", words.form)) {
    button.classList.toggle("used", words.value.includes(button.textContent));
  }
}

function offer(row, form, words) {
  const codes = JSON.parse(row.dataset.codes);
  one(".codes", form).hidden = codes.length === 0;
  for (const code of codes) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = code;
    button.addEventListener("click", () => {
      words.setRangeText(code, words.selectionStart, words.selectionEnd, "end");
      words.focus();
      grow(words);
    });
    one(".codes", form).append(button);
  }
}

// Keys with which an input method writes Chinese or Arabic are its own.
function keyed(event, row) {
  if (event.isComposing) return;
  if (event.key === "Escape") return event.preventDefault(), leave(row);
  if (!(event.ctrlKey || event.metaKey)) return;
  if (event.key === "Enter") return event.preventDefault(), save(row, true);
  if (event.key === "s") return event.preventDefault(), save(row);
}

const dirty = (row) => one("textarea", row)?.value !== row.dataset.raw;

function leave(row) {
  if (dirty(row) && !confirm("Leave without saving what you have written?")) return;
  one(".target", row).replaceChildren(...row.before_edit);
  choose(row);
}

async function save(row, on = false) {
  const form = one(".editor", row);
  const sent = one("textarea", form).value;
  const { status, answer } = await post("revise", {
    unit: row.dataset.id,
    seen: row.dataset.seen,
    text: sent,
    fuzzy: form.elements.fuzzy.checked,
  });
  if (status !== 200) return refused(form, row, status, answer);
  if (one("textarea", form).value !== sent) row.dataset.seen = answer.seen;
  else row = replace(row, answer.row);
  count();
  say("Saved.");
  if (!on || !step(1, open)) choose(row);
  filter();
}

function refused(form, row, status, answer) {
  const fault = one(".fault", form);
  fault.hidden = false;
  fault.textContent = [answer.message, answer.hint].filter(Boolean).join(". ");
  if (status === 409 && answer.row) {
    const fresh = parsed(answer.row);
    row.dataset.seen = fresh.dataset.seen;
    one(".source", row).replaceWith(one(".source", fresh));
    const theirs = document.createElement("q");
    theirs.lang = one("textarea", form).lang;
    theirs.textContent = fresh.dataset.raw;
    fault.append(" In the file now: ", theirs);
  }
  one("textarea", form).focus();
}

async function approve(row) {
  if (!token || row?.dataset.state !== "translated" || one(WRITING, row)) return;
  const by = one("#by");
  if (!by.value.trim()) return say("Write your name first."), by.focus();
  const { status, answer } = await post("approve", {
    unit: row.dataset.id,
    seen: row.dataset.seen,
    by: by.value,
  });
  if (status !== 200) return say([answer.message, answer.hint].filter(Boolean).join(". "));
  choose(replace(row, answer.row));
  count();
  filter();
  say("Approved.");
}

// ---- accepting ---------------------------------------------------------------------------------

const open_finding = (row) => one(".findings li:has(.accept)", row);

function ask(finding, reason = "") {
  const row = finding?.closest(".row");
  if (!row || !token) return;
  if (one(WRITING, row)) return one("textarea", one(WRITING, row)).focus();
  choose(row, false);
  const form = one("#acceptance").content.cloneNode(true).firstElementChild;
  const alike = all(`[data-check="${finding.dataset.check}"]`, row).length;
  if (alike > 1) one(".ask", form).textContent = `Why are all ${alike} of “${finding.dataset.check}” right here?`;
  form.elements.reason.value = reason;
  form.addEventListener("submit", (event) => (event.preventDefault(), accept(finding)));
  form.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") return event.preventDefault(), quit(finding);
    if (event.key === "Enter" && event.target === form.elements.reason) event.preventDefault(), form.requestSubmit();
  });
  one(".cancel", form).addEventListener("click", () => quit(finding));
  one(".accept", finding).hidden = true;
  finding.append(form);
  form.elements.reason.focus();
}

function quit(finding) {
  one(".reason", finding).remove();
  one(".accept", finding).hidden = false;
  choose(finding.closest(".row"));
}

async function accept(finding) {
  const row = finding.closest(".row");
  const form = one(".reason", finding);
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const reason = form.elements.reason.value;
  const { status, answer } = await settle("accept", finding, { reason });
  if (status === 200) return settled(row, answer, "Accepted.");
  delete form.dataset.sent;
  const told = answer.message && [answer.message, answer.hint].filter(Boolean).join(". ");
  const fresh = status === 409 && answer.row ? settled(row, answer, told) : row;
  const again = fresh === row ? finding : one(`[data-check="${finding.dataset.check}"]:has(.accept)`, fresh);
  if (!again) return;
  if (fresh !== row) ask(again, reason);
  const fault = one(".fault", again);
  fault.hidden = false;
  fault.textContent = told;
}

async function withdraw(finding) {
  const row = finding.closest(".row");
  const { status, answer } = await settle("withdraw", finding);
  if (answer.row) settled(row, answer, "Withdrawn.");
  if (status !== 200) say([answer.message, answer.hint].filter(Boolean).join(". "));
}

function settle(what, finding, more = {}) {
  const { id, seen } = finding.closest(".row").dataset;
  return post(what, { unit: id, seen, check: finding.dataset.check, ...more });
}

function settled(row, answer, words) {
  const fresh = replace(row, answer.row);
  choose(fresh);
  count();
  filter();
  say(words);
  return fresh;
}

async function post(what, body) {
  try {
    const response = await fetch(`${place}/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Docgen-Token": token },
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: await response.json() };
  } catch {
    return { status: 0, answer: { message: "The server does not answer", hint: "Start it again; what you wrote is still here." } };
  }
}

// ---- renewing ----------------------------------------------------------------------------------

const parsed = (markup) => one(".row", new DOMParser().parseFromString(markup, "text/html"));

function replace(row, markup) {
  const fresh = typeof markup === "string" ? document.importNode(parsed(markup), true) : markup;
  mark(fresh, row.classList.contains("current"));
  const focused = row.contains(document.activeElement);
  row.replaceWith(fresh);
  if (focused) fresh.focus({ preventScroll: true });
  return fresh;
}

// The style of the fonts stays as it is: this page would refuse the nonce of another.
async function renew() {
  const response = await fetch(location.pathname, { cache: "no-store" });
  const markup = (await response.text()).replace(/<style[^]*?<\/style>/, "");
  const page = new DOMParser().parseFromString(markup, "text/html");
  if (one("body.review")) return renewRows(page);
  if (one("#stop") && !one("#stop", page)) return location.reload();
  for (const old of all("[data-fresh]")) {
    const fresh = page.getElementById(old.id);
    if (fresh && fresh.outerHTML !== old.outerHTML) old.replaceWith(document.importNode(fresh, true));
  }
  lists();
  const frame = one("iframe");
  if (frame && one("#status")?.dataset.good !== frame.dataset.good) reload(frame);
}

function renewRows(page) {
  const faults = one("#faults");
  const problems = one("#stop .problems", page);
  faults.hidden = !problems;
  faults.replaceChildren(...(problems ? [document.importNode(problems, true)] : []));
  faults.tabIndex = problems ? 0 : -1;
  if (problems) return;
  const fresh = all(".row", page);
  const ids = (list) => list.map((row) => row.id).join(" ");
  if (ids(fresh) !== ids(rows())) {
    if (!one(WRITING)) location.reload();
    return;
  }
  for (const row of fresh) {
    const old = document.getElementById(row.id);
    if (old.dataset.print !== row.dataset.print && !one(WRITING, old)) replace(old, document.importNode(row, true));
  }
  count();
  filter();
}

function reload(frame) {
  const at = frame.contentWindow.scrollY;
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, at), { once: true });
  frame.dataset.good = one("#status").dataset.good;
  frame.contentWindow.location.reload();
}

function outward(frame) {
  for (const link of all("a[href^=http]", frame.contentDocument ?? document.createElement("p"))) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
}

async function lists() {
  for (const bar of all(".bar[data-parts]")) draw(bar, JSON.parse(bar.dataset.parts));
  for (const cell of all("[data-findings]")) {
    const response = await fetch(cell.dataset.findings);
    if (response.ok) cell.textContent = (await response.json()).said;
  }
}

// ---- beginning ---------------------------------------------------------------------------------

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  n: () => step(1, open),
  p: () => step(-1, open),
  e: () => edit(current()),
  Enter: () => edit(current()),
  a: () => approve(current()),
  f: () => current() && ask(open_finding(current())),
  "?": () => one("#keys").click(),
};

function begin() {
  filter();
  count();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.matches(".row")) return;
    const act = KEYS[event.key];
    if (act) event.preventDefault(), act();
  });
  document.addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (!row) return;
    if (event.target.matches(".edit")) return edit(row);
    if (event.target.matches(".approve")) return approve(row);
    if (event.target.matches(".accept")) return ask(event.target.closest("li"));
    if (event.target.matches(".withdraw")) return withdraw(event.target.closest("li"));
    if (!event.target.closest("a, button, textarea, label, input")) choose(row, !String(getSelection()));
  });
  document.addEventListener("dblclick", (event) => {
    const target = event.target.closest(".target");
    if (target && !event.target.closest("a, .editor")) edit(target.closest(".row"));
  });
  document.addEventListener("change", (event) => event.target.name === "show" && filter());
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest(".row");
    if (row && row !== current()) choose(row, false);
  });
  one("#keys").addEventListener("click", () => {
    const help = one("#help");
    help.hidden = !help.hidden;
    one("#keys").setAttribute("aria-expanded", String(!help.hidden));
  });
  addEventListener("beforeunload", (event) => {
    const begun = all(".editor").some((form) => dirty(form.closest(".row")));
    if (begun || all(".reason textarea").some((words) => words.value.trim())) event.preventDefault();
  });
}

if (one("body.review")) begin();
lists();
const frame = one("iframe");
frame?.addEventListener("load", () => outward(frame));
if (frame?.contentDocument?.readyState === "complete") outward(frame);
if (token) new EventSource("/events").onmessage = renew;

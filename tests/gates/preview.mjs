// Drives the pages of `docgen preview` in a browser: node preview.mjs BROWSER SCENE ARGUMENT… → JSON of what it saw.
import { chromium } from "playwright-core";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [program, scene, ...given] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// As long as only a failure takes, on a machine that has much else to do.
const PATIENCE = 180_000;
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"], timeout: PATIENCE });
const context = await browser.newContext({
  viewport: { width: 1360, height: 900 },
  bypassCSP: scene.startsWith("axe"),
});
context.setDefaultTimeout(PATIENCE);
const page = await context.newPage();
const faults = [];
const asked = new Set();
page.on("pageerror", (error) => faults.push(String(error)));
page.on("console", (line) => line.type() === "error" && faults.push(line.text()));
page.on("request", (request) => asked.add(new URL(request.url()).host));

const row = (id) => page.locator(`[data-id="${id}"]`);
const seen = (id, name) => row(id).getAttribute(`data-${name}`);
const chosen = () => page.locator(".row.current").getAttribute("data-id");
const state = (id, name) => page.waitForSelector(`[data-id="${id}"][data-state="${name}"]`);

// On a wide screen, on that screen at twice the size, on a telephone.
const SIZES = [
  { width: 1360, height: 900 },
  { width: 680, height: 450 },
  { width: 320, height: 640 },
];

async function violations(path, scheme, size) {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize(size);
  await page.goto(path);
  await page.waitForLoadState("load");
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run({ iframes: false }));
  return {
    passed: result.passes.length,
    over: await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth),
    violations: result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`),
  };
}

const SCENES = {
  // The link lets in; a text is edited with the mouse, saved, checked, and the file is another.
  async edit(link, review, id, text) {
    await page.goto(link);
    const address = page.url();
    await page.goto(review);
    await row(id).locator(".edit").click();
    await row(id).locator("textarea").fill(text);
    await row(id).locator(".save").click();
    await page.waitForSelector(`[data-id="${id}"]:not(:has(.editor))`);
    return { address, raw: await seen(id, "raw"), findings: await row(id).locator(".check").allTextContents() };
  },

  // Nothing but keys: to the open texts, into one, saved, on to the next, approved.
  async keys(link, review, texts) {
    await page.goto(link);
    await page.goto(review);
    for (let presses = 0; !(await page.evaluate(() => document.activeElement.matches(".row"))); presses++) {
      if (presses > 40) throw new Error("no text can be reached with Tab");
      await page.keyboard.press("Tab");
    }
    const path = [];
    for (const text of JSON.parse(texts)) {
      if (!path.length) await page.keyboard.press("n");
      path.push(await chosen());
      await page.keyboard.press("e");
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(text);
      const before = path.at(-1);
      await page.keyboard.press("Control+Enter");
      await state(before, "translated");
      await page.waitForFunction(() => document.activeElement.matches(".row"));
    }
    await page.keyboard.press("k");
    await page.keyboard.press("j");
    const last = await chosen();
    await page.keyboard.press("a");
    await state(last, "approved");
    await page.keyboard.press("?");
    const help = await page.locator("#help").isVisible();
    return { path, last, help };
  },

  // With keys alone a finding is accepted, for a reason; it goes at once, and can be taken back.
  async accept(link, review, id, reason) {
    await page.goto(link);
    await page.goto(review);
    const counts = () => page.locator("[name=show][value=found] + span b").textContent();
    const told = () => row(id).locator(".findings li").allTextContents();
    const before = await counts();
    await row(id).click({ position: { x: 5, y: 5 } });
    await page.keyboard.press("f");
    await page.keyboard.press("Escape");
    const left = (await row(id).locator(".reason").count()) === 0;
    await page.keyboard.press("f");
    await page.keyboard.insertText(reason);
    await page.keyboard.press("Enter");
    await row(id).locator(".findings .accepted").waitFor();
    await page.waitForFunction(() => document.activeElement.matches(".row"));
    const after = await counts();
    const accepted = await told();
    await row(id).locator(".withdraw").click();
    await row(id).locator(".findings .warning").waitFor();
    return { left, counts: [before, after, await counts()], accepted };
  },

  // What is found changes while a reason is written: nothing is accepted, and the reason stays.
  async acceptLate(link, review, id, file, theirs, reason) {
    await page.goto(link);
    await page.goto(review);
    await row(id).locator(".accept").click();
    await row(id).locator(".reason textarea").fill(reason);
    const before = await seen(id, "raw");
    writeFileSync(file, readFileSync(file, "utf8").replace(before, theirs));
    await row(id).locator(".reason .save").click();
    await row(id).locator(".reason .fault").waitFor();
    const told = await row(id).locator(".reason .fault").textContent();
    return { told, kept: await row(id).locator(".reason textarea").inputValue(), raw: await seen(id, "raw") };
  },

  // Keys belong to an input method while it composes: Escape ends its word, not the writing.
  async composing(link, review, id) {
    await page.goto(link);
    await page.goto(review);
    await row(id).locator(".edit").click();
    const done = [];
    page.on("dialog", (dialog) => (done.push("asks"), dialog.dismiss()));
    page.on("request", (request) => request.method() === "POST" && done.push("saves"));
    const keyboard = await context.newCDPSession(page);
    const compose = (text) =>
      keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    for (const key of ["Escape", "Control+Enter"]) {
      await compose("ni hao");
      await page.keyboard.press(key);
      await page.waitForTimeout(300);
    }
    const composed = [...done];
    await row(id).locator("textarea").fill("你好");
    await page.keyboard.press("Escape");
    return { composed, after: done };
  },

  // Somebody else changes the text while it is edited: nothing is lost on either side.
  async conflict(link, review, id, file, theirs, mine) {
    await page.goto(link);
    await page.goto(review);
    const before = await seen(id, "raw");
    await row(id).locator(".edit").click();
    await row(id).locator("textarea").fill(mine);
    writeFileSync(file, readFileSync(file, "utf8").replace(before, theirs));
    await row(id).locator(".save").click();
    const fault = row(id).locator(".fault");
    await fault.waitFor();
    const kept = await row(id).locator("textarea").inputValue();
    const told = await fault.textContent();
    const between = readFileSync(file, "utf8");
    await row(id).locator(".save").click();
    await page.waitForSelector(`[data-id="${id}"]:not(:has(.editor))`);
    return { kept, told, theirsStood: between.includes(theirs), raw: await seen(id, "raw") };
  },

  // A file is saved: the document comes anew where it was scrolled to; an error takes its place and goes again.
  async watch(link, document, file, old, fresh) {
    await page.goto(link);
    await page.goto(document);
    const frame = page.frameLocator("iframe");
    await frame.locator("main").waitFor();
    await page.frames()[1].evaluate(() => scrollTo(0, 200));
    const text = readFileSync(file, "utf8");
    const start = Date.now();
    writeFileSync(file, text.replace(old, fresh));
    await frame.getByText(fresh).first().waitFor();
    const seconds = (Date.now() - start) / 1000;
    const place = () => page.frames()[1].evaluate(() => scrollY);
    for (let looks = 0; looks < 100 && !(await place()); looks++) await page.waitForTimeout(100);
    const scrolled = await place();
    writeFileSync(file, text.replace(old, "[](#p-nowhere)"));
    await page.waitForSelector("#status.refused");
    const told = await page.locator("#status").textContent();
    const stayed = await frame.getByText(fresh).first().isVisible();
    writeFileSync(file, text.replace(old, fresh));
    await page.waitForSelector("#status:not(.refused)", { state: "attached" });
    return { seconds, scrolled, told, stayed };
  },

  // Files of languages and styles are saved one after the other: each time the document comes anew.
  async saved(link, document, edits) {
    await page.goto(link);
    await page.goto(document);
    await page.frameLocator("iframe").locator("main").waitFor();
    const good = () => page.locator("iframe").getAttribute("data-good");
    const found = [];
    for (const { file, old, fresh, has } of JSON.parse(edits)) {
      const before = [await good(), await page.frames()[1].content()];
      const text = readFileSync(file, "utf8");
      if (!text.includes(old)) throw new Error(`${file} does not have ${old}`);
      const start = Date.now();
      writeFileSync(file, text.replace(old, fresh));
      await page.waitForFunction((old) => document.querySelector("iframe").dataset.good !== old, before[0]);
      await page.frames()[1].waitForFunction((has) => document.documentElement.outerHTML.includes(has), has);
      found.push({ file, seconds: (Date.now() - start) / 1000, had: before[1].includes(has) });
    }
    return { found };
  },

  // A review page renews the rows that have changed and leaves alone what is being written.
  async renew(link, review, file, id, old, fresh, editing) {
    await page.goto(link);
    await page.goto(review);
    await row(editing).locator(".edit").click();
    await row(editing).locator("textarea").fill("…");
    writeFileSync(file, readFileSync(file, "utf8").replace(old, fresh));
    await page.waitForSelector(`[data-id="${id}"] ins`);
    const good = readFileSync(file, "utf8");
    writeFileSync(file, good.replace(fresh, `${fresh} [](#p-nowhere)`));
    await page.waitForSelector("#faults .problems");
    const told = await page.locator("#faults").textContent();
    writeFileSync(file, good);
    await page.waitForSelector("#faults", { state: "hidden" });
    return {
      told,
      inserted: await row(id).locator("ins").allTextContents(),
      deleted: await row(id).locator("del").allTextContents(),
      state: await seen(id, "state"),
      writing: await row(editing).locator("textarea").inputValue(),
    };
  },

  // The filter shows the texts of one state alone.
  async filter(path, link) {
    if (link) await page.goto(link);
    await page.goto(path.startsWith("/") ? pathToFileURL(path).href : path);
    const shown = {};
    for (const input of await page.locator("[name=show]").all()) {
      await input.focus();
      await input.check({ force: true });
      shown[await input.inputValue()] = await page.locator(".row:visible").count();
    }
    return { shown };
  },

  // A translation from right to left stands beside its source; what is written and told lies as it should.
  async rightToLeft(link, review, id, text) {
    if (link) await page.goto(link);
    await page.goto(review.startsWith("/") ? pathToFileURL(review).href : review);
    const lines = (side) =>
      row(id).locator(`.${side}`).evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const rects = [...range.getClientRects()].filter((rect) => rect.width > 1);
        const top = Math.min(...rects.map((rect) => rect.bottom));
        const first = rects.filter((rect) => rect.top < top);
        const box = element.getBoundingClientRect();
        return {
          direction: getComputedStyle(element).direction,
          left: Math.min(...first.map((rect) => rect.left)) - box.left,
          right: box.right - Math.max(...first.map((rect) => rect.right)),
          from: box.left,
          to: box.right,
        };
      });
    const found = { source: await lines("source"), target: await lines("target") };
    if (!link) return found;
    await row(id).locator(".edit").click();
    const direction = (selector) => row(id).locator(selector).evaluate((element) => getComputedStyle(element).direction);
    found.writing = await direction("textarea");
    found.buttons = await direction(".editor .acts");
    await row(id).locator("textarea").fill(text);
    await page.keyboard.press("Control+s");
    await page.waitForSelector(`[data-id="${id}"]:not(:has(.editor))`);
    return { ...found, raw: await seen(id, "raw") };
  },

  // What axe-core finds on each page, by day and by night, at each size.
  async axe(link, ...paths) {
    await page.goto(link);
    const found = {};
    for (const path of paths) {
      const url = path.startsWith("/") ? pathToFileURL(path).href : path;
      for (const scheme of ["light", "dark"]) {
        for (const size of SIZES) found[`${path} ${scheme} ${size.width}`] = await violations(url, scheme, size);
      }
    }
    return { found };
  },

  // The same with a text open for writing, a reason asked for, and the keys shown.
  async axeWriting(link, review, id, found) {
    await page.goto(link);
    await page.goto(review);
    await row(found).locator(".accept").click();
    await row(id).locator(".edit").click();
    await page.locator("#keys").click();
    await page.evaluate(axe);
    const result = await page.evaluate(() => axe.run());
    return { violations: result.violations.map((one) => one.id) };
  },
};

try {
  const result = await SCENES[scene](...given);
  console.log(JSON.stringify({ ...result, faults, asked: [...asked].filter(Boolean) }));
} finally {
  await browser.close();
}

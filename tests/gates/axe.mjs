// HTML files → what axe-core finds against WCAG in each of them, as one JSON object by file.
import { chromium } from "playwright-core";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [program, ...files] = process.argv.slice(2);
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
// As long as only a failure takes, on a machine that has much else to do.
const timeout = 180_000;
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"], timeout });
const found = {};
for (const file of files) {
  const page = await browser.newPage();
  page.setDefaultTimeout(timeout);
  await page.goto(pathToFileURL(file).href);
  await page.addScriptTag({ path: axe });
  const result = await page.evaluate(() => axe.run());
  found[file] = {
    passed: result.passes.length,
    violations: result.violations.map(
      (one) => `${one.id} (${one.impact}): ${one.help}: ${one.nodes.map((node) => node.target).join(" ")}`,
    ),
  };
  await page.close();
}
await browser.close();
console.log(JSON.stringify(found, null, 2));

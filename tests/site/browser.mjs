// A site in Chromium -> one JSON line a question: {"name": …, "wrong": […]}. Run by test_browser.py.
//
// node browser.mjs <tools/browser> <chromium> <address of the site> <folder of the site> <address of one with fonts>
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, executablePath, base, folder, withFonts] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(tools, "package.json")));
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const AWAY = "https://www.wikipedia.org/";
const NARROW = { width: 360, height: 640 }, WIDE = { width: 1280, height: 800 };
const ALL = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
const OLD = ALL.filter((name) => name.startsWith("files/")); // alike but for their language
const PAGES = ALL.filter((name) => !OLD.includes(name) || name === OLD[0]);
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const browser = await chromium.launch({ executablePath, args: FLAGS });

// A page that notes what it must not do: go elsewhere, break the policy, fail.
async function open(options) {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const noted = { away: [], faults: [], fonts: [] };
  await context.route((url) => url.protocol.startsWith("http") && !url.href.startsWith(base) && !url.href.startsWith(withFonts), (route) => {
    noted.away.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Elsewhere</title>" });
  });
  const page = await context.newPage();
  page.on("request", (request) => { if (request.resourceType() === "font") noted.fonts.push(request.url()); });
  page.on("console", (said) => { if (said.type() === "error" || /Content.Security.Policy/i.test(said.text())) noted.faults.push(said.text()); });
  page.on("pageerror", (error) => noted.faults.push(String(error)));
  page.on("requestfailed", (request) => { if (!/ERR_ABORTED/.test(request.failure()?.errorText)) noted.faults.push(`failed: ${request.url()}`); });
  page.on("response", (answer) => { if (answer.status() >= 400) noted.faults.push(`${answer.status()} ${answer.url()}`); });
  return { context, page, noted };
}

async function ask(name, options, question) {
  const wrong = [];
  const expect = (fact, what) => { if (!fact) wrong.push(what); };
  const { context, page, noted } = await open(options);
  try {
    await question({ page, context, expect, noted });
  } catch (error) {
    wrong.push(String(error.stack || error).slice(0, 1500));
  }
  wrong.push(...noted.faults);
  console.log(JSON.stringify({ name, wrong }));
  await context.close();
}

const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const historyLength = (page) => page.evaluate(() => history.length);

// Three taps: language, organisations, file; and its checksum is the one that the page tells.
for (const [size, viewport] of [["360", NARROW], ["1280", WIDE]])
  for (const javaScriptEnabled of [true, false])
    for (const [tag, asked] of [["ar", "arabic"], ["sr-Latn", "српски"]])
      await ask(`find-${tag}-${size}-${javaScriptEnabled ? "js" : "plain"}`, { viewport, javaScriptEnabled }, async ({ page, expect, noted }) => {
        await page.goto(`${base}index.html`);
        expect(await page.locator(".filter").isVisible() === javaScriptEnabled, "the filter box is for scripts only");
        if (javaScriptEnabled) {
          await page.fill("#filter", asked);
          const left = await page.locator("#languages li:visible").evaluateAll((items) => items.map((item) => item.dataset.tag));
          expect(left.includes(tag) && left.length <= 2, `the filter leaves ${left}`);
        }
        await page.click(`#languages a[href="${tag}/index.html"]`);
        await page.waitForURL(`**/${tag}/index.html`);
        expect(await page.locator("html").getAttribute("lang") === tag, "language of the page");
        expect(await page.locator("html").getAttribute("dir") === (tag === "ar" ? "rtl" : "ltr"), "direction of the page");
        expect(await page.locator("main a").first().getAttribute("href") === "tel:192", "danger comes first");
        expect(await fits(page), "scrolls sideways");
        await page.click('main a[href="files.html"]');
        await page.waitForURL(`**/${tag}/files.html`);
        const link = page.locator(".files a[download]").first();
        const told = await page.locator(".files .sum").first().textContent();
        const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
        const digest = createHash("sha256").update(readFileSync(await download.path())).digest("hex");
        expect(told.includes(digest), `checksum ${digest} is not ${told}`);
        expect(await fits(page), "scrolls sideways");
        expect(noted.away.length === 0, `asked elsewhere: ${noted.away}`);
      });

// Every page: accessibility, width, the button, what is asked for.
const pageBy = {};
await ask("every-page", { viewport: NARROW }, async ({ page, expect, noted }) => {
  for (const name of PAGES) {
    await page.setViewportSize(NARROW);
    await page.goto(base + name);
    await page.evaluate(AXE);
    const found = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
    for (const fault of found.violations) expect(false, `${name}: ${fault.id}: ${fault.nodes.slice(0, 3).map((node) => node.html)}`);
    for (const width of [320, 360, 1280]) { // 320: as at 400 % of 1280 (WCAG 2.1, 1.4.10)
      await page.setViewportSize({ width, height: 640 });
      expect(await fits(page), `${name}: scrolls sideways at ${width}`);
    }
    await page.setViewportSize(NARROW);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const box = await page.locator("#leave").boundingBox();
    const isText = /\/guide\.html$/.test(name); // without style
    expect(isText || (box && box.y >= 0 && box.y < 5 && box.height >= 44 && box.width > 300), `${name}: the button is not at hand: ${JSON.stringify(box)}`);
    const small = await page.locator("#languages a, button, .first .helpline a").evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML));
    expect(small.length === 0, `${name}: too small for a thumb: ${small}`);
    pageBy[name] = await page.title();
  }
  expect(noted.away.length === 0, `asked elsewhere: ${noted.away}`);
});

for (const [name, options] of [["dark", { colorScheme: "dark" }], ["contrast", { contrast: "more" }], ["dark-contrast", { colorScheme: "dark", contrast: "more" }]])
  await ask(`colours-${name}`, { viewport: NARROW, ...options }, async ({ page, expect }) => {
    for (const path of ["index.html", "ar/index.html", "ar/files.html", "en/guide-both.html"]) {
      await page.goto(base + path);
      await page.evaluate(AXE);
      const found = await page.evaluate(() => window.axe.run({ runOnly: ["color-contrast", "link-in-text-block"] }));
      for (const fault of found.violations) expect(false, `${path}: ${fault.id}: ${fault.nodes[0].html}`);
    }
  });

await ask("nothing-moves", { reducedMotion: "reduce" }, async ({ page, expect }) => {
  await page.goto(`${base}ar/index.html`);
  expect(await page.evaluate(() => document.getAnimations().length) === 0, "something moves");
});

// History: one entry for the whole site, so that Back leaves it.
await ask("history", { viewport: NARROW }, async ({ page, expect }) => {
  await page.goto("about:blank");
  await page.goto(`${base}index.html`);
  const length = await historyLength(page);
  for (const [selector, url] of [
    ['#languages a[href="ar/index.html"]', "**/ar/index.html"],
    ['a[href="files.html"]', "**/ar/files.html"],
    ['a[href="guide-both.html"]', "**/ar/guide-both.html"],
    ['.bar a', "**/ar/files.html"],
    ['a[href="guide.html"]', "**/ar/guide.html"],
    ['a[href="index.html"]', "**/ar/index.html"],
    ['.bar a', "**/index.html"],
    ['a[href="point.html"]', "**/point.html"],
    ['.bar a', "**/index.html"],
  ]) {
    await page.click(selector);
    await page.waitForURL(url);
    expect(await historyLength(page) === length, `history grows at ${url}`);
  }
  await page.goBack();
  expect(page.url() === "about:blank", `Back leads to ${page.url()}`);
});

// Leaving.
for (const path of ["ar/index.html", "en/guide.html", "index.html"])
  await ask(`shift-${path}`, { viewport: WIDE }, async ({ page, expect, noted }) => {
    await page.goto("about:blank");
    await page.goto(base + path);
    const length = await historyLength(page);
    await page.keyboard.press("Shift");
    const two = await page.locator(".presses").textContent();
    await page.keyboard.press("Shift");
    const one = await page.locator(".presses").textContent();
    expect(two && one && two !== one, `progress is not told: ${two} ${one}`);
    expect(page.url().startsWith(base), "left too early");
    await page.keyboard.press("Shift");
    await page.waitForURL(AWAY);
    expect(await historyLength(page) === length, "leaving adds to the history");
    await page.goBack();
    expect(page.url() === "about:blank", `Back leads to ${page.url()}`);
    expect(noted.away.every((url) => new URL(url).host === new URL(AWAY).host), `asked ${noted.away}`);
  });

await ask("shift-by-chance", { viewport: WIDE }, async ({ page, expect }) => {
  await page.clock.install();
  await page.goto(`${base}index.html`);
  for (const key of ["Shift", "Shift", "a", "Shift", "Shift", "Shift+B", "Shift"]) await page.keyboard.press(key);
  expect(page.url().startsWith(base), "left by chance");
  await page.keyboard.press("x");
  for (const wait of [0, 4900, 5100]) { await page.clock.fastForward(wait); await page.keyboard.press("Shift"); }
  expect(page.url().startsWith(base), "left after too long");
  await page.clock.fastForward(5100);
  expect((await page.locator(".presses").textContent()).length > 5, "that it took too long is not told");
});

for (const javaScriptEnabled of [true, false])
  await ask(`leave-${javaScriptEnabled ? "js" : "plain"}`, { viewport: NARROW, javaScriptEnabled }, async ({ page, expect }) => {
    await page.goto(`${base}ar/index.html`);
    await page.click("#leave");
    await page.waitForURL(AWAY);
    expect(await page.title() === "Elsewhere", "not away");
  });

await ask("leave-covers", { viewport: NARROW }, async ({ page, context, expect }) => {
  await context.route(AWAY, (route) => route.fulfill({ status: 204 })); // as on a line so bad that nothing comes
  await page.goto(`${base}ar/index.html`);
  await page.click("#leave");
  expect(await page.locator(".overlay").isVisible(), "no overlay");
  expect(!(await page.locator("main").isVisible()), "the text is still there");
  expect(await page.title() === "…", "the title is still there");
});

// Tools, traces, print.
await ask("tools", { viewport: NARROW }, async ({ page, context, expect }) => {
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("main p")).fontSize));
  await page.goto(`${base}index.html`);
  const boxes = await Promise.all(["#smaller", "#larger", "#print"].map((id) => page.locator(id).boundingBox()));
  const apart = (one, other) => other.y - one.y - one.height >= 4 || Math.abs(other.x - one.x) >= Math.min(one.width, other.width);
  expect(apart(boxes[0], boxes[1]) && apart(boxes[1], boxes[2]), `buttons touch: ${JSON.stringify(boxes)}`);
  await page.goto(`${base}ar/index.html`);
  const plain = await size();
  await page.click("#larger");
  await page.click("#larger");
  const large = await size();
  expect(large > plain * 1.3, "not larger");
  expect(await fits(page), "scrolls sideways when larger");
  for (let n = 0; n < 4; n += 1) await page.click("#smaller");
  expect(await size() < plain, "not smaller");
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await page.click("#print");
  expect(await page.evaluate(() => window.printed), "not printed");
  await page.reload();
  expect(await size() === plain, "the size is remembered");
  const kept = await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]);
  expect(String(kept) === ",0,0,0,0", `something is stored: ${kept}`);
  expect((await context.cookies()).length === 0 && context.serviceWorkers().length === 0, "cookies or workers");
});

await ask("print", { viewport: WIDE }, async ({ page, expect }) => {
  await page.goto(`${base}ar/index.html`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const selector of [".leave", ".tools", ".bar", ".safety"]) expect(!(await page.locator(selector).first().isVisible()), `${selector} is printed`);
  const [ink, paper] = await page.evaluate(() => { const style = getComputedStyle(document.body); return [style.color, style.backgroundColor]; });
  expect(ink === "rgb(0, 0, 0)" && paper === "rgb(255, 255, 255)", `printed ${ink} on ${paper}`);
});

await ask("suggested", { locale: "ar-EG", viewport: NARROW }, async ({ page, expect }) => {
  await page.goto(`${base}index.html`);
  expect(await page.locator("#languages li").first().getAttribute("data-tag") === "ar", "the browser's language is not first");
  expect(page.url() === `${base}index.html`, "sent elsewhere");
  await page.fill("#filter", "qqq");
  expect(await page.locator("#none").isVisible(), "that nothing was found is not told");
});

// A USB stick.
await ask("file", { viewport: NARROW }, async ({ page, expect }) => {
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  await page.click('#languages a[href="ar/index.html"]');
  await page.waitForURL("**/ar/index.html");
  expect(await page.locator("html").getAttribute("dir") === "rtl", "direction");
  expect(await page.evaluate(() => document.styleSheets.length) === 1, "no style");
  expect(await page.locator("#larger").isVisible(), "no script");
  await page.click('main a[href="files.html"]');
  await page.waitForURL("**/ar/files.html");
  expect(await page.locator(".files img").first().evaluate((picture) => picture.naturalWidth > 0), "no picture");
});

// Fonts: of Urdu for Urdu, and for nobody else; without the flag for nobody.
await ask("fonts", { viewport: NARROW }, async ({ page, context, expect, noted }) => {
  for (const [address, wanted] of [[`${base}ur/index.html`, 0], [`${withFonts}index.html`, 0], [`${withFonts}en/index.html`, 0], [`${withFonts}ur/index.html`, 1]]) {
    noted.fonts.length = 0;
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    expect(noted.fonts.length === wanted, `${address} asked for ${noted.fonts}`);
  }
  const session = await context.newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const used = async (selector) => {
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    return fonts.filter((font) => font.isCustomFont).map((font) => font.familyName);
  };
  expect(String(await used("article p")) === "Reading ur", `Urdu stands in ${await used("article p")}`);
  expect((await used(".number")).length === 0, "digits stand in the font of Urdu");
});

console.log(JSON.stringify({ name: "titles", wrong: Object.entries(pageBy).filter(([, title]) => !/^guide( · .+)?$/.test(title)).map(String) }));
await browser.close();

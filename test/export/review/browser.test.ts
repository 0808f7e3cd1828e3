import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCommand } from '../../../src/commands/export.js';
import { renderReview } from '../../../src/export/review.js';
import { CHROMIUM, openPage, type Page } from './chromium.js';
import { filledSheet, HOSTILE, reviewInput } from './sheets.js';

const skipReason = CHROMIUM === null ? ' (skipped: no Chromium on this machine)' : '';
// The names of skipped tests are not printed, but the log must say that the page was not tried.
if (CHROMIUM === null)
	process.stderr.write('The page was not tried in a browser: no Chromium here. CHROMIUM=/path/to/it names one.\n');

describe.skipIf(CHROMIUM === null)(`the page in a browser${skipReason}`, () => {
	let folder: string;
	let page: Page;
	const urls = new Map<string, string>();
	const writePage = (name: string, html: string): void => {
		const path = join(folder, `${name}.html`);
		writeFileSync(path, html);
		urls.set(name, pathToFileURL(path).href);
	};
	const openByName = (name: string): Promise<void> => page.open(urls.get(name) ?? '');
	const resize = (width: number) =>
		page.send('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
	const setMedia = (medium: 'screen' | 'print', scheme: 'light' | 'dark' = 'light') =>
		page.send('Emulation.setEmulatedMedia', {
			media: medium,
			features: [{ name: 'prefers-color-scheme', value: scheme }],
		});

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'dispatch-board-pages-'));
		const none = { file: null, force: false, state: null, set: [], baseline: [], format: 'html' };
		writePage('quiet', renderReview(reviewInput(filledSheet((where) => `said of ${where}`)), 'html'));
		writePage('hostile', renderReview(reviewInput(filledSheet(() => HOSTILE)), 'html'));
		// As long as the texts and the names of a worksheet can be.
		writePage(
			'long',
			renderReview(
				reviewInput(filledSheet((where) => 'x'.repeat(UNLIMITED_FIELDS.test(where) ? 12_000 : 120))),
				'html',
			),
		);
		for (const name of ['week-31', 'mmlu-mixtral-gpt4', 'toy-request'])
			writePage(name, await exportCommand({ ...none, name }));
		page = await openPage(CHROMIUM ?? '');
	});
	afterAll(async () => {
		await page?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	it('runs no script and fetches nothing when every text is hostile', async () => {
		await resize(1280);
		await setMedia('screen');
		const before = page.events.length;
		await openByName('hostile');
		expect(await page.value('document.title')).toMatch(/^Design review: <script>document\.title="hacked"/);
		expect(await page.value('document.getElementById("marker")')).toBeNull();
		expect(await page.value('document.querySelectorAll("script, img, iframe, object, embed, form").length')).toBe(0);
		const during = page.events.slice(before);
		const requests = during.filter(({ method }) => method === 'Network.requestWillBeSent');
		const { request } = (requests[0]?.params ?? {}) as { readonly request?: { readonly url: string } };
		expect([requests.length, request?.url]).toEqual([1, urls.get('hostile')]);
		// Nothing violated the policy: it allows the stylesheet.
		expect(during.filter(({ method }) => method === 'Log.entryAdded')).toEqual([]);
		expect(await page.value('getComputedStyle(document.querySelector(".word")).fontWeight')).toBe('700');
	});

	it('does not run a script that was added to the file', async () => {
		const html = renderReview(reviewInput(filledSheet((where) => where)), 'html');
		writePage('tampered', html.replace('</body>', '<script>document.title = "hacked"</script></body>'));
		await openByName('tampered');
		expect(await page.value('document.title')).toBe('Design review: title');
	});

	it.each(['quiet', 'hostile', 'long', 'week-31', 'mmlu-mixtral-gpt4', 'toy-request'])(
		'is not wider than the window: %s',
		async (name) => {
			await setMedia('screen');
			for (const width of [360, 768, 1280, 1920]) {
				await resize(width);
				await openByName(name);
				expect([width, await page.value('document.documentElement.scrollWidth')]).toEqual([width, width]);
			}
		},
	);

	it.each(['quiet', 'hostile', 'long', 'week-31', 'mmlu-mixtral-gpt4', 'toy-request'])(
		'fits a sheet of A4: %s',
		async (name) => {
			// 210 mm minus two margins of 14 mm, at 96 pixels per inch.
			await resize(688);
			await setMedia('print', 'dark');
			await openByName(name);
			const cut = `[...document.querySelectorAll('.scroll')].filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.getAttribute('aria-label'))`;
			expect(await page.value(cut)).toEqual([]);
			expect(await page.value('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
			const { data } = await page.send('Page.printToPDF', { preferCSSPageSize: true });
			expect(Buffer.from(String(data), 'base64').subarray(0, 5).toString()).toBe('%PDF-');
		},
	);

	it.each(['light', 'dark'] as const)('has enough contrast in the %s scheme', async (scheme) => {
		await resize(1280);
		await setMedia('screen', scheme);
		await openByName('quiet');
		const lowContrast = await page.value<readonly string[]>(FIND_LOW_CONTRAST);
		expect(lowContrast).toEqual([]);
		// Proves that the check finds low contrast.
		await page.value(`document.documentElement.style.setProperty('--dim', '#8888')`);
		expect((await page.value<readonly string[]>(FIND_LOW_CONTRAST)).length).toBeGreaterThan(10);
	});
});

const UNLIMITED_FIELDS = /^(change|source|improved the-mix|action resolution|evidence D1)$/;

/** Script that lists every text with a contrast below 4.5 to 1 (WCAG 2, AA). */
const FIND_LOW_CONTRAST = `(() => {
	const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
	const over = ([r, g, b, a = 1], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
	const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
		.reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
	const behind = (element) => element === null ? [255, 255, 255]
		: over(numbers(getComputedStyle(element).backgroundColor), behind(element.parentElement));
	const found = new Set();
	for (const element of document.querySelectorAll('body *')) {
		if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')) continue;
		if (element.closest('desc, title')) continue;
		const style = getComputedStyle(element);
		const text = numbers(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
		const [a, b] = [light(over(text, behind(element))), light(behind(element))].sort((x, y) => y - x);
		if ((a + 0.05) / (b + 0.05) < 4.5) found.add(element.className + ': ' + element.textContent.slice(0, 30));
	}
	return [...found];
})()`;

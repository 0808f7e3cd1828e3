import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCommand } from '../../../src/commands/export.js';
import { reviewArtifact } from '../../../src/export/review.js';
import { CHROMIUM, openPage, type Page } from './browser.js';
import { filledSheet, HOSTILE, inputOf } from './sheets.js';

const why = CHROMIUM === null ? ' (skipped: no Chromium on this machine)' : '';
// The names of what is skipped are not printed; that the page was not tried has to be.
if (CHROMIUM === null)
	process.stderr.write('The page was not tried in a browser: no Chromium here. CHROMIUM=/path/to/it names one.\n');

describe.skipIf(CHROMIUM === null)(`the page in a browser${why}`, () => {
	let folder: string;
	let page: Page;
	const urls = new Map<string, string>();
	const put = (name: string, html: string): void => {
		const path = join(folder, `${name}.html`);
		writeFileSync(path, html);
		urls.set(name, pathToFileURL(path).href);
	};
	const open = (name: string): Promise<void> => page.open(urls.get(name) ?? '');
	const size = (width: number) =>
		page.send('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
	const media = (medium: 'screen' | 'print', scheme: 'light' | 'dark' = 'light') =>
		page.send('Emulation.setEmulatedMedia', {
			media: medium,
			features: [{ name: 'prefers-color-scheme', value: scheme }],
		});

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'dispatch-board-pages-'));
		const none = { file: null, force: false, state: null, set: [], baseline: [], format: 'html' };
		put('quiet', reviewArtifact(inputOf(filledSheet((where) => `said of ${where}`)), 'html'));
		put('hostile', reviewArtifact(inputOf(filledSheet(() => HOSTILE)), 'html'));
		// As long as the words of a worksheet and the names in it can be.
		put('long', reviewArtifact(inputOf(filledSheet((where) => 'x'.repeat(LONG.test(where) ? 12_000 : 120))), 'html'));
		for (const name of ['week-31', 'mmlu-mixtral-gpt4', 'toy-request'])
			put(name, await exportCommand({ ...none, name }));
		page = await openPage(CHROMIUM ?? '');
	});
	afterAll(async () => {
		await page?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	it('runs and fetches nothing, whatever the words are', async () => {
		await size(1280);
		await media('screen');
		const before = page.events.length;
		await open('hostile');
		expect(await page.value('document.title')).toMatch(/^Design review: <script>document\.title="hacked"/);
		expect(await page.value('document.getElementById("marker")')).toBeNull();
		expect(await page.value('document.querySelectorAll("script, img, iframe, object, embed, form").length')).toBe(0);
		const during = page.events.slice(before);
		const asked = during.filter(({ method }) => method === 'Network.requestWillBeSent');
		const { request } = (asked[0]?.params ?? {}) as { readonly request?: { readonly url: string } };
		expect([asked.length, request?.url]).toEqual([1, urls.get('hostile')]);
		// The policy had nothing to refuse: the stylesheet is the one that it allows.
		expect(during.filter(({ method }) => method === 'Log.entryAdded')).toEqual([]);
		expect(await page.value('getComputedStyle(document.querySelector(".word")).fontWeight')).toBe('700');
	});

	it('lets no script in, not even one that somebody adds to the file', async () => {
		const html = reviewArtifact(inputOf(filledSheet((where) => where)), 'html');
		put('tampered', html.replace('</body>', '<script>document.title = "hacked"</script></body>'));
		await open('tampered');
		expect(await page.value('document.title')).toBe('Design review: title');
	});

	it.each(['quiet', 'hostile', 'long', 'week-31', 'mmlu-mixtral-gpt4', 'toy-request'])(
		'is never wider than the window: %s',
		async (name) => {
			await media('screen');
			for (const width of [360, 768, 1280, 1920]) {
				await size(width);
				await open(name);
				expect([width, await page.value('document.documentElement.scrollWidth')]).toEqual([width, width]);
			}
		},
	);

	it.each(['quiet', 'hostile', 'long', 'week-31', 'mmlu-mixtral-gpt4', 'toy-request'])(
		'fits a sheet of A4: %s',
		async (name) => {
			// 210 mm less both margins of 14 mm, at 96 pixels an inch.
			await size(688);
			await media('print', 'dark');
			await open(name);
			const cut = `[...document.querySelectorAll('.scroll')].filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.getAttribute('aria-label'))`;
			expect(await page.value(cut)).toEqual([]);
			expect(await page.value('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
			const { data } = await page.send('Page.printToPDF', { preferCSSPageSize: true });
			expect(Buffer.from(String(data), 'base64').subarray(0, 5).toString()).toBe('%PDF-');
		},
	);

	it.each(['light', 'dark'] as const)('has enough contrast where it is %s', async (scheme) => {
		await size(1280);
		await media('screen', scheme);
		await open('quiet');
		const faint = await page.value<readonly string[]>(FAINT);
		expect(faint).toEqual([]);
		// It would be seen if there were not.
		await page.value(`document.documentElement.style.setProperty('--dim', '#8888')`);
		expect((await page.value<readonly string[]>(FAINT)).length).toBeGreaterThan(10);
	});
});

const LONG = /^(change|source|improved the-mix|action resolution|evidence D1)$/;

/** Every text whose colour is nearer to its background than 4.5 to 1 (WCAG 2, AA). */
const FAINT = `(() => {
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

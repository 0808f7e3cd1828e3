import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A Chromium of this machine; null: there is none. */
export const CHROMIUM: string | null =
	[
		process.env['CHROMIUM'],
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/usr/bin/google-chrome-stable',
	].find((path) => path !== undefined && existsSync(path)) ?? null;

const FLAGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--hide-scrollbars',
	'--remote-debugging-pipe',
];

interface Answer {
	readonly id?: number;
	readonly method?: string;
	readonly sessionId?: string;
	readonly params?: Record<string, unknown>;
	readonly result?: Record<string, unknown>;
	readonly error?: { readonly message: string };
}

type Params = Readonly<Record<string, unknown>>;

/** A page in a browser of its own, told what to do in the words of the DevTools protocol. */
export interface Page {
	send(method: string, params?: Params): Promise<Record<string, unknown>>;
	/** Goes to an address and waits until it has loaded. */
	open(url: string): Promise<void>;
	/** The value of an expression in the page; its policy does not apply to it. */
	value<T>(expression: string): Promise<T>;
	/** What happened so far, by its method. */
	readonly events: readonly Answer[];
	close(): Promise<void>;
}

/** Starts a browser with an empty profile and one page; closing it leaves nothing behind. */
export async function openPage(path: string): Promise<Page> {
	const profile = mkdtempSync(join(tmpdir(), 'dispatch-board-browser-'));
	const browser = spawn(path, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
	});
	const wire = wireOf(browser);
	const { targetId } = await wire.call('Target.createTarget', { url: 'about:blank' });
	const { sessionId } = await wire.call('Target.attachToTarget', { targetId, flatten: true });
	const send = (method: string, params: Params = {}) => wire.call(method, params, String(sessionId));
	for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await send(`${domain}.enable`);
	return {
		send,
		events: wire.events,
		async open(url) {
			const loaded = wire.next('Page.loadEventFired');
			await send('Page.navigate', { url });
			await loaded;
		},
		async value<T>(expression: string): Promise<T> {
			const { result } = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
			return (result as { readonly value: T }).value;
		},
		async close() {
			const gone = new Promise((resolve) => browser.once('exit', resolve));
			await wire.call('Browser.close').catch(() => browser.kill());
			await gone;
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/** Calls and answers over the two pipes, each a text of JSON that ends with a zero byte. */
function wireOf(browser: ChildProcess) {
	const [to, from] = [browser.stdio[3] as Writable, browser.stdio[4] as Readable];
	const waiting = new Map<
		number,
		{ resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }
	>();
	const listening: { readonly method: string; readonly heard: () => void }[] = [];
	const events: Answer[] = [];
	let rest = '';
	from.setEncoding('utf8').on('data', (text: string) => {
		const parts = (rest + text).split('\0');
		rest = parts.pop() ?? '';
		for (const part of parts) hear(JSON.parse(part));
	});
	function hear(answer: Answer): void {
		const asked = answer.id === undefined ? undefined : waiting.get(answer.id);
		if (asked && answer.id !== undefined) {
			waiting.delete(answer.id);
			if (answer.error) asked.reject(new Error(answer.error.message));
			else asked.resolve(answer.result ?? {});
		} else {
			events.push(answer);
			for (const at of listening.filter(({ method }) => method === answer.method)) {
				listening.splice(listening.indexOf(at), 1);
				at.heard();
			}
		}
	}
	let ended = false;
	const end = (): void => {
		ended = true;
		for (const { reject } of waiting.values()) reject(new Error('the browser ended'));
	};
	browser.once('exit', end).once('error', end);
	to.on('error', end);
	let calls = 0;
	return {
		events: events as readonly Answer[],
		next: (method: string) => new Promise<void>((heard) => listening.push({ method, heard })),
		call: (method: string, params: Params = {}, sessionId?: string) =>
			new Promise<Record<string, unknown>>((resolve, reject) => {
				if (ended) return reject(new Error('the browser ended'));
				waiting.set(++calls, { resolve, reject });
				to.write(`${JSON.stringify({ id: calls, method, params, ...(sessionId && { sessionId }) })}\0`);
			}),
	};
}
